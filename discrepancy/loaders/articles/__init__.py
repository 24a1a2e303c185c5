"""What every loader of a marked-up format makes of a file: an article in parts, and from it a document.

A loader gives parts (text, role, place in the file) and what the file says beside them: values in the order of trust,
each with its origin ("NITF date.issue", "JSON-LD datePublished", "the byline"). ``to_document`` makes offsets of the
parts, and adds what the text's own lines say. Beside it: ``moments``, times as metadata write them; ``headlines`` and
``authors``, told where a format does not say; ``several``, files of many articles.
"""

from __future__ import annotations

from discrepancy.loaders.articles.article import Article, to_document
from discrepancy.loaders.articles.known import Field, Known
from discrepancy.loaders.articles.parts import Part, line_of, part, table_row
from discrepancy.loaders.articles.several import each_by_itself

__all__ = ["Article", "Field", "Known", "Part", "each_by_itself", "line_of", "part", "table_row", "to_document"]

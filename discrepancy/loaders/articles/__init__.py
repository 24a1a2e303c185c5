"""What every loader of a marked-up format makes of a file: an article in parts, and from it a document."""

from __future__ import annotations

from discrepancy.loaders.articles.article import Article, to_document
from discrepancy.loaders.articles.known import Field, Known
from discrepancy.loaders.articles.parts import Part, part

__all__ = ["Article", "Field", "Known", "Part", "part", "to_document"]

"""Markdown: a file of the newsroom's own notes, of a static site, or exported from a content system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, sniff
from discrepancy.loaders.intake.text_file import LOOKED_AT, read_text
from discrepancy.model import Document

__all__ = ["LOADER"]


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is Markdown: by its suffix, since any text is; no web page under such a name."""
    return path.suffix.lower() in LOADER.suffixes and sniff(head[:LOOKED_AT]) is not Content.MARKUP


def load(given: Given) -> Iterator[Document]:
    """Read one article."""
    from discrepancy.loaders.articles.authors import with_authors
    from discrepancy.loaders.markdowns.article import article_of

    yield with_authors(to_document(article_of(read_text(given, "Markdown"), given.display), given))


LOADER = Loader(
    name="Markdown",
    suffixes=frozenset({".md", ".markdown", ".mdown", ".mkd"}),
    claims=claims,
    load=load,
    order=90,
)

"""Web pages as browsers save them: the article on them, with what the page says of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.webpages.look import looks_like_page
from discrepancy.model import Document

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"})
_MOST_BYTES = 25_000_000
"""A page with all of its pictures put into it has ten million bytes, and its article ten thousand."""


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a web page, by what it holds."""
    return looks_like_page(path, head)


def load(given: Given) -> Iterator[Document]:
    """Read the article on one page."""
    from discrepancy.loaders.webpages.reading import read_page

    yield to_document(read_page(given.read(), given.display), given)


LOADER = Loader(name="web page", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=_MOST_BYTES)

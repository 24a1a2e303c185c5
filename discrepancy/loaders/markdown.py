"""Markdown: a file of the newsroom's own notes, of a static site, or exported from a content system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput, NotText
from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.model import Document
from discrepancy.text.encoding import decode

__all__ = ["LOADER"]

_LOOKED_AT = 4096
_REMEDY = "Save the article's text in it as UTF-8."


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is Markdown: by its suffix, since any text is; no web page under such a name."""
    return path.suffix.lower() in LOADER.suffixes and sniff(head[:_LOOKED_AT]) is not Content.MARKUP


def load(given: Given) -> Iterator[Document]:
    """Read one article."""
    from discrepancy.loaders.markdowns.article import article_of
    from discrepancy.loaders.office.authors import with_authors

    data = given.read()
    name = binary_name(data[:_LOOKED_AT])
    if name:
        raise NotText(f"is {name}, not Markdown.", where=given.display, remedy=_REMEDY)
    text = decode(data, given.display).text
    if not text.strip():
        raise EmptyInput("holds nothing but white space.", where=given.display, remedy=_REMEDY)
    yield with_authors(to_document(article_of(text, given.display), given))


LOADER = Loader(
    name="Markdown",
    suffixes=frozenset({".md", ".markdown", ".mdown", ".mkd"}),
    claims=claims,
    load=load,
    order=90,
)

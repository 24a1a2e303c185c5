"""Plain text: the decoded file is kept character for character, and cut into blocks with roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import Known
from discrepancy.loaders.articles.article import with_page
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, sniff
from discrepancy.loaders.intake.text_file import LOOKED_AT, read_text_file
from discrepancy.loaders.layout.page import read_page
from discrepancy.model import Document

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".txt", ".text"})


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a text file: by its suffix, or without one where it begins like running text.

    A binary file whose name ends in .txt is claimed too, so that it is reported and not passed over; a web page or
    JSON under such a name is left to the loader that reads it.
    """
    content = sniff(head[:LOOKED_AT])
    if path.suffix.lower() in _SUFFIXES:
        return content not in (Content.MARKUP, Content.JSON)
    if path.suffix or content is not Content.TEXT:
        return False
    # LICENSE, Makefile and scripts have no suffix either.
    return b" " in head and not path.name.isupper() and path.name != "Makefile" and not head.startswith(b"#!")


def load(given: Given) -> Iterator[Document]:
    """Read one article."""
    text, digest = read_text_file(given, "text")
    page = read_page(text)
    yield Document(
        id=given.stem,
        path=given.display,
        source=page.source,
        title=page.title,
        text=text,
        blocks=page.blocks,
        published=page.published,
        updated=page.updated,
        dateline=page.place,
        embargo=page.embargo,
        address=page.address,
        details=tuple(with_page(Known(), page).details),
        digest=digest,
    )


LOADER = Loader(name="plain text", suffixes=_SUFFIXES, claims=claims, load=load, order=100)

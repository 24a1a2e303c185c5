"""Plain text: the decoded file is kept character for character, and cut into blocks with roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput, NotText
from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.loaders.layout.page import Page, read_page
from discrepancy.model import Document
from discrepancy.text.encoding import decode

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".txt", ".text"})
_LOOKED_AT = 4096
"""Bytes that tell a binary file by themselves: a stray control further down is the decoder's to judge."""


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a text file: by its suffix, or without one where it begins like running text.

    A binary file whose name ends in .txt is claimed too, so that it is reported and not passed over; a web page or
    JSON under such a name is left to the loader that reads it.
    """
    content = sniff(head[:_LOOKED_AT])
    if path.suffix.lower() in _SUFFIXES:
        return content not in (Content.MARKUP, Content.JSON)
    if path.suffix or content is not Content.TEXT:
        return False
    # LICENSE, Makefile and scripts have no suffix either.
    return b" " in head and not path.name.isupper() and path.name != "Makefile" and not head.startswith(b"#!")


def load(given: Given) -> Iterator[Document]:
    """Read one article."""
    data = given.read()
    name = binary_name(data[:_LOOKED_AT])
    if name:
        raise NotText(
            f"is {name}, not text.",
            where=given.display,
            remedy="Save the article's text as a UTF-8 .txt file and give that.",
        )
    text = decode(data, given.display).text
    if not text.strip():
        raise EmptyInput("holds nothing but white space.", where=given.display, remedy="Save the article's text in it.")
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
        details=tuple(_known(page).details),
    )


def _known(page: Page) -> Known:
    """What was read from the page's own lines."""
    known = Known()
    known.add(Field.TITLE, page.title, "the headline")
    known.add(Field.SOURCE, page.source, "the text's own lines")
    known.add(Field.PUBLISHED, page.published, "the text's own lines")
    known.add(Field.UPDATED, page.updated, "the text's own lines")
    known.add(Field.PLACE, page.place, "the dateline")
    known.add(Field.EMBARGO, page.embargo, "a line of the head")
    known.add(Field.ADDRESS, page.address, "a line of the head")
    return known


LOADER = Loader(name="plain text", suffixes=_SUFFIXES, claims=claims, load=load, order=100)

"""Plain text: the decoded file is kept character for character, and cut into blocks with roles."""

from __future__ import annotations

from pathlib import Path

from discrepancy.errors import EmptyInput, NotText
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.loaders.layout.page import read_page
from discrepancy.model import Document
from discrepancy.text.encoding import decode

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".txt", ".text"})


def claims(path: Path, head: bytes) -> bool:
    """Whether this is a text file: by its suffix, or without one where it begins like running text.

    A binary file whose name ends in .txt is claimed too, so that it is reported and not passed over; a web page or
    JSON under such a name is left to the loader that reads it.
    """
    content = sniff(head)
    if path.suffix.lower() in _SUFFIXES:
        return content not in (Content.MARKUP, Content.JSON)
    if path.suffix or content is not Content.TEXT:
        return False
    # LICENSE, Makefile and scripts have no suffix either.
    return b" " in head and not path.name.isupper() and path.name != "Makefile" and not head.startswith(b"#!")


def load(data: bytes, _path: Path, display: str) -> list[Document]:
    """Read one article."""
    name = binary_name(data[:4096])
    if name:
        raise NotText(
            f"is {name}, not text.", where=display, remedy="Save the article's text as a UTF-8 .txt file and give that."
        )
    text = decode(data, display).text
    if not text.strip():
        raise EmptyInput("holds nothing but white space.", where=display, remedy="Save the article's text in it.")
    page = read_page(text)
    return [
        Document(
            id=_stem(display),
            path=display,
            source=page.source,
            title=page.title,
            text=text,
            blocks=page.blocks,
            published=page.published,
            updated=page.updated,
            dateline=page.place,
            embargo=page.embargo,
            address=page.address,
        )
    ]


def _stem(display: str) -> str:
    return Path(display.rsplit("/", 1)[-1]).stem


LOADER = Loader(name="plain text", suffixes=_SUFFIXES, claims=claims, load=load, order=100)

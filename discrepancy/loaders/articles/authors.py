"""Who wrote a document: its byline, and only without one whoever made the file."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.loaders.articles.known import Field
from discrepancy.loaders.layout.bylines import is_byline
from discrepancy.loaders.layout.stamps import without_stamps
from discrepancy.model import BlockRole, Detail, Document

__all__ = ["with_authors"]

_BY = re.compile(r"\W*(?:[a-z]+ )?by:?\s+", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"\s*[,|/•·(]|\s+(?:in|at|for|of|from)\s|\s[-–—]\s", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}$")
# Source: what office programs and their set-ups put in where nobody gave a name.
_NOBODY = re.compile(
    r"(?:microsoft )?(?:office )?(?:user|author)|(?:local |windows )?(?:user|owner|admin(?:istrator)?)|python-docx"
    r"|apache poi|openxml.*|un-?named|unknown|hp|dell|lenovo|acer|asus|.*\.(?:exe|dll)|\d+|.*@.*",
    re.IGNORECASE,
)


def with_authors(document: Document, creator: str = "", origin: str = "") -> Document:
    """The document with the names of its byline; without one, with whoever made its file, where that may be a person.

    Args:
        document: a file's own word on its authors stands.
        creator: whom the file's properties name.
        origin: where they do.
    """
    if document.authors:
        return document
    names = _signed(document)
    if names:
        origin = "the byline"
    elif _is_somebody(creator):
        names = (creator,)
    details = [Detail(Field.AUTHOR.value, name, origin) for name in names]
    return replace(document, authors=names, details=(*document.details, *details))


def _signed(document: Document) -> tuple[str, ...]:
    """The names in the first byline of a document that says "by"; none without one."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        found = _BY.match(text)
        if block.role is BlockRole.CREDIT and found and is_byline(text):
            names = _AFTER_NAMES.split(without_stamps(text[found.end() :]), maxsplit=1)[0]
            return tuple(name for name in _AND.split(names) if _NAME.match(name))
    return ()


def _is_somebody(name: str) -> bool:
    """Whether the maker's name in a file's properties may be a person's."""
    return bool(_NAME.match(name)) and not _NOBODY.fullmatch(name)

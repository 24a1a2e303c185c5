"""Where in its file a quoted sentence stood, in the reader's words: "page 2, line 14"."""

from __future__ import annotations

import re

from discrepancy.formats.words import Words
from discrepancy.model import Document

__all__ = ["landmark_of"]

_COUNTED = re.compile(r"(?P<what>[a-z]+) (?P<n>\d[\d,]{0,9})")
_WORDS = {
    "page": "landmark.page",
    "line": "landmark.line",
    "paragraph": "landmark.paragraph",
    "row": "landmark.row",
    "footnote": "landmark.footnote",
    "endnote": "landmark.endnote",
    "comment": "landmark.comment",
}
"""What loaders count by, with the catalogue's words for it."""


def landmark_of(document: Document, offset: int, words: Words) -> str:
    """The landmark at an offset into a document's text; empty where its text is the file, and where it says the role.

    What the loaders count by is told in the reader's language, anything else as they name it.
    """
    label = document.landmark_at(offset)
    if not label or label == document.role_at(offset).value:
        return ""
    return words("list").join(_told(part, words) for part in label.split(", "))


def _told(part: str, words: Words) -> str:
    counted = _COUNTED.fullmatch(part)
    key = _WORDS.get(counted["what"]) if counted else None
    return words(key, n=counted["n"]) if counted and key else part

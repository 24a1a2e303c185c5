"""The authors that an article's byline names, where its metadata name none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from discrepancy.loaders.layout.shape import ends_sentence

__all__ = ["authors_in", "is_about_author", "opens_with_byline", "persons"]

_BY = re.compile(r"^\W*(?:(?:words|written|story|text|report(?:ed)?|posted)\s+)?by:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\n|\|| and | & )\s*")
_AFTER = re.compile(
    r"\s+(?:in|for|at|of|is|covers|writes|reports|reporting|published|updated|posted)\b.*$|\s*[\u2022\u00b7(/].*$|\s+[-\u2013\u2014]\s.*$",
    re.DOTALL,
)
_MAIL = re.compile(r"\S*@\S+")
_PIECE = r"[^\W\d_a-z][\w.'\u2019-]*"
_NAME = re.compile(rf"{_PIECE}(?: (?:(?:de|del|der|di|du|la|le|van|von|bin|al|el|da|dos|ter|ten) )*{_PIECE}){{1,3}}$")
_DESK = re.compile(
    r"\b(?:staff|desk|editor|correspondent|reporter|agenc(?:y|ies)|news|press|team|chief|writer)\b", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:covers|writes|reports|edits|is (?:an?|the|our|based)|joined|has (?:covered|written|reported|been))\b"
    r"|\bfollow\b|@\w",
    re.IGNORECASE,
)
_LONGEST = 200


def authors_in(bylines: Iterable[str]) -> list[str]:
    """The names in the bylines above an article, in order.

    Args:
        bylines: lines that are known to be bylines: "By Ann Lee and Bo Ek in Lisbon, ann@paper.example".
    """
    found: list[str] = []
    for line in bylines:
        found += [name for name in _names(line) if name not in found]
    return found


def opens_with_byline(text: str) -> bool:
    """Whether a line is a byline with more behind it: "By Ann Lee, Lisbon - 3 May 2025 - reading time: 2 min"."""
    if len(text) > _LONGEST or ends_sentence(text) or not _BY.match(text):
        return False
    return bool(authors_in([text]))


def persons(value: str) -> list[str]:
    """The authors that one value of the metadata names: several where names are joined in it, else itself."""
    names = authors_in([value])
    return names if len(names) > 1 else [_BY.sub("", value).strip() or value]


def is_about_author(text: str, authors: Iterable[str]) -> bool:
    """Whether a short paragraph under an article tells of its author: "Ann Lee covers schools. Follow her @annl"."""
    if len(text) > 2 * _LONGEST:
        return False
    return any(author and text.startswith(author) and _ABOUT.search(text, len(author)) for author in authors)


def _names(line: str) -> Iterator[str]:
    if len(line) > _LONGEST:
        return
    for piece in _AND.split(_MAIL.sub("", _BY.sub("", line))):
        name = " ".join(_AFTER.sub("", piece).split())
        if _NAME.match(name) and not _DESK.search(name):
            yield name

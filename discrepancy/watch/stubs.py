"""What stands in place of an article and is no update of it: a paid page's free lines, a cookie wall, a log-in."""

from __future__ import annotations

import re

from discrepancy.lexicon import table
from discrepancy.model import Document
from discrepancy.text.characters import squeeze
from discrepancy.watch.wording import paragraphs

__all__ = ["stub_of", "wall_in"]

_SHRUNK = 0.4
"""The share of an article's words under which what is left beside the words of a wall is a stub."""
_SHORTER = 0.9
"""The share under which what is left is shorter at all: an edit takes a sentence out, a wall takes the end."""
_STRANGE = 0.2
"""The share of a page's words that an article had before, under which the page is another one."""
_SHORT = 150
"""Words of a page that holds no article: walls are short."""
_WORD = re.compile(r"[^\W_]+")
_CLIPPED = re.compile(r"[\s.\u2026\[\]]+$")
_PAID = "the rest is for subscribers"
_A_PART = "a part of the article"
"""How what the reader of pages says of a part of an article begins."""
_WHAT = {
    "subscription": "only the free lines of a paid article are shown",
    "log-in": "a page to log in on stands in its place",
    "consent": "a page that asks for consent stands in its place",
    "check": "a page that keeps programs out stands in its place",
}
_INSTEAD = frozenset({"log-in", "consent", "check"})
"""Walls that stand in place of all of the article."""


def stub_of(document: Document, before: Document | None) -> str:
    """Why a version is no update of its article; empty where it is one.

    An article that its editor cut is one: without the words of a wall, what is missing was withdrawn.

    Args:
        document: what was read now.
        before: the last version of the article that was one; None where there is none.
    """
    if before is None:
        return _first(document)
    mine, old = _words(document), _words(before)
    length = len(mine) / max(1, len(old))
    wall = _new_wall(document, before)
    if wall and length < _SHRUNK:
        return _WHAT[wall]
    if wall in _INSTEAD and len(mine) < _SHORT and _shared(mine, old) < _STRANGE:
        return _WHAT[wall]
    if document.partial and not before.partial and length < _SHORTER:
        return _WHAT[wall] if wall else _cut_off(document) * _begins(document, before)
    return ""


def wall_in(text: str) -> str:
    """What kind of page a text is of by its words, if it holds those of a wall: what stands in its place, in words."""
    kinds = _kinds(text)
    return next((_WHAT[kind] for kind in _WHAT if kind in kinds), "")


def _first(document: Document) -> str:
    """Why the first that is seen of an article is none; a summary in a feed is partial, and is one."""
    if document.partial:
        wall = _new_wall(document, None)
        return _WHAT[wall] if wall else ""
    kinds = {kind: signs for kind, signs in _kinds(" ".join(paragraphs(document))).items() if kind in _INSTEAD}
    if len(_words(document)) < _SHORT and sum(map(len, kinds.values())) > 1:
        return _WHAT[max(kinds, key=lambda kind: len(kinds[kind]))]
    return ""


def _new_wall(document: Document, before: Document | None) -> str:
    """The kind of the wall that stands in a version, and did not in the one before; empty where none does."""
    known = _kinds(before.text) if before is not None else {}
    fresh = {kind: signs - known.get(kind, set()) for kind, signs in _kinds(document.text).items()}
    found = max(_WHAT, key=lambda kind: len(fresh.get(kind, ())))
    if fresh.get(found):
        return found
    return "subscription" if document.partial and _PAID in _told(document) else ""


def _kinds(text: str) -> dict[str, set[str]]:
    """The signs of walls in a text, by the kind of wall."""
    low = squeeze(text).casefold()
    found = {kind: {sign for sign in signs if sign in low} for kind, signs in table("walls").items()}
    return {kind: signs for kind, signs in found.items() if signs}


def _told(document: Document) -> str:
    """What its reader says of a part of an article."""
    return next((each.value for each in document.details if each.name == "status"), "")


def _cut_off(document: Document) -> str:
    """Why a part of an article is no more than that, where the page says so or its text breaks off; else empty."""
    told = _told(document)
    breaks_off = paragraphs(document)[-1].endswith(("...", "[...]"))
    return told if told.startswith(_A_PART) else _A_PART * breaks_off


def _words(document: Document) -> list[str]:
    return _WORD.findall(" ".join(paragraphs(document)).casefold())


def _shared(mine: list[str], old: list[str]) -> float:
    """The share of the longer words of one that stand in the other."""
    telling = {word for word in mine if len(word) > 3}
    return len(telling & set(old)) / max(1, len(telling))


def _begins(document: Document, before: Document) -> bool:
    """Whether the paragraphs are the first ones of the version before, clipped or not."""
    mine = [_CLIPPED.sub("", each) for each in paragraphs(document)]
    old = [_CLIPPED.sub("", each) for each in paragraphs(before)]
    return len(mine) <= len(old) and all(other.startswith(one) for one, other in zip(mine, old, strict=False))

"""Which texts name other people and places: two floods on one day are told in the same words, and share no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.grammar.dates.words import WEEKDAYS
from discrepancy.lexicon import table, words
from discrepancy.model import BlockRole, Document
from discrepancy.stories.kinds import kind_words
from discrepancy.text.characters import fold

__all__ = ["Strangers"]

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]")
_OWNED = re.compile(r"['’]s?$")
_OPENS = re.compile(r"(?:^|[.!?:;\n\"“”‘(\[–—-])\s*$")
"""What stands before a word that has its capital for beginning a sentence, a quotation or what follows a dash."""
_BEFORE = 4
"""Characters before a word that are looked at."""
_TOLD = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})
_FEW = 3
"""Names that each of two must have for those that they do not share to tell anything."""
_SHARED = 0.2
"""The share of the names of the one with fewer, below which two have other people and places."""
_STEM = 5
"""Letters that are held against each other: another spelling of a name mostly begins alike."""
_SHORTEST = 3
_LOWER = 0.5
"""The share of words in lower case from which on a paragraph is no headline that gives every word a capital."""


class Strangers:
    """Which of several documents name others than each other.

    Args:
        documents: those that are to be told apart; each is known by its place.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        told = [[document.text[b.start : b.end] for b in document.blocks if b.role in _TOLD] for document in documents]
        lower = {
            fold(word) for texts in told for text in texts for word in _WORD.findall(text) if not word[0].isupper()
        }
        self._capital = [_stems(_capitals(texts), lower) for texts in told]
        self._sure = [_stems(_inside(texts), lower) for texts in told]

    def apart(self, one: int, other: int) -> bool:
        """Whether two both name people and places, and hardly any of them is the same."""
        mine, theirs = self._sure[one], self._sure[other]
        few = min(len(mine), len(theirs))
        shared = (mine & self._capital[other]) | (theirs & self._capital[one])
        return few >= _FEW and len(shared) < _SHARED * few


def _capitals(texts: Sequence[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text) if word[0].isupper()}


def _inside(texts: Sequence[str]) -> set[str]:
    """The words with a capital that do not begin a sentence."""
    found: set[str] = set()
    for text in texts:
        read = list(_WORD.finditer(text))
        if sum(match[0][0].islower() for match in read) < _LOWER * len(read):
            continue
        found.update(
            match[0]
            for match in read
            if match[0][0].isupper() and not _OPENS.search(text[max(0, match.start() - _BEFORE) : match.start()])
        )
    return found


def _stems(found: set[str], lower: set[str]) -> frozenset[str]:
    names = {fold(_OWNED.sub("", word)) for word in found}
    return frozenset(word[:_STEM] for word in names - lower - _unnaming() if len(word) >= _SHORTEST)


@cache
def _unnaming() -> frozenset[str]:
    """Words that name no one person or place: those of a kind, of the calendar, and countries."""
    forms = [
        form for row in table("countries").values() for name in ("names", "demonyms", "capital") for form in row[name]
    ]
    countries = (part for form in forms for part in fold(form).split())
    return kind_words().union(words("stop_words"), WEEKDAYS, countries)

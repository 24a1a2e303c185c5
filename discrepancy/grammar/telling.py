"""Words that say something, and how much it says that two texts of one story share them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import words
from discrepancy.lexicon.events import event_of
from discrepancy.text.characters import fold

__all__ = ["STEM", "Words", "stem", "telling_stems"]

STEM = 5
"""Letters by which words are told apart: "derailed" and "derailment" are one."""
_TOKEN = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_LEAST = 3
"""Words that a sentence has at least."""

_ENOUGH = 6
"""Sentences of a text of which a word can be rare."""


def stem(word: str) -> str:
    """What a word stands for, by its first letters: its event, or itself."""
    return (event_of(word) or word)[:STEM]


def telling_stems(text: str) -> frozenset[str]:
    """The words and figures of a text that say something, as stems."""
    return frozenset(filter(None, map(_telling_stem, _TOKEN.findall(text))))


@lru_cache(maxsize=8192)
def _telling_stem(token: str) -> str:
    """The stem of a word or figure; empty of one that says nothing."""
    word = fold(token)
    idle = word in words("stop_words") or word in words("verbs_of_saying") or word in MONTHS or word in WEEKDAYS
    return "" if idle else stem(word)


@lru_cache(maxsize=8192)
def _weight(times: int, most: float) -> float:
    return max(0.0, 1 - math.log(times) / most)


@lru_cache(maxsize=64)
def _counted(text: str) -> tuple[Mapping[str, int], int]:
    """How many of the sentences of a text have each word, and how many there are."""
    sentences = [s for s in _SENTENCE.split(text) if len(s.split()) >= _LEAST]
    return Counter(chain.from_iterable(map(telling_stems, sentences))), len(sentences)


class Words:
    """How much a shared word says: one that stands once in each of two versions says most."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Count the sentences of each text, by the name of its document, that have a word."""
        self._count: dict[str, Mapping[str, int]] = {}
        self._all: dict[str, int] = {}
        for name, text in texts.items():
            self._count[name], many = _counted(text)
            self._all[name] = max(2, many)

    def mass(self, stems: frozenset[str], a: str, b: str) -> float:
        """What words say together; each is 1 where it stands in one sentence of each of the two texts.

        In texts of a few sentences every word is rare: there they say nothing.
        """
        if not self.are_enough(a, b):
            return 0.0
        most = math.log(self._all[a] * self._all[b])
        here, there = self._count[a], self._count[b]
        return sum([_weight(here.get(w, 1) * there.get(w, 1), most) for w in sorted(stems)])

    def are_enough(self, a: str, b: str) -> bool:
        """Whether both texts have sentences enough for a word of them to be rare."""
        return min(self._all[a], self._all[b]) >= _ENOUGH

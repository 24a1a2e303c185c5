"""The words of subjects and sentences that tell one fact from another, so that rewording does not hide them.

A word stands for its set in the lexicon ("hurt" for "injured"), without its ending; figures and the words that every
sentence has are left out. No grammar is read: a baseline holds text only, and thousands of findings must take seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import fsum, sqrt

from discrepancy.lexicon import table, words
from discrepancy.lexicon.measures import is_generic, is_people
from discrepancy.text.characters import fold

__all__ = ["Weights", "telling", "words_of"]

_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
"""Endings of English plurals and verbs; the longest that fits is taken off."""
_STEM = 3
"""Letters that are left at least."""


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _STEM:
            return word[: -len(ending)]
    return word


@cache
def _sets() -> Mapping[str, str]:
    """The stem of each single word of the lexicon's sets, with the stem of its set's name; nouns win over verbs."""
    return {
        _stem(fold(word)): _stem(fold(name))
        for kind in ("verb_concepts", "concepts")
        for name, members in table(kind).items()
        for word in members
        if " " not in str(word)
    }


@cache
def _idle() -> frozenset[str]:
    return words("stop_words") | words("english_function_words") | words("verbs_of_saying")


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` that tell what it is about, each as its set's stem."""
    plain = (word for word in fold(text).split() if not word.isdigit() and len(word) > 1 and word not in _idle())
    return frozenset(_sets().get(stem, stem) for stem in map(_stem, plain))


@lru_cache(maxsize=8192)
def telling(subject: str) -> frozenset[str]:
    """The words of a subject that say more than that people or an amount are counted."""
    kept = [word for word in fold(subject).split() if not (is_people(word) or is_generic(word))]
    return words_of(" ".join(kept))


class Weights:
    """How much each word tells, among the findings at hand: the fewer findings have it, the more."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        """Count in how many of ``texts`` each word stands."""
        often: Counter[str] = Counter()
        for each in texts:
            often.update(each)
        self._of = {word: 1 / sqrt(count) for word, count in often.items()}

    def of(self, some: Iterable[str]) -> float:
        """The weight of words together: an exact sum, so that their order changes nothing."""
        return fsum(self._of.get(word, 1.0) for word in some)

"""Which value of one finding is which of another: what stayed, what came, what went."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from discrepancy.tracking.alike import KEPT, WAYS, key_of
from discrepancy.tracking.sides import Side

__all__ = ["Pairing", "distinct", "pair_values"]

_DATE: Final = re.compile(r"[\dX]{4}-[\dWX]")
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_MANY_DIGITS: Final = 6
"""Figures of so many digits together, zeros at their ends apart, are seldom those of two facts."""
_MANY_WORDS: Final = 4
"""Words of so many letters in names or quotations: as seldom."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Values by their places: those that are in both findings, those that came, and those that went."""

    same: tuple[tuple[int, int], ...]
    came: tuple[int, ...]
    went: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether both have the same values."""
        return not self.came and not self.went


def pair_values(earlier: Side, now: Side) -> Pairing:
    """The values of two findings, paired by their labels, then by what they mean whatever their dress."""
    ours, theirs = list(range(len(earlier.labels))), list(range(len(now.labels)))
    same: list[tuple[int, int]] = []
    for alike in WAYS:
        for i in list(ours):
            j = next((j for j in theirs if alike(earlier, i, now, j)), None)
            if j is not None:
                same.append((i, j))
                ours.remove(i)
                theirs.remove(j)
    both = {key for i, j in same if (key := key_of(earlier, i)) and key == key_of(now, j)}
    came = tuple(j for j in theirs if not _adds_nothing(both, key_of(now, j)))
    return Pairing(tuple(same), came, tuple(i for i in ours if not _adds_nothing(both, key_of(earlier, i))))


def _adds_nothing(both: AbstractSet[str], key: str) -> bool:
    """Whether a value is one of ``both`` findings told once more, or with a bound that keeps it: "up to 310".

    "Fewer than 310" is another value: not both can be right.
    """
    return bool(key) and KEPT.sub("", key) in both


def distinct(side: Side) -> bool:
    """Whether its values alone all but tell which fact it is of: long figures, names, quotations."""
    keys = [key_of(side, place) for place in range(len(side.labels))]
    telling = [key for key in keys if not _DATE.match(key) and "=" not in key]  # not days, nor claims
    digits = sum(len("".join(_DIGIT.findall(key)).rstrip("0")) for key in telling)
    words = sum(len(_LETTERS.findall(key)) for key in telling if not _DIGIT.search(key))
    return digits >= _MANY_DIGITS or words >= _MANY_WORDS

"""Whether two values are one in another dress: ways from the strictest to the loosest, tried in this order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from discrepancy.tracking.keys import OF_OFFICES, value_key
from discrepancy.tracking.sides import Side

__all__ = ["KEPT", "WAYS", "key_of"]

KEPT: Final = re.compile("^([<>])=")
"""What the key of a figure begins with that is told as a bound and may be just that: at least, up to."""
_DAY: Final = re.compile(r"[\dX]{4}-\d\d-\d\d")
"""A day; its year is X where no text tells it."""
_OF_SPELLINGS: Final = frozenset({"NAM001", "NAM002"})
"""Rules whose values are spellings of one name, each with as much of the name as a text gives."""
_OF_QUOTATIONS: Final = frozenset({"QUO001"})
_QUOTED: Final = 4
"""Words that two cuts of one quotation share at least."""


def key_of(side: Side, place: int) -> str:
    """The key of a finding's value; made of its label where the snapshot has none. Empty for a label without words."""
    value = side.snapshot.values[place]
    return value.key or value_key(side.snapshot.rule, value.label, (), ())


def _labels(earlier: Side, i: int, now: Side, j: int) -> bool:
    return earlier.labels[i] == now.labels[j]


def _keys(earlier: Side, i: int, now: Side, j: int) -> bool:
    one, other = key_of(earlier, i), key_of(now, j)
    return bool(one) and (KEPT.sub(r"\1", one) == KEPT.sub(r"\1", other) or _one_day(one, other))


def _one_day(one: str, other: str) -> bool:
    """Whether two days are one as far as both are told: "9 February", "9 February last year"."""
    if not _DAY.fullmatch(one) or not _DAY.fullmatch(other):
        return False
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=True))


def _spellings(earlier: Side, i: int, now: Side, j: int) -> bool:
    """Whether one spelling is the end of another, and what is before it no news: "Abarra" beside "Ruth Abara"."""
    if not _both_of(_OF_SPELLINGS, earlier, now):
        return False
    one, other = sorted((_words(earlier, i), _words(now, j)), key=len)
    if not one or other[-len(one) :] != one:
        return False
    others = _others(earlier, i) + _others(now, j)
    known = {word for each in others for word in each}
    return known.issuperset(other[: -len(one)]) or all(len(each) <= len(one) for each in others)


def _quotations(earlier: Side, i: int, now: Side, j: int) -> bool:
    """Whether one quotation is the other, cut where the words left out are those of another version too."""
    if not _both_of(_OF_QUOTATIONS, earlier, now):
        return False
    one, other = sorted((_words(earlier, i), _words(now, j)), key=len)
    at = _place_in(one, other) if len(one) >= _QUOTED else -1
    if at < 0:
        return False
    others = _others(earlier, i) + _others(now, j)
    cut = (other[:at], other[at + len(one) :])
    return all(not part or any(_place_in(part, each) >= 0 for each in others) for part in cut)


def _place_in(part: list[str], words: list[str]) -> int:
    """Where words stand in others, one behind the other; -1 where they do not."""
    size = len(part)
    return next((at for at in range(len(words) - size + 1) if words[at : at + size] == part), -1)


def _offices(earlier: Side, i: int, now: Side, j: int) -> bool:
    """Whether two titles are one office, of which one says less of whose it is, where that is not what differs."""
    if not _both_of(frozenset({OF_OFFICES}), earlier, now):
        return False
    one, of_one = _office(earlier, i)
    other, of_other = _office(now, j)
    rivals = [_office(side, k)[0] for side, own in ((earlier, i), (now, j)) for k in _but(side, own)]
    return one == other and one not in rivals and (of_one <= of_other or of_other <= of_one)


def _office(side: Side, place: int) -> tuple[str, frozenset[str]]:
    office, _, of = key_of(side, place).partition(" | ")
    return office, frozenset(of.split())


def _both_of(rules: frozenset[str], earlier: Side, now: Side) -> bool:
    return {earlier.snapshot.rule, now.snapshot.rule} <= rules


def _others(side: Side, place: int) -> list[list[str]]:
    """The words of each of a finding's other values."""
    return [_words(side, each) for each in _but(side, place)]


def _but(side: Side, place: int) -> list[int]:
    return [each for each in range(len(side.labels)) if each != place]


def _words(side: Side, place: int) -> list[str]:
    return key_of(side, place).split()


WAYS: Final[tuple[Callable[[Side, int, Side, int], bool], ...]] = (_labels, _keys, _spellings, _quotations, _offices)

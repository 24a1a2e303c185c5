"""Which findings of two checks are worth holding against each other: thousands of each, without all the pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from discrepancy.tracking.alike import key_of
from discrepancy.tracking.sides import Side

__all__ = ["candidates"]

_FEW: Final = 24
"""Findings of one family of rules that are all held against those of the other check."""
_COMMON: Final = 60
"""What more findings of this check than so many have is no lead."""
_MOST: Final = 12
"""Findings of this check that one of the earlier is held against, those first that share most with it."""


def candidates(earlier: Sequence[Side], now: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs of one family of rules, in the order of both."""
    by_family: dict[str, list[Side]] = defaultdict(list)
    for side in now:
        by_family[side.family].append(side)
    leads = {family: _Leads(sides) for family, sides in by_family.items() if len(sides) > _FEW}
    for one in earlier:
        if one.family in leads:
            yield from ((one, other) for other in leads[one.family].of(one))
        else:
            yield from ((one, other) for other in by_family.get(one.family, ()))


class _Leads:
    """Findings by what they have: values, words, sentences."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self._having: dict[object, list[Side]] = defaultdict(list)
        for side in sides:
            for lead in _leads_of(side):
                self._having[lead].append(side)

    def of(self, side: Side) -> list[Side]:
        """The findings that share most with another, rare things first of all."""
        by_place: dict[int, Side] = {}
        weights: dict[int, float] = defaultdict(float)
        for lead in _leads_of(side):
            having = self._having.get(lead, ())
            if len(having) <= _COMMON:
                for other in having:
                    by_place[other.place] = other
                    weights[other.place] += 1 / sqrt(len(having))
        best = sorted(weights, key=lambda place: (-weights[place], place))[:_MOST]
        return [by_place[place] for place in sorted(best)]


def _leads_of(side: Side) -> list[object]:
    """What a finding may be found again by, each once and in one order."""
    keys = [key_of(side, place) for place in range(len(side.labels))]
    values: list[object] = [("values", *sorted(keys)), *(("value", key) for key in keys)]
    said: list[object] = [("said", word) for word in sorted(side.words)]
    both: list[object] = [("both", key, word) for key in keys for word in sorted(side.subject)]
    return list(dict.fromkeys([*values, *said, *both]))

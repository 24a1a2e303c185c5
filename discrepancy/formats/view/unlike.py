"""Whether the facts of a row that no finding speaks of are told alike: a row "agrees" only where they are.

What goes together is asked of different values, not of facts: thousands of versions may give one figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import TypeAlias

from discrepancy.model import Date, Fact, Quantity, QuantityKind
from discrepancy.units.leeway import bounds

__all__ = ["told_alone", "told_unlike"]

Told: TypeAlias = Quantity | Date | None
"""A figure or a date; None for anything else, which goes with everything."""


def told_unlike(facts: Sequence[Fact]) -> bool:
    """Whether two documents give figures or dates of which none of the one goes with any of the other."""
    told: dict[str, set[Told]] = defaultdict(set)
    for fact in facts:
        told[fact.mention.document].add(_told(fact))
    different = {frozenset(values) for values in told.values() if None not in values}
    return any(all(_apart(a, b) for a in one for b in other) for one, other in combinations(different, 2))


def told_alone(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that go with none of another document, though there are others."""
    given: dict[Told, set[str]] = defaultdict(set)
    for fact in facts:
        given[_told(fact)].add(fact.mention.document)
    if len(set().union(*given.values())) < 2:
        return []
    near = {value: set(documents) for value, documents in given.items()}
    for one, other in combinations(given, 2):
        if not _apart(one, other):
            near[one] |= given[other]
            near[other] |= given[one]
    return [fact for fact in facts if near[_told(fact)] <= {fact.mention.document}]


def _told(fact: Fact) -> Told:
    return fact.value if isinstance(fact.value, Quantity | Date) else None


def _apart(a: Told, b: Told) -> bool:
    match a, b:
        case Quantity() as one, Quantity() as other:
            return _figures_apart(one, other)
        case Date() as one, Date() as other:
            return _dates_apart(one, other)
        case _:
            return False


def _figures_apart(one: Quantity, other: Quantity) -> bool:
    """Whether no number goes with both. Units of one kind that differ are not converted here: they may go together."""
    if one.unit != other.unit:
        return QuantityKind.MONEY in {one.kind, other.kind}
    (low, high), (least, most) = bounds(one), bounds(other)
    step = max(one.step, other.step) / 2  # "1.2 million" and "1,180,000"
    return high + step < least or most + step < low


def _dates_apart(one: Date, other: Date) -> bool:
    """Whether the days, or the times of one day, have nothing in common."""
    if one.first and one.last and other.first and other.last and (one.last < other.first or other.last < one.first):
        return True
    clocks = [value.partition("T")[2] for value in (one.value, other.value)]
    return all(clocks) and clocks[0] != clocks[1]

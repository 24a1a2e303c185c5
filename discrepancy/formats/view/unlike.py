"""Whether the facts of a row that no finding speaks of are told alike: a row "agrees" only where they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from discrepancy.model import Date, Fact, Quantity, QuantityKind
from discrepancy.units.leeway import bounds

__all__ = ["told_alone", "told_unlike"]


def told_unlike(facts: Sequence[Fact]) -> bool:
    """Whether two documents give figures or dates of which none of the one goes with any of the other."""
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.mention.document].append(fact)
    pairs = combinations(by_document.values(), 2)
    return any(all(_apart(a, b) for a in one for b in other) for one, other in pairs)


def told_alone(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that go with none of another document, though there are others."""
    found = []
    for fact in facts:
        others = [other for other in facts if other.mention.document != fact.mention.document]
        if others and all(_apart(fact, other) for other in others):
            found.append(fact)
    return found


def _apart(a: Fact, b: Fact) -> bool:
    match a.value, b.value:
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

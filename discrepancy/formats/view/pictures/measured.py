"""The values of a finding as measured things of one unit, where they are that: what its pictures draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.formats.view.index import Index
from discrepancy.model import Fact, FactRole, Finding, Quantity, QuantityKind, ValueGroup
from discrepancy.units import convert
from discrepancy.units.leeway import bounds

__all__ = ["Measured", "measured"]

_KINDS = frozenset(QuantityKind) - {QuantityKind.RANK, QuantityKind.SCORE}
"""What stands on a scale: neither a place in a row nor the two sides of a result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A value with its bounds in the unit that all values of the finding share, and the room that its hedge leaves."""

    letter: str
    value: ValueGroup
    quantity: Quantity
    low: Decimal
    high: Decimal
    least: Decimal
    most: Decimal
    unit: str


def measured(index: Index, finding: Finding, given: Mapping[str, str]) -> tuple[Measured, ...]:
    """The values in one unit; none where one of them is not one figure, or two can not stand on one scale.

    Args:
        index: over the report.
        finding: whose values they are.
        given: the letter of each value's label.
    """
    facts = [_one_figure(index, value) for value in finding.values]
    first = facts[0] if facts else None
    if first is None or not all(fact is not None and _alike(first, fact) for fact in facts):
        return ()
    unit = first.quantity.unit
    made = []
    for value, fact in zip(finding.values, facts, strict=True):
        ends = _in_unit(fact.quantity, unit) if fact else None
        if fact is None or ends is None:
            return ()
        low, high, least, most = ends
        made.append(
            Measured(
                letter=given[value.label],
                value=value,
                quantity=fact.quantity,
                low=low,
                high=high,
                least=least,
                most=most,
                unit=unit,
            )
        )
    return tuple(made)


def _one_figure(index: Index, value: ValueGroup) -> Fact | None:
    """A fact that gives the value, where all its mentions give the one figure."""
    facts = [index.quantity_at(mention) for mention in value.mentions]
    first = facts[0] if facts else None
    if first is None or first.quantity.kind not in _KINDS:
        return None
    return first if all(fact is not None and fact.quantity.figure == first.quantity.figure for fact in facts) else None


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two figures are of one kind and of one rate, both levels or both changes in one direction."""
    a, b = one.quantity, other.quantity
    changes = FactRole.CHANGE
    return (
        a.kind is b.kind
        and a.per == b.per
        and (one.role is changes) == (other.role is changes)
        and (one.role is not changes or a.change == b.change)
        and a.increment == b.increment
    )


def _in_unit(quantity: Quantity, unit: str) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    ends = list(_ends(quantity, unit))
    if any(end is None for end in ends):
        return None
    low, high, least, most = (end for end in ends if end is not None)
    return min(low, high), max(low, high), min(least, most), max(least, most)


def _ends(quantity: Quantity, unit: str) -> Iterator[Decimal | None]:
    for end in (quantity.low, quantity.high, *bounds(quantity)):
        yield convert(end, quantity.unit, unit)

"""What a result started from, reckoned from the step by which it moved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from discrepancy.model import Document, Fact, FactRole, Hedge, QuantityKind
from discrepancy.rules.written import Room, room

_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Start:
    """A result with what it is told to have started from, by a figure or by the change."""

    document: Document
    result: Fact
    told: Fact
    base: Room
    is_change: bool
    turned: Room = (Decimal(0), Decimal(0))
    """Where the result would start from if it moved the other way: that is a matter of the direction."""


def is_step(step: Fact, result: Fact) -> bool:
    """Whether a figure can be the step by which a result moved."""
    q, r = step.quantity, result.quantity
    levels = {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE}
    if r.kind not in levels or r.low != r.high or r.low <= 0 or q.low != q.high or q.low <= 0 or q.per != r.per:
        return False
    if q.kind is QuantityKind.SHARE:
        return q.hedge is not Hedge.LESS_THAN
    moved = q.change or step.role is FactRole.CHANGE
    return q.kind is r.kind is QuantityKind.MONEY and q.unit == r.unit and bool(moved) and q.low < r.low


def start_by_step(document: Document, result: Fact, step: Fact, way: int) -> Start | None:
    """The start of a result that moved ``way`` by a step; None where it can't be told."""
    if not way:
        return None
    base, turned = _base(result, step, way), _base(result, step, -way)
    return Start(document, result, step, base, is_change=True, turned=turned or base) if base else None


def _base(result: Fact, step: Fact, way: int) -> Room | None:
    """What the result started from if it moved ``way`` by the step; None where it can't have."""
    (low, high), (least, most) = room(result), _said(step)
    if step.quantity.kind is not QuantityKind.SHARE:
        bases = [value - way * bound for value in (low, high) for bound in (least, most)]
        return min(bases), max(bases)
    factors = [1 + way * bound / _HUNDRED for bound in (least, most)]
    if min(factors) <= 0:
        return None
    bases = [value / factor for value in (low, high) for factor in factors]
    return min(bases), max(bases)


def _said(step: Fact) -> Room:
    low, high = room(step)
    leeway = min(step.quantity.step, Decimal("2.5")) if step.quantity.kind is QuantityKind.SHARE else Decimal(0)
    return min(low, step.quantity.low - leeway), max(high, step.quantity.high + leeway)

"""What a hedge leaves room for: the interval that "about 100" or "at least 100" stands for."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model import Hedge, Quantity

__all__ = ["bounds"]

_FACTORS: dict[Hedge, tuple[Decimal, Decimal]] = {
    Hedge.ABOUT: (Decimal("0.9"), Decimal("1.1")),
    Hedge.NEARLY: (Decimal("0.85"), Decimal(1)),
    Hedge.MORE_THAN: (Decimal(1), Decimal("1.5")),
    Hedge.AT_LEAST: (Decimal(1), Decimal(2)),
    Hedge.LESS_THAN: (Decimal("0.67"), Decimal(1)),
    Hedge.AT_MOST: (Decimal("0.5"), Decimal(1)),
}
"""How far below and above the figure its hedge reaches; without one, and with "exactly", there is no leeway. "More than
100" has no upper bound in logic, but nobody writes it of 400: a newsroom wants to hear of that."""


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that the hedged figure may stand for, in its own unit."""
    ends: tuple[Decimal, ...] = (quantity.low, quantity.high)
    if factors := _FACTORS.get(quantity.hedge):
        ends = tuple(end * factor for end in ends for factor in factors)
    return min(ends), max(ends)

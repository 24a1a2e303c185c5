"""What kinds of quantities may be held against each other, and how a pair of each starts."""

from __future__ import annotations

from discrepancy.align.weights import BASES
from discrepancy.model import Fact, QuantityKind
from discrepancy.units import dimension_of


def dimension(fact: Fact) -> str:
    """What may be held against what: counts, money, shares with points, measures of one dimension, durations."""
    q = fact.quantity
    if q.kind in {QuantityKind.SHARE, QuantityKind.POINTS}:
        return "share"
    return f"measure of {dimension_of(q.unit)}" if q.kind is QuantityKind.MEASURE else q.kind.value


def base(fact: Fact) -> float:
    """The score of a pair of the kind of ``fact`` on which nothing is found."""
    return BASES[fact.quantity.kind.value]

"""Hedge: "more than 100,000" and "an estimated 100,000" leave room for one and the same number."""

from __future__ import annotations

from discrepancy.model import Fact, Hedge, Message, Quantity, Reconciliation, Story
from discrepancy.rules.intervals import overlap

ORDER = 10


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is hedged."""
    del story
    return fact.quantity.hedge is not Hedge.NONE


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where at least one figure is hedged and some number fits both."""
    del story
    left, right = a.quantity, b.quantity
    if left.hedge is right.hedge is Hedge.NONE:
        return None
    if not overlap(left, right):
        return None
    words = {"a": shown(left), "b": shown(right)}
    return Reconciliation("hedge", Message("reconcile.hedge", words))


def shown(quantity: Quantity) -> str:
    """The figure with its hedge, as written."""
    return f"{quantity.hedge_text} {quantity.text}".strip()

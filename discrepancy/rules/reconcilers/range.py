"""Range: "between 10 and 12" and "11", "dozens" and "64": the one holds the other."""

from __future__ import annotations

from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.intervals import overlap
from discrepancy.rules.reconcilers.hedge import shown

ORDER = 15


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is a range."""
    del story
    return fact.quantity.low != fact.quantity.high


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where at least one is written as a range or a vague count and some number fits both."""
    del story
    left, right = a.quantity, b.quantity
    if left.low == left.high and right.low == right.high:
        return None
    if not overlap(left, right):
        return None
    return Reconciliation("range", Message("reconcile.range", {"a": shown(left), "b": shown(right)}))

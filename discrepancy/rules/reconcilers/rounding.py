"""Rounding: 2.41 billion is 2.4 billion at the precision that the second is written with."""

from __future__ import annotations

from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.intervals import rounds_to

ORDER = 20


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one figure rounds to the other."""
    del story
    left, right = a.quantity, b.quantity
    for fine, coarse in ((left, right), (right, left)):
        if rounds_to(fine, coarse):
            words = {"fine": fine.text, "coarse": coarse.text}
            return Reconciliation("rounding", Message("reconcile.rounding", words))
    return None

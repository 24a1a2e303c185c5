"""Still there: "nine hostages are still held" in one version leaves room for the 23 that were taken in another."""

from __future__ import annotations

from discrepancy.model import Fact, Reconciliation, Story
from discrepancy.rules.accounted.still_there import has_gone_down, is_still, reason

ORDER = 34


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a count says that it is of those who still are in a state."""
    return is_still(fact, story)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the smaller figure is of those who still are in the state that the larger one tells of."""
    if a.quantity.kind is not b.quantity.kind:
        return None
    for first, then in ((a, b), (b, a)):
        if has_gone_down(first, then, story):
            return reason(first, then, story)
    return None

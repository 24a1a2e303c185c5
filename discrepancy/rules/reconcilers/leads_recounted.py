"""Leads and votes recounted: a text that tells of a recount gives both leads, or one is told after it, one before."""

from __future__ import annotations

from discrepancy.model import Fact, Reconciliation, Story
from discrepancy.rules.accounted.recounted import is_tried, of_leads, of_two_counts

ORDER = 36


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is one of votes."""
    return is_tried(fact, story)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the texts tell that the one is of before a recount, and the other of after it."""
    if a.quantity.unit or b.quantity.unit:
        return None
    return of_leads(a, b, story) or of_two_counts(a, b, story)

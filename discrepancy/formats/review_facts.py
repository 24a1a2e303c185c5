"""How a finding stands to what came before, as plain facts for other programs."""

from __future__ import annotations

from discrepancy.decided import Matter, Review, Status, time_as_text
from discrepancy.formats.json_text import Json
from discrepancy.messages import render as say

__all__ = ["matter_facts", "review_facts"]


def review_facts(review: Review | None) -> dict[str, Json] | None:
    """A review as an object; None where there is none.

    ``status``, ``ruling``, ``who``, ``at`` and ``note`` of the decision, ``assignee``, ``changed`` (in English, what is
    not as it was when it was decided) and ``counts``: whether a gate counts the finding.
    """
    if review is None:
        return None
    changed = say(review.changed) if review.changed else None
    return {**matter_facts(review.matter, review.status), "changed": changed, "counts": review.counts}


def matter_facts(matter: Matter | None, status: Status) -> dict[str, Json]:
    """What was decided on a matter, and to whom it is assigned."""
    decision = matter.decision if matter else None
    return {
        "status": status.value,
        "ruling": decision.ruling.value if decision and decision.ruling else None,
        "who": decision.who if decision else "",
        "at": time_as_text(decision.at) if decision else None,
        "note": decision.note if decision else "",
        "assignee": matter.assignee if matter else "",
    }

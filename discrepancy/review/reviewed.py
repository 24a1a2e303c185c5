"""How a finding stands, as the API and the page are told it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.decided import Event, Matter, Review, Status
from discrepancy.messages import render

__all__ = ["as_told", "idle", "of_matter"]


def of_matter(finding: str, matter: Matter | None) -> Review:
    """How a finding stands by the matter that was made of it; new where there is none."""
    if matter is None:
        return Review(finding=finding, status=Status.NEW)
    changed = matter.reopened.changed if matter.reopened and matter.status is Status.REOPENED else None
    return Review(finding=finding, status=matter.status, matter=matter, changed=changed)


def idle(review: Review) -> bool:
    """Whether nobody did anything about it: a page need not be told."""
    return review.matter is None and review.status is Status.NEW


def as_told(review: Review, events: Sequence[Event], language: str) -> dict[str, object]:
    """The review as JSON knows it.

    Args:
        review: how the finding stands.
        events: all that happened to its matter, the first one first.
        language: of the sentence that says what changed.
    """
    matter = review.matter
    decision = matter.decision if matter else None
    return {
        "finding": review.finding,
        "status": review.status.value,
        "ruling": decision.ruling.value if decision and decision.ruling else None,
        "note": decision.note if decision else "",
        "who": decision.who if decision else "",
        "at": decision.at.isoformat() if decision else None,
        "assignee": matter.assignee if matter else "",
        "comments": [_comment(each) for each in matter.comments] if matter else [],
        "changed": render(review.changed, language) if review.changed else None,
        "last": matter.last if matter else "",
        "counts": review.counts,
        "matter": matter.id if matter else None,
        "history": [_happened(each) for each in events],
    }


def _comment(event: Event) -> dict[str, str]:
    return {"who": event.who, "at": event.at.isoformat(), "note": event.note}


def _happened(event: Event) -> dict[str, object]:
    return {
        "at": event.at.isoformat(),
        "who": event.who,
        "action": event.action.value,
        "ruling": event.ruling.value if event.ruling else None,
        "note": event.note,
        "assignee": event.assignee,
    }

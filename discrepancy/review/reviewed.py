"""How a finding stands, as the API and the page are told it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.decided import Event, Matter, Review, Status, time_as_text
from discrepancy.formats.review_facts import matter_facts
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
    """The review as JSON knows it: what the JSON report says of it, and what a reviewer needs besides.

    Args:
        review: how the finding stands.
        events: all that happened to its matter, the first one first.
        language: of the sentence that says what changed.
    """
    matter = review.matter
    return {
        **matter_facts(matter, review.status),
        "finding": review.finding,
        "comments": [_comment(each) for each in matter.comments] if matter else [],
        "changed": render(review.changed, language) if review.changed else None,
        "last": matter.last if matter else "",
        "counts": review.counts,
        "matter": matter.id if matter else None,
        "history": [_happened(each) for each in events],
    }


def _comment(event: Event) -> dict[str, str]:
    return {"who": event.who, "at": time_as_text(event.at), "note": event.note}


def _happened(event: Event) -> dict[str, object]:
    return {
        "at": time_as_text(event.at),
        "who": event.who,
        "action": event.action.value,
        "ruling": event.ruling.value if event.ruling else None,
        "note": event.note,
        "assignee": event.assignee,
    }

"""Which of two versions was published first, as far as they say."""

from __future__ import annotations

import datetime as dt

from discrepancy.documents import day_of
from discrepancy.model import Story

_ZONES = dt.timedelta(hours=3)


def earlier(story: Story, one: str, other: str) -> bool | None:
    """Whether document ``one`` was published before ``other``; None where it can not be told.

    Two versions of one day can be told apart only where both say the time; where one names no zone, only if the two
    are further apart than neighbouring zones are.
    """
    a, b = _dated(story, one), _dated(story, other)
    if a is None or b is None:
        return None
    if isinstance(a, dt.datetime) and isinstance(b, dt.datetime):
        if (a.tzinfo is None) == (b.tzinfo is None):
            return None if a == b else a < b
        gap = a.replace(tzinfo=None) - b.replace(tzinfo=None)
        return gap < dt.timedelta() if abs(gap) > _ZONES else None
    return None if day_of(a) == day_of(b) else day_of(a) < day_of(b)


def published(story: Story, document: str) -> str:
    """When a document was published, as a reader reads it; empty where it does not say."""
    moment = _dated(story, document)
    if isinstance(moment, dt.datetime):
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.isoformat() if moment else ""


def _dated(story: Story, document: str) -> dt.date | None:
    return story.document[document].dated

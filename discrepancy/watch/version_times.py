"""When a version was published: as it says itself where that can be, else when it was seen."""

from __future__ import annotations

import datetime as dt

from discrepancy.model import Document

__all__ = ["dated"]

_LEAST = dt.timedelta(microseconds=1)
_NOON = dt.time(12, tzinfo=dt.UTC)
"""The time of a day of which no more is known: it is the same day in most places of the world."""


def dated(document: Document, before: Document | None, seen: dt.datetime) -> dt.datetime:
    """The time of a version, with its zone, always later than that of the version before of its article.

    A first version's is the time of publication that it gives. A later one has its own "last updated" (or time of
    publication) where that has moved on since, and was otherwise published when it was seen: pages are changed without
    a word. Where the article names a zone, that is the zone of the time: "today" is a day by its clocks.

    Args:
        document: as it was read, with the times that it gives itself.
        before: the version before, whose ``published`` is what this function made of it; None for a first one.
        seen: when it was seen.
    """
    zone = next((found for each in (document.published, document.updated) if (found := _zone(each))), None)
    if before is None:
        first = _moment(document.dated, seen)
        return first if first is not None and first <= seen else seen.astimezone(zone or dt.UTC)
    last = _moment(before.published, seen) or seen
    told = document.updated or document.published
    own = _moment(told, seen)
    if own is not None and last < own <= seen and _has_moved_on(told, own, before, last):
        return own
    return max(seen, last + _LEAST).astimezone(zone or last.tzinfo)


def _has_moved_on(told: dt.date | None, own: dt.datetime, before: Document, last: dt.datetime) -> bool:
    """Whether a time is later than what the version before told; a day without a time only where it is a later day."""
    if told is not None and not isinstance(told, dt.datetime):
        return told > last.date()
    earlier = _moment(before.updated, last)
    return earlier is None or own > earlier


def _zone(moment: dt.date | None) -> dt.tzinfo | None:
    return moment.tzinfo if isinstance(moment, dt.datetime) else None


def _moment(told: dt.date | None, seen: dt.datetime) -> dt.datetime | None:
    """A date or time as a time with a zone; of the day on which it was seen, the time at which it was."""
    if told is None:
        return None
    if isinstance(told, dt.datetime):
        return told if told.tzinfo is not None else told.replace(tzinfo=dt.UTC)
    return seen if told == seen.date() else dt.datetime.combine(told, _NOON)

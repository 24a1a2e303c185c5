"""Dates and times as metadata writes them: ISO 8601, its basic form, RFC 822, and plain English dates."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from discrepancy.loaders.layout.stamps import stamps

__all__ = ["moment"]

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
_OLDEST, _NEWEST = 1500, 3000
"""Years between which something was published."""
_LONGEST = 100


def moment(value: str) -> dt.date | None:
    """Read a date or time; a time keeps its zone, and has none where none is given.

    Args:
        value: ``2026-03-03``, ``2026-03-03T10:15:00+01:00``, ``20260303T101500Z``, ``Tue, 03 Mar 2026 10:15:00 GMT``,
            ``3 March 2026``.

    Returns:
        A ``datetime`` where a time is given, else a ``date``; None for what can not be read, for a date in figures
        that can be read in two ways, and for a year in which nothing was published.
    """
    text = value.strip()
    if len(text) > _LONGEST:
        return None
    try:
        found = _iso(text) or _rfc822(text) or next((stamp.value for stamp in stamps(text) if stamp.value), None)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and _OLDEST < found.year < _NEWEST else None


def _iso(text: str) -> dt.date | None:
    match = _ISO.match(text)
    if match is None:
        return None
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    if match["hour"] is None:
        return day
    time = dt.time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), tzinfo=_zone(match["zone"]))
    return dt.datetime.combine(day, time)


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return dt.UTC
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return dt.timezone(dt.timedelta(minutes=minutes if text[0] == "+" else -minutes))


def _rfc822(text: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None

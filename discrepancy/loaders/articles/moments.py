"""Dates and times as metadata writes them: ISO 8601, its basic form, RFC 822, and plain English dates."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from discrepancy.loaders.layout.stamps import in_print_age, stamps

__all__ = ["moment"]

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
_WEEKDAY_BETWEEN = re.compile(r"(?<=\d{4}) +(?:mon|tues|wednes|thurs|fri|satur|sun)day,?(?= +\d)", re.IGNORECASE)
"""LexisNexis puts the weekday between date and time: "September 14, 2026 Monday 9:15 AM GMT"."""
_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
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
    text = _WEEKDAY_BETWEEN.sub("", value.strip()[: _LONGEST + 1])
    if len(text) > _LONGEST:
        return None
    try:
        found = _iso(text) or _worded(text)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and in_print_age(found) else None


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


def _worded(text: str) -> dt.date | None:
    """A date with words in it, as mail writes it or as people do.

    The reader of mail dates passes over "PM" and over zones that it does not know; what it leaves out is looked for.
    """
    mailed = None if _HALF.search(text) else _rfc822(text)
    if isinstance(mailed, dt.datetime) and mailed.tzinfo is not None:
        return mailed
    return next((stamp.value for stamp in stamps(text) if stamp.value), None) or mailed


def _rfc822(text: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None

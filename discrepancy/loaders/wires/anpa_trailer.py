"""The line with the time of transmission that ends a message: "AP-NY-03-03-26 0915EST", "030915 GMT Mar 26"."""

from __future__ import annotations

import datetime as dt
import re

from discrepancy.lexicon import table

__all__ = ["trailer"]

# Source: ANPA 1312, trailer; IPTC 7901, day-time group.
_AP_TIME = re.compile(
    r"\W*(?:(?P<source>[A-Z]{2,5})-)?(?P<bureau>[A-Z]{2,3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})-(?P<year>\d{2})"
    r" (?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>[A-Z]{3,4})?\W*$"
)
_IPTC_TIME = re.compile(
    r"\W*(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2}) ?(?P<zone>[A-Z]{3,4})? (?P<month>[A-Za-z]{3})"
    r" (?P<year>\d{2}|\d{4})\W*$"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CENTURY = 2000
_SHORTEST, _LONGEST = 12, 60
"""Characters of such a line."""


def trailer(line: str) -> tuple[dt.datetime, str] | None:
    """The time of transmission in the line that ends a message, and the source that it names; None for any other."""
    match = None if len(line) > _LONGEST or len(line) < _SHORTEST else _AP_TIME.match(line) or _IPTC_TIME.match(line)
    if match is None:
        return None
    told = match["month"].casefold()
    month = int(told) if told.isdigit() else _MONTHS.index(told) + 1 if told in _MONTHS else 0
    year = int(match["year"]) + (_CENTURY if len(match["year"]) == 2 else 0)
    minutes = table("time_zones")["minutes"].get(match["zone"] or "")
    zone = None if minutes is None else dt.UTC if not minutes else dt.timezone(dt.timedelta(minutes=minutes))
    try:
        when = dt.datetime(year, month, int(match["day"]), int(match["hour"]), int(match["minute"]), tzinfo=zone)
    except ValueError:
        return None
    return when, match.groupdict().get("source") or ""

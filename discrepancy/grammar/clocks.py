"""Times of the clock in words, which count nothing: "five o'clock", "half past six", "ten past six"."""

from __future__ import annotations

import re

__all__ = ["clock_at"]

_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_O_CLOCK = re.compile(r"[ \u00a0][oO]['’][cC]lock(?![a-z])")
_MINUTES_PAST = re.compile(rf"(?:[ -]five)?(?: minutes)? past {_HOUR}(?![A-Za-z-])", re.IGNORECASE)
_PAST_HOUR = re.compile(r"(?<![A-Za-z])(?:half|quarter)[ -]past[ -]$", re.IGNORECASE)
_TO_HOUR = re.compile(r"(?<![A-Za-z])(?:at|until|till|before|after|since)(?: a)? quarter to $", re.IGNORECASE)
_REACH = 24


def clock_at(text: str, start: int, end: int) -> int:
    """Where a time of the clock ends whose hour or minutes are the number word ``[start, end)``; 0 if it is none.

    "A quarter to nine" is one only after "at", "until" and the like: a profit may fall from a quarter to nine million.
    """
    if text[end : end + 1] in " \u00a0-" and (match := _O_CLOCK.match(text, end) or _MINUTES_PAST.match(text, end)):
        return match.end()
    lead = text[max(0, start - _REACH) : start]
    if lead[-5:].lower() in ("past ", "past-") and _PAST_HOUR.search(lead):
        return end
    return end if lead.endswith("to ") and _TO_HOUR.search(lead) else 0

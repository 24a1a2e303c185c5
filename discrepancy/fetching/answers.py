"""What the headers of an answer say, and what is sent to learn whether it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from discrepancy.fetching.asked import Request

__all__ = ["conditions", "validator", "wait"]

_LONGEST_WAIT = dt.timedelta(days=1)
_LONGEST_VALIDATOR = 1000
_MOST_DIGITS = 9


def conditions(request: Request, *, onward: bool) -> dict[str, str]:
    """The headers that ask for what changed.

    Args:
        request: what was told the last time.
        onward: whether a redirect led here. Its ETag may be sent on; a date says nothing of another address, and what
            is new there can be older than what was read elsewhere.
    """
    sent = {
        "If-None-Match": validator(request.etag),
        "If-Modified-Since": "" if onward else validator(request.modified),
    }
    return {name: value for name, value in sent.items() if value}


def validator(text: str) -> str:
    """An ETag or a date if it can be sent back as it came, else nothing."""
    return text if len(text) <= _LONGEST_VALIDATOR and text.isascii() and text.isprintable() else ""


def wait(headers: Mapping[str, str], now: dt.datetime) -> dt.timedelta | None:
    """For how long a server asks to be left alone: Retry-After, in seconds or up to a date, a day at most.

    Args:
        headers: their names in small letters, or in a mapping that does not mind.
        now: what time it is where the answer does not say.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        asked = dt.timedelta(seconds=int(said)) if len(said) <= _MOST_DIGITS else _LONGEST_WAIT
    else:
        until = _date(said)
        if until is None:
            return None
        asked = until - (_date(headers.get("date", "")) or now)  # by its own clock, which may differ from ours
    return min(asked, _LONGEST_WAIT) if asked > dt.timedelta() else None


def _date(text: str) -> dt.datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):  # what the standard library makes of no date
        return None
    return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found

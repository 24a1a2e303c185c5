"""Lengths of time as a person writes them: "30s", "5m", "1h30m", "90d", "2w"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = ["EXAMPLES", "duration", "written_duration"]

EXAMPLES: Final = '"30s", "5m", "1h30m" or "90d"'
"""How they are written, for messages."""

_SECONDS: Final = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_PART: Final = re.compile(r"(\d{1,6}) ?([wdhms])")
_WHOLE: Final = re.compile(rf"{_PART.pattern}(?: ?{_PART.pattern})*", re.ASCII)


def duration(text: str) -> dt.timedelta | None:
    """The length of time that a text gives; None where it gives none, or a unit twice or out of order."""
    plain = text.strip().lower()
    if not _WHOLE.fullmatch(plain):
        return None
    parts = _PART.findall(plain)
    sizes = [_SECONDS[unit] for _, unit in parts]
    if sizes != sorted(set(sizes), reverse=True):
        return None
    return dt.timedelta(seconds=sum(int(number) * size for (number, _), size in zip(parts, sizes, strict=True)))


def written_duration(length: dt.timedelta) -> str:
    """A length of time in whole seconds, as :func:`duration` reads it: "1h30m"; "0s" for none."""
    left = length // dt.timedelta(seconds=1)
    parts = []
    for unit, size in _SECONDS.items():
        number, left = divmod(left, size)
        if number:
            parts.append(f"{number}{unit}")
    return "".join(parts) or "0s"

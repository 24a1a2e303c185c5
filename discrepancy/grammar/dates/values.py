"""TimeML values and the days they span: one small function for each size of calendar piece."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

__all__ = [
    "REFERENCE_FUTURE",
    "Value",
    "add_months",
    "day",
    "decade",
    "duration",
    "half",
    "month",
    "narrow",
    "quarter",
    "safe_date",
    "season",
    "season_days",
    "week",
    "weekend",
    "years",
]

REFERENCE_FUTURE: Final = "FUTURE_REF"
_SEASON_START: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_TIME_UNITS: Final = {"H": "H", "m": "M", "s": "S"}
# Of a span's length. Wide on purpose: nobody says where the early part of a decade ends.
_PARTS: Final = {
    "early": (0.0, 0.5),
    "beginning": (0.0, 0.3),
    "start": (0.0, 0.3),
    "middle": (0.25, 0.75),
    "mid": (0.25, 0.75),
    "late": (0.5, 1.0),
}
_END: Final = (0.7, 1.0)
_FOLDED: Final = {"DE": (10, "Y"), "CE": (100, "Y")}


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means: TimeML's value and type, and the days it can mean."""

    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    relative: bool = False
    type: str = "DATE"

    def resolved(self) -> Value:
        """The same, told against the publication date."""
        return Value(self.value, self.first, self.last, True, self.type)  # noqa: FBT003 - its own field, in order


def safe_date(year: int, month_number: int, day_number: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month_number, day_number)
    except ValueError:
        return None


def _clamped(year: int, month_number: int, day_number: int) -> dt.date:
    year = min(max(year, dt.MINYEAR), dt.MAXYEAR)
    return dt.date(year, month_number, min(day_number, calendar.monthrange(year, month_number)[1]))


def add_months(start: dt.date, months: int) -> dt.date:
    """The same day ``months`` later (earlier when negative), or the month's last where it has no such day."""
    index = start.year * 12 + start.month - 1 + months
    return _clamped(index // 12, index % 12 + 1, start.day)


def add_days(start: dt.date, days: int) -> dt.date:
    """The day ``days`` later, held inside the calendar."""
    ordinal = min(max(start.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def day(date: dt.date, suffix: str = "") -> Value:
    """One day; ``suffix`` is a part of it ("TNI") or a time ("T06:15")."""
    return Value(date.isoformat() + suffix, date, date, type="TIME" if suffix else "DATE")


def week(date: dt.date) -> Value:
    """The ISO week, Monday to Sunday, that holds ``date``."""
    year, number, weekday = date.isocalendar()
    monday = add_days(date, 1 - weekday)
    return Value(f"{year:04d}-W{number:02d}", monday, add_days(monday, 6))


def weekend(date: dt.date) -> Value:
    """Saturday and Sunday of the ISO week that holds ``date``."""
    saturday = add_days(date, 6 - date.isoweekday())
    return Value(f"{week(date).value}-WE", saturday, add_days(saturday, 1))


def month(year: int, number: int) -> Value:
    """A month of a year."""
    return Value(f"{year:04d}-{number:02d}", _clamped(year, number, 1), _clamped(year, number, 31))


def years(first: int, last: int | None = None, value: str | None = None) -> Value:
    """A year, or the years from ``first`` to ``last``."""
    last = first if last is None else last
    written = f"{first:04d}" if value is None else value
    return Value(written, _clamped(first, 1, 1), _clamped(last, 12, 31))


def decade(first: int) -> Value:
    """The ten years from ``first``: the 1990s are "199"."""
    return years(first, first + 9, f"{first // 10:03d}")


def quarter(year: int, number: int) -> Value:
    """A quarter of a calendar year."""
    return Value(f"{year:04d}-Q{number}", _clamped(year, number * 3 - 2, 1), _clamped(year, number * 3, 31))


def half(year: int, number: int) -> Value:
    """A half of a calendar year."""
    return Value(f"{year:04d}-H{number}", _clamped(year, number * 6 - 5, 1), _clamped(year, number * 6, 31))


def season(year: int, name: str) -> Value:
    """A northern season; a winter belongs to the year it starts in."""
    first, last = season_days(year, name)
    return Value(f"{year:04d}-{name}", first, last)


def season_days(year: int, name: str) -> tuple[dt.date, dt.date]:
    """The first and last day of a northern season."""
    start = _clamped(year, _SEASON_START[name], 1)
    return start, add_days(add_months(start, 3), -1)


def duration(amount: str, unit: str, kind: str = "DURATION") -> Value:
    """A length of time; decades and centuries are given in years. ``amount`` is digits, or ``X`` for an unknown."""
    if unit in _FOLDED and amount != "X":
        factor, unit = _FOLDED[unit]
        amount = f"{float(amount) * factor:g}" if "." in amount else str(int(amount) * factor)
    if unit in _TIME_UNITS:
        return Value(f"PT{amount}{_TIME_UNITS[unit]}", type=kind)
    return Value(f"P{amount}{unit}", type=kind)


def narrow(value: Value, part: str) -> Value:
    """Keep the early, middle or late part of a span; TimeML keeps the value and says so in an attribute of its own."""
    if value.first is None or value.last is None:
        return value
    length = (value.last - value.first).days
    low, high = _PARTS.get(part, _END)
    return replace(
        value, first=add_days(value.first, int(length * low)), last=add_days(value.first, -int(-length * high // 1))
    )

"""Holidays: those of a fixed day, those that go with Easter, and those of the nth weekday of a month."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

from discrepancy.grammar.dates.values import add_days, safe_date
from discrepancy.grammar.dates.words import COUNTED_DAYS, HOLIDAYS, MOVABLE

__all__ = ["holiday_in", "nth_weekday"]

_LAST_WEEK: Final = 5


def _easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * (21 - golden) // 11)
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    return dt.date(year, 3, 28) + dt.timedelta(days=epact - weekday)


def nth_weekday(year: int, month: int, week: int, weekday: int) -> dt.date:
    """The nth weekday (1 is Monday) of a month; week 5 is the last."""
    if week == _LAST_WEEK:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return add_days(last, -((last.isoweekday() - weekday) % 7))
    first = dt.date(year, month, 1)
    return add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (week - 1))


def holiday_in(name: str, year: int) -> dt.date | None:
    """The day of a holiday (in lower case, with a straight apostrophe) in a year."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if name in MOVABLE:
        return add_days(_easter(year), MOVABLE[name])
    if name in COUNTED_DAYS:
        return nth_weekday(year, *(int(part) for part in COUNTED_DAYS[name].split("-")))
    return safe_date(year, *(int(part) for part in HOLIDAYS[name].split("-")))

"""Whether two dates can both be right of one event, whatever their readers had to guess: the year, the week."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from discrepancy.grammar.dates.words import DEICTICS, MONTHS, WEEKDAYS
from discrepancy.model import Date

__all__ = ["can_both_hold", "counted_years_apart", "is_counted_from_now", "says_weekday", "scale"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OPEN_WEEKDAY: Final = re.compile(r"XXXX-WXX-(\d)")
_OPEN_DAY: Final = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SCALES: Final = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d|XXXX-WXX-\d|XXXX-\d\d-\d\d")),
    ("month", re.compile(r"(?:\d{4}|XXXX)-\d\d$")),
    ("quarter", re.compile(r"(?:\d{4}|XXXX)-Q[1-4]$")),
    ("year", re.compile(r"\d{4}$")),
)
_CLOCKED: Final = re.compile(r"T\d")
_WEEK: Final = dt.timedelta(days=7)
_YEARS_AGO: Final = re.compile(r"\byears?\s+(?:ago|earlier|back)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")
_ROUND: Final = 5
"""Years that a round or spelled number may be off by."""
_LEAP: Final = 2024
"""A year that has every day: where none is told, days are held against each other in it."""

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class _Readings:
    """What a date may mean: stretches of days, first and last included; or only a day of the week."""

    stretches: tuple[Days, ...] = ()
    weekday: int = 0


def scale(date: Date) -> str:
    """How exact a date is: day, month, quarter or year; empty for what names none ("at 9 a.m.")."""
    if _CLOCKED.search(date.value) and not _words(date) & (MONTHS.keys() | WEEKDAYS.keys() | DEICTICS.keys()):
        return ""
    name = next((name for name, form in _SCALES if form.match(date.value)), "")
    if name and name != "day" and is_counted_from_now(date):
        return ""
    return name


def says_weekday(date: Date) -> int:
    """The day of the week that the expression names, 1 for Monday; 0 where it names none."""
    if date.first is None or date.first != date.last:
        found = _OPEN_WEEKDAY.match(date.value)
        return int(found[1]) if found else 0
    return date.first.isoweekday() if _words(date) & WEEKDAYS.keys() else 0


def is_counted_from_now(date: Date) -> bool:
    """Whether it is told from the day of writing alone: today, yesterday, last month, two years ago."""
    if not date.relative:
        return False
    named = _words(date) & (MONTHS.keys() | WEEKDAYS.keys())
    return not named and _YEAR.search(date.text) is None and "quarter" not in _words(date)


def counted_years_apart(a: Date, b: Date) -> bool:
    """Whether "18 years ago" and a year, or a day of one, are farther apart than counting in years puts them."""
    counted = [date for date in (a, b) if is_counted_from_now(date) and _YEARS_AGO.search(date.text)]
    if len(counted) != 1 or a.first is None or b.first is None:
        return False
    other = b if counted[0] is a else a
    if not _YEAR.search(other.text):
        return False
    number = _NUMBER.search(counted[0].text)
    is_round = number is None or int(number[0]) % _ROUND == 0
    return abs(a.first.year - b.first.year) > (_ROUND if is_round else 1)


def can_both_hold(a: Date, b: Date) -> bool:
    """Whether one event can have both dates: one holds the other, or what is left unsaid can make them meet.

    A day and month without a year may be of the year before or after, a day of the week of the week before or after:
    which one is meant was only guessed.
    """
    left, right = _readings(a, b), _readings(b, a)
    if left.weekday or right.weekday:
        return _weekday_fits(left, right) or _weekday_fits(right, left)
    if not left.stretches or not right.stretches:
        return True
    return any(p[0] <= q[1] and q[0] <= p[1] for p in left.stretches for q in right.stretches)


def _weekday_fits(open_one: _Readings, other: _Readings) -> bool:
    """Whether a bare day of the week can be the day that the other tells."""
    if not open_one.weekday:
        return False
    if other.weekday:
        return other.weekday == open_one.weekday
    if not other.stretches:
        return True
    return any(first != last or first.isoweekday() == open_one.weekday for first, last in other.stretches)


def _readings(date: Date, other: Date) -> _Readings:
    """What ``date`` may mean; a day without any year is put into the years of the ``other``."""
    weekday = _OPEN_WEEKDAY.match(date.value)
    if weekday:
        return _Readings(weekday=int(weekday[1]))
    if date.first is None or date.last is None:
        open_day = _OPEN_DAY.match(date.value)
        if not open_day:
            return _Readings()
        years = {end.year for end in (other.first, other.last) if end is not None} or {_LEAP}
        days = [_day(year, int(open_day[1]), int(open_day[2])) for year in sorted(years)]
        return _Readings(tuple((day, day) for day in days if day is not None))
    told = (date.first, date.last)
    words = _words(date)
    if not date.relative or _YEAR.search(date.text):
        return _Readings((told,))
    if words & MONTHS.keys():
        return _Readings(tuple(_shifted(told)))
    if words & WEEKDAYS.keys():
        return _Readings(tuple((told[0] + n * _WEEK, told[1] + n * _WEEK) for n in (-1, 0, 1)))
    return _Readings((told,))


def _shifted(days: Days) -> list[Days]:
    """The same days of the year before and the year after, too."""
    found = []
    for by in (-1, 0, 1):
        first = _day(days[0].year + by, days[0].month, days[0].day)
        last = _day(days[1].year + by, days[1].month, days[1].day)
        if last is None:  # 29 February, where "February" was taken for that of a leap year
            last = _day(days[1].year + by, days[1].month, days[1].day - 1)
        if first is not None and last is not None:
            found.append((first, last))
    return found


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _words(date: Date) -> frozenset[str]:
    return _words_of(date.text)


@lru_cache(maxsize=8192)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))

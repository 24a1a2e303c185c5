"""Days told by whole weeks from a weekday, and fortnights: "Monday week", "a week from Friday", "a fortnight ago"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import amount
from discrepancy.grammar.dates.relative import unit_at
from discrepancy.grammar.dates.rules import NUMBER, Rule, rule
from discrepancy.grammar.dates.values import Value, add_days, day, duration
from discrepancy.grammar.dates.words import UNITS, WEEKDAYS

__all__ = ["RULES"]

_MOST: Final = 200
"""Weeks that anybody counts from a weekday, or fortnights from now."""


def _next(here: dt.date, number: int, weeks: int) -> dt.date:
    """The weekday to come, the day itself included, and so many weeks on."""
    return add_days(here, (number - here.isoweekday()) % 7 + 7 * weeks)


def _weekday_week(context: Context, match: re.Match[str]) -> Found | None:
    """Read "Monday week": a week after the Monday to come."""
    if context.lower(match.end() - 1) != "week" or context.tokens.code(match.start() - 1) in "TAVlN'":
        return None
    if context.tokens.code(match.end()) in "-fx'":
        return None  # "a Monday week-long walk", "the Friday week's total"
    return _found(context, match, 1)


def _week_from(context: Context, match: re.Match[str]) -> Found | None:
    """Read "a week on Friday", "two weeks from Monday"."""
    count = amount(context.tokens, match.start("count"), match.end("count"))
    if UNITS[context.lower(match.start("unit"))] != "W" or count is None or not count.isdecimal():
        return None
    lead = context.lower(match.start("lead"))
    # "He spent a week on Friday's paper"; "a week on Friday since he died" is over.
    if lead not in {"on", "from"} or context.tokens.code(match.end()) in "'-":
        return None
    if lead == "on" and context.direction(match.start(), match.end()) <= 0:
        return None
    return _found(context, match, int(count)) if int(count) <= _MOST else None


def _found(context: Context, match: re.Match[str], weeks: int) -> Found:
    if context.published is None:
        return Found(match.start(), match.end(), Value(""))
    number = WEEKDAYS[context.lower(match.start("name"))]
    return Found(match.start(), match.end(), day(_next(context.published, number, weeks)).resolved())


def _fortnights(context: Context, match: re.Match[str]) -> int | None:
    count = amount(context.tokens, match.start("count"), match.end("count")) if match["count"] else "1"
    return int(count) if count is not None and count.isdecimal() and int(count) <= _MOST else None


def _fortnight_ago(context: Context, match: re.Match[str]) -> Found | None:
    """Read "a fortnight ago": the week two weeks back."""
    count = _fortnights(context, match)
    if count is None:
        return None
    value = unit_at(context.published, "W", -2 * count) if context.published else Value("")
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _fortnight(context: Context, match: re.Match[str]) -> Found | None:
    """Read "a fortnight", "two fortnights later": a length; "the past fortnight" has its days too."""
    count = _fortnights(context, match)
    if count is None:
        return None
    value = duration(str(2 * count), "W")
    which = match.groupdict().get("which")
    if which and context.published is not None:
        first, last = sorted((context.published, add_days(context.published, (14 if which in "NC" else -14) * count)))
        value = replace(value, first=first, last=last, relative=True)
    return Found(match.start(), match.end(), value)


RULES: Final[tuple[Rule, ...]] = (
    rule("W", "(?P<name>W)u", _weekday_week),
    rule("A29", rf"(?P<count>{NUMBER})(?P<unit>[uU])(?P<lead>i)(?P<name>W)", _week_from),
    rule("A29", rf"(?P<count>{NUMBER})%g", _fortnight_ago),
    rule("A29", rf"(?P<count>{NUMBER})-?%L?", _fortnight),
    rule("Tlp", "T?(?P<which>[lpNC])(?P<count>)%", _fortnight),
)

"""Weekday names against the publication date: "Tuesday", "next Tuesday", "Friday night", "Tuesday last week"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.holidays import nth_weekday
from discrepancy.grammar.dates.numbers import ordinal_at
from discrepancy.grammar.dates.rules import MONTH, Rule, rule
from discrepancy.grammar.dates.values import Value, add_days, day
from discrepancy.grammar.dates.words import DAYPARTS, MONTHS, NAMED_DAYS, UNITS, WEEKDAYS

__all__ = ["RULES"]


def _named_week(context: Context, match: re.Match[str], number: int) -> dt.date | None:
    """The weekday of "Tuesday last week"; None where the match names no week."""
    if match["week"] is None or context.published is None:
        return None
    if UNITS.get(context.lower(match.start("week") + 1)) != "W":
        return None
    shift = {"l": -7, "N": 7}.get(context.tokens.code(match.start("week")), 0)
    return add_days(context.published, number - context.published.isoweekday() + shift)


def _placed(context: Context, match: re.Match[str], number: int) -> dt.date | None:
    """The day itself: by the week named, by "last" and "next", else by the words around."""
    here = context.published
    date = _named_week(context, match, number)
    if date is not None or here is None:
        return date
    which = context.tokens.code(match.start("which")) if match["which"] else ""
    if which in ("l", "v", "p"):
        return add_days(here, -((here.isoweekday() - number - 1) % 7 + 1))
    if which == "N":
        return add_days(here, (number - here.isoweekday() - 1) % 7 + 1)
    way = context.direction(match.start(), match.end())
    if which in ("h", "C") and way == 0:
        way = 1
    return context.weekday(number, match.start(), match.end(), way)


def _weekday(context: Context, match: re.Match[str]) -> Found | None:
    tokens, index = context.tokens, match.start("name")
    if not match["which"] and tokens.code(match.start() - 1) in "oO" and tokens.code(match.end()) in "fi":
        # "the first Tuesday of each month"
        return None
    if _is_name(context, match):
        return None
    if tokens.code(index) == "w" and not _is_abbreviation(context, match):
        return None
    number = WEEKDAYS[context.lower(index)]
    end = match.end()
    if match["week"] and UNITS.get(context.lower(match.start("week") + 1)) != "W":
        end = match.start("week")
    suffix = f"T{DAYPARTS[context.lower(match.start('part'))]}" if match["part"] else ""
    if match["part"] and context.lower(match.start("part")).endswith("s"):
        return Found(match.start(), end, Value(f"XXXX-WXX-{number}{suffix}", type="SET"))
    date = _placed(context, match, number)
    if date is None:
        return Found(match.start(), end, Value(f"XXXX-WXX-{number}{suffix}", type="TIME" if suffix else "DATE"))
    return Found(match.start(), end, day(date, suffix).resolved())


def _nth_of_month(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the last Friday in May", "the first Monday of October 2019"."""
    number, month = WEEKDAYS[context.lower(match.start("name"))], MONTHS[context.lower(match.start("month"))]
    rank_at = match.start("rank")
    last = context.tokens.code(rank_at) == "l"
    rank = 5 if last else ordinal_at(context.tokens, rank_at, rank_at + 1)
    year = int(context.tokens.word(match.start("year"))) if match["year"] else None
    told = year is None
    year = context.year_for(month, 0, match.start(), match.end()) if year is None else year
    if rank is None or year is None or (rank > 4 and not last):
        return None
    value = day(nth_weekday(year, month, rank, number))
    return Found(match.start(), match.end(), value.resolved() if told else value)


def _is_name(context: Context, match: re.Match[str]) -> bool:
    """Whether the weekday is part of a name: Cyber Monday, The Sunday Times, Saturday Night Live."""
    tokens, index = context.tokens, match.start("name")
    previous, following = tokens.word(index - 1), tokens.word(match.end("name"))
    if previous[:1].isupper() and previous.lower() in NAMED_DAYS:
        return True
    part = tokens.word(match.start("part")) if match["part"] else ""
    if part[:1].isupper() and not part.isupper():
        return True
    return previous.lower() == "the" and tokens.code(match.end("name")) == "x" and following[:1].isupper()


def _is_abbreviation(context: Context, match: re.Match[str]) -> bool:
    """Whether "Sun." has its stop, and is no newspaper."""
    return "." in match["name"] and context.lower(match.start() - 1) != "the"


def _plural(context: Context, match: re.Match[str]) -> Found | None:
    """Read "on Saturdays", "Friday nights": again and again."""
    number = WEEKDAYS[context.lower(match.start("name"))]
    if match["part"]:
        number_part = DAYPARTS[context.lower(match.start("part"))]
        return Found(match.start(), match.end(), Value(f"XXXX-WXX-{number}T{number_part}", type="SET"))
    return Found(match.start(), match.end(), Value(f"XXXX-WXX-{number}", type="SET"))


def _ordinary(context: Context, match: re.Match[str]) -> Found | None:
    found = _weekday(context, match)
    return replace(found, start=match.start()) if found else None


RULES: Final[tuple[Rule, ...]] = (
    rule("TolOS", rf"T?(?P<rank>[olOS])(?P<name>W)[fi](?P<month>{MONTH})(?:,?(?P<year>Y))?", _nth_of_month),
    rule("P", r"(?P<name>P)(?P<part>t)?", _plural),
    rule(
        "lNhvCpjWw", r"j?(?:h(?=[pC]))?(?P<which>[lNhvCp])?j?(?P<name>W|w\.?)(?P<part>t)?(?P<week>[lhN]u)?", _ordinary
    ),
)

"""Weekday names against the publication date: "Tuesday", "next Tuesday", "Friday night", "Tuesday last week"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.rules import Rule, rule
from discrepancy.grammar.dates.values import Value, add_days, day
from discrepancy.grammar.dates.words import DAYPARTS, NAMED_DAYS, UNITS, WEEKDAYS

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
    if context.lower(index - 1) in NAMED_DAYS and tokens.word(index - 1)[:1].isupper():
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
    rule("P", r"(?P<name>P)(?P<part>t)?", _plural),
    rule(
        "lNhvCpjWw", r"j?(?:h(?=[pC]))?(?P<which>[lNhvCp])?j?(?P<name>W|w\.?)(?P<part>t)?(?P<week>[lhN]u)?", _ordinary
    ),
)

"""Lengths of time and what comes back again: "for three years", "the past decade", "every Tuesday", "daily"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import amount
from discrepancy.grammar.dates.rules import MONTH, NUMBER, Rule, rule
from discrepancy.grammar.dates.values import Value, add_days, add_months, duration
from discrepancy.grammar.dates.words import DAYPARTS, LENGTHS, MONTHS, SEASONS, SETS, UNITS, WEEKDAYS

__all__ = ["RULES"]

_HALVES: Final = {
    "H": ("30", "m"),
    "D": ("12", "H"),
    "Y": ("6", "M"),
    "DE": ("5", "Y"),
    "CE": ("50", "Y"),
    "m": ("30", "s"),
}
_QUARTERS: Final = {"H": ("15", "m"), "D": ("6", "H"), "Y": ("3", "M"), "CE": ("25", "Y")}
_MONTHS_IN: Final = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}
_DAYS_IN: Final = {"D": 1, "W": 7}
_IN_A_DAY: Final = {"H": 24, "m": 1440, "s": 86400}
_HOURS_DOWN: Final = frozenset("Hms")
_DISTANCES: Final = frozenset({"miles", "kilometres", "kilometers", "km", "feet"})
_LED_BY: Final = frozenset({"for", "in", "within", "after", "over", "took", "lasted", "take"})
_BETWEEN: Final = frozenset(
    {
        "straight",
        "consecutive",
        "successive",
        "full",
        "more",
        "additional",
        "further",
        "extra",
        "whole",
        "long",
        "short",
    }
)
_AGE: Final = frozenset({"old", "olds"})


def _length(count: str, unit: str) -> Value:
    return duration(*_HALVES[unit]) if count == "0.5" and unit in _HALVES else duration(count, unit)


def _of_age(context: Context, match: re.Match[str]) -> bool:
    """Whether it is an age ("36-year-old", "12 years old", "aged 12 years"): a quantity and no time."""
    end = match.end() + (context.tokens.code(match.end()) == "-")
    if context.lower(end) in _AGE:
        return True
    return "aged" in (context.lower(match.start() - 1), context.lower(match.start() - 3))


def _duration(context: Context, match: re.Match[str]) -> Found | None:
    tokens = context.tokens
    unit = UNITS.get(context.lower(match.start("unit")), "s")
    count = amount(tokens, match.start("count"), match.end("count"))
    if match["count"] == "q" and context.lower(match.start() - 1) in {"as", "how", "so"}:
        return None
    if count is None or _of_age(context, match):
        return None
    if match["count"] == "Y" and unit == "Y":
        return None
    if match["count"] == "A" and (tokens.code(match.start("unit")) == "U" or tokens.code(match.end()) == "-"):
        return None
    if match["count"] == "A" and _is_speed(context, match.start(), context.lower(match.start("unit"))):
        return None
    if match["count"] == "A" and _is_rate(context, match):
        return Found(match.start(), match.end(), duration("1", unit, "SET"))
    value = _length(count, unit)
    if match["count"] == "A" and "," in match[0]:
        # "six days a week, 12 hours a day" are two.
        return Found(match.start(), match.end("unit"), value)
    for name in ("more", "most"):
        if match.groupdict().get(name):
            at = match.start(name)
            value = _joined(value, duration(amount(tokens, at, at + 1) or "X", UNITS[context.lower(at + 1)]))
    return Found(match.start(), match.end(), value)


def _spaced(context: Context, match: re.Match[str]) -> Found | None:
    """Read "five straight days", "three more years"."""
    if context.lower(match.start("unit") - 1) not in _BETWEEN:
        return None
    return _duration(context, match)


def _joined(whole: Value, more: Value) -> Value:
    """7 hours and 25 minutes: PT7H25M."""
    tail = more.value.removeprefix("P")
    if "T" in whole.value:
        tail = tail.removeprefix("T")
    return replace(whole, value=whole.value + tail)


def _is_rate(context: Context, match: re.Match[str]) -> bool:
    """Whether it is a rate: "£31,000 a year", "twice a month", "three times a week"."""
    before = context.tokens.code(match.start() - 1)
    return before in "$#2" or context.lower(match.start() - 1) in {"once", "twice", "times", "million", "billion"}


def _is_speed(context: Context, start: int, unit: str) -> bool:
    """Whether it is a speed ("60 miles an hour", "per second"), which TimeML leaves alone."""
    if UNITS[unit] not in _HOURS_DOWN:
        return False
    return context.lower(start) == "per" or context.lower(start - 1) in _DISTANCES


def _and_a_half(context: Context, match: re.Match[str]) -> Found | None:
    """Read "an hour and a half", "one year and a half"."""
    unit = UNITS[context.lower(match.start("unit"))]
    count = amount(context.tokens, match.start("count"), match.end("count"))
    if count is None or not count.isdecimal():
        return None
    return Found(match.start(), match.end(), duration(f"{count}.5", unit))


def _quarter_of(context: Context, match: re.Match[str]) -> Found | None:
    """Read "a quarter of a century", "quarter-century"."""
    length = _QUARTERS.get(UNITS[context.lower(match.end() - 1)])
    return Found(match.start(), match.end(), duration(*length)) if length else None


def _window(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the next three years", "the past decade", "the last 24 hours": a length, and the days it covers."""
    unit = UNITS[context.lower(match.start("unit"))]
    tokens = context.tokens
    count = amount(tokens, match.start("count"), match.end("count")) if match.groupdict().get("count") else None
    if count is None:
        count = "1" if tokens.code(match.start("unit")) == "u" else "X"
    if not match.groupdict().get("count") and (tokens.code(match.end()) == "f" or (unit == "D" and count == "1")):
        return None
    value = duration(count, unit)
    if count == "X" and match["which"] == "r":
        return Found(match.start(), match.end(), Value("PAST_REF"))
    here = context.published
    if here is None or not count.isdecimal() or match["which"] in "rFv" or len(count) > 4:
        return Found(match.start(), match.end(), value)
    way = 1 if match["which"] in "NC" else -1
    first, last = sorted((here, _reached(here, unit, way * int(count))))
    return Found(match.start(), match.end(), replace(value, first=first, last=last, relative=True))


def _reached(here: dt.date, unit: str, count: int) -> dt.date:
    """The day that lies so many units from ``here``; hours and less are counted in whole days."""
    if unit in _MONTHS_IN:
        return add_months(here, _MONTHS_IN[unit] * count)
    if unit in _DAYS_IN:
        return add_days(here, _DAYS_IN[unit] * count)
    return add_days(here, int(count / _IN_A_DAY[unit]))


def _bare_units(context: Context, match: re.Match[str]) -> Found | None:
    """Read "for years", "weeks of talks"."""
    before, after = context.lower(match.start() - 1), context.tokens.code(match.end())
    if after == "-" and context.lower(match.end() + 1) == "long":
        return Found(match.start(), match.end() + 2, duration("X", UNITS[context.lower(match.start())]))
    if context.lower(match.start()) == "minutes" and after == "f" and context.tokens.code(match.end() + 1) == "T":
        # The minutes of the meeting are a paper.
        return None
    if context.tokens.code(match.start() - 1) in "jToA":
        return None
    following = context.lower(match.end())
    if following != "old" and (before in _LED_BY or after in "fB" or following in {"later", "earlier"}):
        return Found(match.start(), match.end(), duration("X", UNITS[context.lower(match.start())]))
    return None


def _the_years(context: Context, match: re.Match[str]) -> Found | None:
    """Read "over the years"."""
    if context.lower(match.start() - 1) not in {"over", "through"} or context.tokens.code(match.end()) == "f":
        return None
    return Found(match.start(), match.end(), duration("X", UNITS[context.lower(match.end() - 1)]))


def _long(context: Context, match: re.Match[str]) -> Found | None:
    """Read "week-long"."""
    if context.lower(match.end() - 1) != "long":
        return None
    return Found(match.start(), match.end(), duration("1", UNITS[context.lower(match.start())]))


def _every_other(context: Context, match: re.Match[str]) -> Found | None:
    """Read "every second year", "every other day"."""
    if context.lower(match.start() + 1) not in {"second", "other"}:
        return None
    if context.tokens.code(match.end() - 1) == "W":
        weekday = WEEKDAYS[context.lower(match.end() - 1)]
        return Found(match.start(), match.end(), Value(f"XXXX-WXX-{weekday}", type="SET"))
    return Found(match.start(), match.end(), duration("2", UNITS[context.lower(match.end() - 1)], "SET"))


def _the_year(context: Context, match: re.Match[str]) -> Found | None:
    """Read "in the year to January": a length."""
    unit = UNITS[context.lower(match.end() - 1)]
    following = context.lower(match.end())
    if unit in "DHms" or following not in {"to", "ended", "ending", "through"}:
        return None
    return Found(match.start(), match.end(), duration("1", unit))


def _every(context: Context, match: re.Match[str]) -> Found | None:
    """Read "every Tuesday", "each year", "every four years", "every August"."""
    index = match.end() - 1 - bool(match["part"])
    word, code = context.lower(index), context.tokens.code(index)
    if code in "uU" and _is_speed(context, match.start(), word):
        return None
    if code == ".":
        word, code = context.lower(index - 1), context.tokens.code(index - 1)
    if code in "uU":
        count = amount(context.tokens, match.start("count"), match.end("count")) if match["count"] else "1"
        value = duration(count, UNITS[word], "SET") if count else None
    elif code in "WwP":
        part = f"T{DAYPARTS[context.lower(index + 1)]}" if match["part"] else ""
        value = Value(f"XXXX-WXX-{WEEKDAYS[word]}{part}", type="SET")
    elif code == "k":
        value = Value("XXXX-WXX-WE", type="SET")
    elif code == "s":
        value = Value(f"XXXX-{SEASONS[word]}", type="SET")
    elif code == "t":
        value = Value(f"XXXX-XX-XXT{DAYPARTS[word]}", type="SET")
    else:
        value = Value(f"XXXX-{MONTHS[word]:02d}", type="SET")
    return Found(match.start(), match.end(), value) if value else None


def _daily(context: Context, match: re.Match[str]) -> Found | None:
    """daily, annual; the Daily Planet is a name."""
    word, following = context.tokens.word(match.start()), context.tokens.word(match.end())
    named = word[:1].isupper() and (following[:1].isupper() or context.tokens.code(match.start() - 1) not in ".|")
    if named:
        return None
    value = SETS.get(word.lower())
    read = Value(value, type="SET") if value else Value(LENGTHS[word.lower()], type="DURATION")
    return Found(match.start(), match.end(), read)


RULES: Final[tuple[Rule, ...]] = (
    rule("TlpNCrvF", rf"T?(?P<which>[lpNCrvF])(?P<count>{NUMBER})(?P<unit>[uU])", _window),
    rule("T", r"T(?P<which>[lpNC])(?P<unit>[uU])", _window),
    rule("pC", r"(?P<which>[pC])(?P<unit>U)", _window),
    rule("V", rf"V(?P<count>{NUMBER})?[uU]|V(?:W(?P<part>t)|W|w\.?|P|s|t|k|{MONTH})", _every),
    rule("A9", r"(?P<count>A|9)(?P<unit>u)&AH", _and_a_half),
    rule("A", "AQf[AT]u", _quarter_of),
    rule("TlpNQ", "T?[lpN]?Q-?u", _quarter_of),
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})-?(?P<unit>[uU]),?&?(?P<more>2|9)[uU](?:,?&?(?P<most>2|9)[uU])?", _duration),
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})-?(?P<unit>[uU])", _duration),
    rule("29#q", r"(?P<count>[29#q])[xjF](?P<unit>[uU])", _spaced),
    rule("29#", r"(?P<count>[29#])-?(?P<unit>S)(?=[^a-zA-Z]|x)", _duration),
    rule("U", "U", _bare_units),
    rule("T", "TU", _the_years),
    rule("u", "u-x", _long),
    rule("V", "V(?:S|x)[uW]", _every_other),
    rule("T", "Tu", _the_year),
    rule("D", "D", _daily),
)

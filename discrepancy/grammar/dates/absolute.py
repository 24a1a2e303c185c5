"""Days and months with a name or a number: "Jan. 1, 2024", "1 January", "13.10.2024", "mid-March"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.holidays import holiday_in
from discrepancy.grammar.dates.numbers import ordinal_at
from discrepancy.grammar.dates.rules import MONTH, PART, WEEKDAY, YEAR_LATER, Rule, part_of, rule
from discrepancy.grammar.dates.values import Value, add_months, day, month, narrow, safe_date
from discrepancy.grammar.dates.words import COUNTED_AFTER, HOLIDAYS, MONTHS, OPENERS, UNITS, WEEKDAYS

__all__ = ["RULES"]

_HOLIDAY_VERBS: Final = frozenset(
    {"falls", "fell", "is", "was", "will", "has", "had", "comes", "came", "brings", "with"}
)
_ISO_OFFSET: Final = re.compile(r"(?<=\d)([+-]\d\d)(\d\d)$")
_LAST_TWO_DIGIT: Final = 99
_OTHER_DAY: Final = re.compile(
    rf"[~&;-](?:(?P<month>{MONTH})T?(?P<day>[2O])|(?P<last_day>[2O])f?(?P<last_month>{MONTH})),?(?P<year>Y)(?!-?u)"
)
_OTHER_MONTH: Final = re.compile(rf"[~&;-](?P<month>{MONTH})(?P<last_month>),?(?P<year>Y)(?!-?u)")
_MONTHS_A_YEAR: Final = 12


def _explicit_year(context: Context, match: re.Match[str]) -> tuple[int | None, int, bool]:
    """The year that the match names, where the match then ends, and whether publication told it."""
    groups = match.groupdict()
    if groups.get("year"):
        index = match.start("year")
        # "On March 5, 2000 people came": the number counts what follows.
        if context.lower(index + 1) not in COUNTED_AFTER:
            return int(context.tokens.word(index)), match.end(), False
        return None, index - (context.tokens.code(index - 1) == ","), False
    for name in ("relative_year", "that_year"):
        if not groups.get(name):
            continue
        index = match.start(name)
        if UNITS.get(context.lower(index + 1)) != "Y":
            return None, index - (name == "that_year"), False
        if name == "that_year":
            return context.anchor_year(), match.end(), False
        if context.published is not None:
            shift = {"l": -1, "N": 1}.get(context.tokens.code(index), 0)
            return context.published.year + shift, match.end(), True
    return None, match.end(), False


def _year_of(context: Context, number: int, day_number: int, match: re.Match[str], end: int) -> int | None:
    """The year of a date that names none; a weekday written beside it decides first."""
    year = context.year_for(number, day_number, match.start(), end)
    written = match.groupdict().get("weekday")
    if year is None or not written:
        return year
    weekday = WEEKDAYS[context.lower(match.start("weekday"))]
    for candidate in (year, year - 1, year + 1):
        date = safe_date(candidate, number, day_number)
        if date is not None and date.isoweekday() == weekday:
            return candidate
    return year


def _day_and_month(context: Context, match: re.Match[str]) -> Found | None:
    number = MONTHS[context.lower(match.start("month"))]
    day_number = ordinal_at(context.tokens, match.start("day"), match.end("day"))
    if day_number is None or safe_date(2000, number, day_number) is None:
        return _no_such_day(context, match) if day_number else None
    year, end, told = _explicit_year(context, match)
    if year is None:
        year = _year_of_other_end(context, number, day_number, end)
    if (number, day_number, year) == (9, 11, None) and context.lower(end).startswith(("attack", "terror", "hijack")):
        return Found(match.start(), end, day(dt.date(2001, 9, 11)))
    until = int(context.tokens.word(match.start("until"))) if match.groupdict().get("until") else None
    if until is not None and until <= day_number:
        return None
    if year is None:
        year = _year_of(context, number, day_number, match, end)
        told = True
    return Found(match.start(), end, _days(year, number, day_number, until, told=told))


def _no_such_day(context: Context, match: re.Match[str]) -> Found | None:
    """31 April 2023: a date without a value, and not the month with its year behind a number."""
    dated = match["year"] or context.tokens.code(match.end()) in ".,;|)"
    return Found(match.start(), match.end(), Value("")) if dated else None


def _year_of_other_end(context: Context, number: int, day_number: int, end: int) -> int | None:
    """The year that is written once, behind the other end: "from June 3 to July 4, 2023"; None where there is none."""
    match = (_OTHER_DAY if day_number else _OTHER_MONTH).match(context.tokens.codes, end)
    if match is None or context.lower(match.end()) in COUNTED_AFTER:
        return None
    if match[0][0] == ";" and context.tokens.word(end) not in "-–—":
        return None
    name = "month" if match["month"] else "last_month"
    other = MONTHS[context.lower(match.start(name))]
    other_day = 0
    if day_number:
        at = match.start("day" if match["month"] else "last_day")
        other_day = int(re.sub(r"\D", "", context.tokens.word(at)))
    year = int(context.tokens.word(match.start("year")))
    return year - ((number, day_number) > (other, other_day))


def _days(year: int | None, number: int, day_number: int, until: int | None, *, told: bool) -> Value:
    """A day, or an open value over the days from ``day_number`` to ``until``."""
    if year is None:
        return Value("" if until else f"XXXX-{number:02d}-{day_number:02d}")
    first = safe_date(year, number, day_number)
    last = safe_date(year, number, until) if until else first
    if first is None or last is None:
        return Value("")
    value = Value("", first, last) if until else day(first)
    return replace(value, relative=told)


def _first_of_list(context: Context, match: re.Match[str]) -> Found | None:
    """The 3 of "3 to 17 August" and "3 and 4 May"."""
    number = MONTHS[context.lower(match.start("month"))]
    day_number = int(re.sub(r"\D", "", context.tokens.word(match.start())))
    year, end, told = _explicit_year(context, match)
    year = context.year_for(number, day_number, match.start(), end) if year is None else year
    if safe_date(year or 2000, number, day_number) is None:
        return None
    value = _days(year, number, day_number, None, told=told or not match.groupdict().get("year"))
    return Found(match.start(), match.start() + 1, value)


def _month_with_year(context: Context, match: re.Match[str]) -> Found | None:
    year, end, told = _explicit_year(context, match)
    if year is None:
        return None
    value = replace(month(year, MONTHS[context.lower(match.start("month"))]), relative=told)
    part = part_of(context, match)
    return Found(match.start(), end, narrow(value, part) if part else value)


def _is_month(context: Context, match: re.Match[str]) -> bool:
    """Whether a bare month's name names the month: not a verb, not a person."""
    tokens, index = context.tokens, match.start("month")
    before, after, code = tokens.code(match.start() - 1), tokens.code(match.end()), tokens.code(index)
    following = tokens.word(match.end())
    if code == "M":
        return True
    if after == "x" and following[:1].isupper() and code != "b":
        return False
    named = bool(part_of(context, match)) or before in "i~fBV"
    if named or (before in "&-" and context.found and context.found[-1].end == match.start() - 1):
        return not (code == "b" and "." not in match[0])
    if code == "b":
        return False
    previous = tokens.word(match.start() - 1)
    if code == "m":
        # "since at least May"; anything else may be the verb or the name.
        return previous == "least"
    return not (before == "x" and previous[:1].isupper())


def _bare_month(context: Context, match: re.Match[str]) -> Found | None:
    if not _is_month(context, match):
        return None
    end = match.end() - (match[0].endswith(".") and context.tokens.code(match.end() - 2) != "b")
    number = MONTHS[context.lower(match.start("month"))]
    year = _following_month(context, number, match.start())
    year = _year_of_other_end(context, number, 0, end) if year is None else year
    told = year is None
    year = context.year_for(number, 0, match.start(), end) if year is None else year
    if year is None:
        return Found(match.start(), end, Value(f"XXXX-{number:02d}"))
    value = replace(month(year, number), relative=told)
    part = part_of(context, match)
    return Found(match.start(), end, narrow(value, part) if part else value)


def _following_month(context: Context, number: int, index: int) -> int | None:
    """The year of "December" after "in November 2015" in one sentence: the year told there."""
    if not context.found:
        return None
    last = context.found[-1]
    if last.value.relative or last.value.first is None or last.start < context.sentence_start(index):
        return None
    if last.value.type != "DATE" or last.value.last is None or len(last.value.value) != len("2015-11"):
        return None
    return last.value.first.year if last.value.first.month < number else None


def _relative_month(context: Context, match: re.Match[str]) -> Found | None:
    """Read "last June", "next January", "this March"."""
    number = MONTHS[context.lower(match.start("month"))]
    here = context.published
    if here is None:
        return Found(match.start(), match.end(), Value(f"XXXX-{number:02d}"))
    code = context.tokens.code(match.start("which"))
    year = here.year
    if code == "l" and number >= here.month:
        year -= 1
    elif code == "N" and number <= here.month:
        year += 1
    part = part_of(context, match)
    value = month(year, number).resolved()
    return Found(match.start(), match.end(), narrow(value, part) if part else value)


def _iso(context: Context, match: re.Match[str]) -> Found | None:
    text = context.tokens.word(match.start())
    try:
        date = dt.date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    except ValueError:
        return None
    rest = _ISO_OFFSET.sub(r"\1:\2", "".join(f"T{text[11:]}".split())) if len(text) > 10 else ""
    value = day(date, rest)
    return Found(match.start(), match.end(), value)


def _numeric(context: Context, match: re.Match[str]) -> Found | None:
    one, two, year = (int(part) for part in re.split(r"[/.-]", context.tokens.word(match.start())))
    if year <= _LAST_TWO_DIGIT:
        # Two digits: the century that puts it no more than ten years after publication (2030 where that is unknown).
        newest = (context.published.year if context.published else 2020) + 10
        year += newest // 100 * 100
        year -= 100 if year > newest else 0
    day_first = safe_date(year, two, one)
    month_first = safe_date(year, one, two)
    written = context.tokens.word(match.start())
    if "/" not in written or month_first is None or context.day_first:
        date = day_first or (month_first if "/" in written else None)
    elif day_first is None or context.day_first is False:
        date = month_first
    elif day_first == month_first:
        date = day_first
    else:
        first, last = sorted((day_first, month_first))
        return Found(match.start(), match.end(), Value("", first, last))
    return Found(match.start(), match.end(), day(date)) if date else None


def _holiday(context: Context, match: re.Match[str]) -> Found | None:
    name = context.lower(match.start()).replace("’", "'")
    if name == "9/11":
        return Found(match.start(), match.end(), day(dt.date(2001, 9, 11)))
    if not context.tokens.word(match.start())[:1].isupper():
        return None
    if " " not in name and context.tokens.code(match.end()) == "x" and context.lower(match.end()) not in _HOLIDAY_VERBS:
        # "the Christmas tree", "Easter eggs"
        return None
    year, end, told = _explicit_year(context, match)
    if year is not None:
        date = holiday_in(name, year)
        return Found(match.start(), end, replace(day(date), relative=told)) if date else None
    date = _nearest(context, name, match.start(), end)
    return Found(match.start(), end, day(date).resolved() if date else Value(_open_holiday(name)))


def _nearest(context: Context, name: str, start: int, end: int) -> dt.date | None:
    """The holiday of a year that is not named: by tense, else the nearest."""
    here = context.published
    if here is None:
        return None
    days = [date for year in (here.year - 1, here.year, here.year + 1) if (date := holiday_in(name, year))]
    way = context.direction(start, end)
    if way:
        side = [date for date in days if (date >= here if way > 0 else date <= here)]
        days = (side[:1] if way > 0 else side[-1:]) or days
    return min(days, key=lambda date: abs(date - here), default=None)


def _open_holiday(name: str) -> str:
    return f"XXXX-{HOLIDAYS[name]}" if name in HOLIDAYS else ""


def _of_month(context: Context, match: re.Match[str]) -> Found | None:
    """Read "on the 15th": of the month that publication or the tense tells."""
    if context.lower(match.start() - 1) not in {"on", "by", "until", "before", "since"} or context.published is None:
        return None
    if context.tokens.code(match.end()) == "x" and context.lower(match.end()) not in OPENERS:
        return None  # "on the 14th floor"
    number = int(re.sub(r"\D", "", context.tokens.word(match.start() + 1)))
    here = context.published
    way = context.direction(match.start(), match.end())
    months = [add_months(here.replace(day=1), step) for step in (-1, 0, 1)]
    days = [date for month_ in months if (date := safe_date(month_.year, month_.month, number))]
    side = [date for date in days if way == 0 or (date >= here if way > 0 else date <= here)]
    date = min(side or days, key=lambda date: abs(date - here), default=None)
    return Found(match.start(), match.end(), day(date).resolved()) if date else None


def _months_back(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the month before last": two months back."""
    if context.published is None or UNITS.get(context.lower(match.start() + 1)) != "M":
        return None
    date = add_months(context.published, -2)
    return Found(match.start(), match.end(), month(date.year, date.month).resolved())


_DAY = r"(?P<day>(?:2|O)f?|(?:(?:9-)?o|S)f)"
RULES: Final[tuple[Rule, ...]] = (
    rule("I", "I", _iso),
    rule("/", "/", _numeric),
    rule("*", rf"\*{YEAR_LATER}?", _holiday),
    rule(
        "WwT2OoS9",
        rf"(?:(?P<weekday>{WEEKDAY}),?)?T?{_DAY}(?P<month>{MONTH}){YEAR_LATER}?",
        _day_and_month,
    ),
    rule("2O", rf"[2O](?=[~&](?:2|O)f?(?P<month>{MONTH})(?:,?(?P<year>Y))?)", _first_of_list),
    rule("2", rf"(?P<day>2)-(?P<until>2)(?P<month>{MONTH}){YEAR_LATER}?", _day_and_month),
    rule(
        "WwMmab",
        rf"(?:(?P<weekday>{WEEKDAY}),?)?(?P<month>{MONTH})T?(?P<day>2|O|(?:9-)?o)(?:-(?P<until>2))?{YEAR_LATER}?",
        _day_and_month,
    ),
    rule("lhNjTJ", rf"{PART}?(?P<which>[lhN])(?P<month>{MONTH})", _relative_month),
    rule("TJjMmab", rf"{PART}?(?P<month>{MONTH})f?{YEAR_LATER}", _month_with_year),
    rule("TJjMmab", rf"{PART}?(?P<month>{MONTH})", _bare_month),
    rule("T", "TO(?=[.,;|)&x])", _of_month),
    rule("T", "TuBl", _months_back),
)

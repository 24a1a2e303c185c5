"""What only a TimeML reading asks for: ages, and times told from another time of the text, guessed where it is open.

The facts of a story do without: an age is a quantity, and "that day" of no day that was named dates nothing. These
rules are tried first, and only by :func:`.find_dates` with ``timeml``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import amount, ordinal_at
from discrepancy.grammar.dates.relative import unit_at
from discrepancy.grammar.dates.rules import NUMBER, Rule, rule
from discrepancy.grammar.dates.values import Value, add_days, day, duration, half, quarter, season, weekend, years
from discrepancy.grammar.dates.words import COUNTED_AFTER, DAYPARTS, SEASONS, UNITS, WEEKDAYS
from discrepancy.grammar.dates.years import of_a_game

__all__ = ["RULES", "as_timeml"]

_FINEST: Final = {"D": 0, "W": 6, "M": 30, "Y": 365, "DE": 3652}
"""The days that what is counted from may span, less one: "two weeks later" is told from no year."""
_FAR_BACK: Final = 40
"""Expressions that one told from another may look back over."""
_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])")
_OLD: Final = frozenset({"old", "olds"})
_WHOLE: Final = frozenset({"all", "whole", "entire"})
_ZONED: Final = re.compile(r"(T\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)$")
_LONG_UNITS: Final = {"decade": re.compile(r"^P(\d+)0Y$"), "centur": re.compile(r"^P(\d+)00Y$")}
_RESULTS: Final = frozenset(
    {"profit", "profits", "sales", "earnings", "revenue", "revenues", "results", "net", "loss", "income", "growth"}
)
_NAMED_YEARS: Final = (1900, 2100)
_HEDGING: Final = frozenset(
    {
        "estimated",
        "reported",
        "some",
        "over",
        "additional",
        "total",
        "further",
        "first",
        "remaining",
        "other",
        "extra",
        "roughly",
        "nearly",
        "approximately",
        "mostly",
        "only",
        "possibly",
    }
)
_SUN: Final = frozenset({"dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"})
_AT: Final = frozenset({"at", "before", "after", "until", "till", "by", "since", "from", "around"})
_INTO: Final = frozenset({"in", "by", "until", "the", "during", "since", "from"})
_LATEST: Final = frozenset({"latest", "recent", "same", "that", "just-ended"})
_QUARTER_AFTER: Final = frozenset({"in", "for", "during", "of", "from"})


def as_timeml(value: Value, text: str) -> Value:
    """The value as TimeML writes it: a clock's time without its zone, decades and centuries by their own units."""
    if not value.value and value.first is not None and value.last is not None:
        # "Nov. 5-7" begins on the fifth, "2012-13" in 2012.
        years_long = (value.last - value.first).days > 300
        return replace(value, value=f"{value.first.year:04d}" if years_long else value.first.isoformat())
    if value.type == "TIME":
        return replace(value, value=_ZONED.sub(r"\1", value.value))
    if value.type in ("DURATION", "SET"):
        for unit, pattern in _LONG_UNITS.items():
            if unit in text.lower():
                return replace(value, value=pattern.sub(rf"P\1{unit[:2].upper()}", value.value))
    return value


def _steps(count: str) -> int | None:
    return int(count) if count.isdecimal() and len(count) < 5 else None


def _last_day(context: Context) -> dt.date | None:
    """The single day that the text named last, however far back."""
    spans = ((item.value.first, item.value.last) for item in reversed(context.found[-_FAR_BACK:]))
    return next((first for first, last in spans if first is not None and first == last), None)


def _placed_from(context: Context, index: int, unit: str, steps: int) -> Value | None:
    """The time ``steps`` units from the last time named that is fine enough, not beyond publication if that was not."""
    for item in reversed(context.found[-_FAR_BACK:]):
        first, last = item.value.first, item.value.last
        if item.value.type not in ("DATE", "TIME") or item.end > index or first is None or last is None:
            continue
        if (last - first).days > _FINEST[unit]:
            continue
        value = unit_at(first, unit, steps)
        here = context.published
        past = here is None or value is None or value.first is None or value.first <= here
        if past or (here is not None and first > here):
            return value
    return None


def _age(context: Context, match: re.Match[str]) -> Found | None:
    """Read "36-year-old", "12 years old", "century-old"."""
    if context.lower(match.end() - 1) not in _OLD:
        return None
    unit = UNITS[context.lower(match.start("unit"))]
    if not match.groupdict().get("count"):
        plural = context.tokens.code(match.start("unit")) == "U"
        return Found(match.start(), match.end(), duration("X" if plural else "1", unit))
    count = amount(context.tokens, match.start("count"), match.end("count"))
    return Found(match.start(), match.end(), duration(count, unit)) if count else None


def _later(context: Context, match: re.Match[str]) -> Found | None:
    """Read "two days later", "a week before,", "six months earlier" beside a time that was named."""
    unit = UNITS[context.lower(match.start("unit"))]
    count = amount(context.tokens, match.start("count"), match.end("count"))
    steps = _steps(count) if count else None
    if steps is None:
        return None
    if unit in "Hms":
        return _clock_later(context, match, unit, -steps if context.lower(match.end() - 1) == "earlier" else steps)
    if unit in ("DE", "CE"):
        steps, unit = steps * (10 if unit == "DE" else 100), "Y"
    back = context.lower(match.end() - 1) in {"earlier", "before"}
    same_quarter = _quarter_named(context) if back and unit == "Y" else None
    if same_quarter:
        year, number = same_quarter
        return Found(match.start(), match.end(), quarter(max(year - steps, 1), number).resolved())
    value = _placed_from(context, match.start(), unit, -steps if back else steps)
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _clock_later(context: Context, match: re.Match[str], unit: str, steps: int) -> Found | None:
    """Read "33 minutes later" after "at 1:08 a.m. Thursday": the day may be told beside the time."""
    for at in range(len(context.found) - 1, max(len(context.found) - 4, -1), -1):
        item = context.found[at]
        if not item.time or len(item.time) != len("01:08") or item.time > "23:59":
            continue
        beside = context.found[at + 1 : at + 2]
        date = beside[0].value.first if beside and beside[0].start - item.end < 3 else item.value.first
        if date is None or not 1 < date.year < dt.MAXYEAR:
            return None
        moment = dt.datetime.combine(date, dt.time.fromisoformat(item.time))
        moment += dt.timedelta(seconds=steps * {"H": 3600, "m": 60, "s": 1}[unit])
        value = day(moment.date(), f"T{moment:%H:%M}")
        return Found(match.start(), match.end(), value.resolved())
    return None


def _quarter_named(context: Context) -> tuple[int, int] | None:
    """The quarter that the text named last, a few expressions back at most."""
    for item in reversed(context.found[-3:]):
        named = _QUARTER.fullmatch(item.value.value)
        if named:
            return int(named[1]), int(named[2])
    return None


def _year_ago(context: Context, match: re.Match[str]) -> Found | None:
    """Read "a year ago" beside a quarter, "the year-ago quarter", "the year-earlier period"."""
    here = context.published
    if here is None or UNITS[context.lower(match.start("unit"))] != "Y":
        return None
    named = _quarter_named(context)
    if named is None and match.groupdict().get("what") != "Q":
        return Found(match.start(), match.end(), years(max(here.year - 1, 1)).resolved())
    year, number = named or _ended(here)
    return Found(match.start(), match.end(), quarter(max(year - 1, 1), number).resolved())


def _ended(here: dt.date) -> tuple[int, int]:
    """The last quarter that was over."""
    index = here.year * 4 + (here.month - 1) // 3 - 1
    return index // 4, index % 4 + 1


def _the_quarter(context: Context, match: re.Match[str]) -> Found | None:
    """Read "in the quarter", "the latest quarter": the one named last, else the last that was over."""
    index, tokens = match.start(), context.tokens
    previous = context.lower(index - 1)
    if previous in _LATEST:
        start = index - 1
        start -= context.lower(start - 1) in {"most", "just"}
        start -= tokens.code(start - 1) == "T"
    elif previous == "the" and context.lower(index - 2) in _QUARTER_AFTER:
        start = index - 1
    else:
        return None
    if context.published is None or tokens.code(match.end()) in "fx" or of_a_game(context, index):
        return None
    return Found(start, match.end(), quarter(*(_quarter_named(context) or _ended(context.published))).resolved())


def _beside(context: Context, match: re.Match[str]) -> Found | None:
    """Read "that day", "the following week", "the previous month", "the day before": from the last one named."""
    unit = UNITS[context.lower(match.start("unit"))]
    if unit not in _FINEST:
        return None
    codes = match[0]
    step = 1 if ("F" in codes or "N" in codes) else 0 if "G" in codes else -1
    if "B" in codes:
        step = 1 if context.lower(match.end() - 1) == "after" else -1
    if codes[0] == "G" and context.lower(match.start()) == "that" and context.lower(match.end()) in UNITS:
        return None
    value = _placed_from(context, match.start(), unit, step)
    if value is None and context.published is not None:
        value = unit_at(context.published, unit, step)
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _part_of_that_day(context: Context, match: re.Match[str]) -> Found | None:
    """Read "in the morning", "that night", "the night before": of the day named last, else of publication."""
    codes, start = match[0], match.start()
    previous = context.lower(start - 1)
    if codes == "Tt" and previous not in {"in", "during", "through", "by", "throughout"}:
        return None
    if codes == "Tt" and context.tokens.code(match.end()) == "f":
        return None
    suffix = f"T{DAYPARTS[context.lower(match.start('part'))]}"
    date = (context.anchor(start) if codes == "Tt" else _last_day(context)) or context.published
    if date is None:
        return Found(start, match.end(), Value("", type="TIME"))
    date = add_days(date, -1 if "B" in codes or "v" in codes else 1 if ("F" in codes or "N" in codes) else 0)
    return Found(start, match.end(), day(date, suffix).resolved())


def _bare_part(context: Context, match: re.Match[str]) -> Found | None:
    """Read "overnight", "before dawn"."""
    index, word = match.start(), context.lower(match.start())
    led = context.lower(index - 1) in _AT and context.tokens.word(index).islower()
    if context.published is None or not (word == "overnight" or (word in _SUN and led)):
        return None
    date = context.anchor(index, sentences=1)
    if date is None:
        # Of what has happened, "overnight" is last night.
        ahead = word != "overnight" or context.direction(index, match.end()) > 0
        date = add_days(context.published, 0 if ahead else -1)
    return Found(index, match.end(), day(date, f"T{DAYPARTS[word]}").resolved())


def _late_part(context: Context, match: re.Match[str]) -> Found | None:
    """Read "by late afternoon"."""
    if "-" not in match[0] and context.lower(match.start() - 1) not in {
        "in",
        "by",
        "until",
        "the",
        "during",
        "since",
        "from",
    }:
        return None
    date = context.anchor(match.start()) or context.published
    suffix = f"T{DAYPARTS[context.lower(match.end() - 1)]}"
    return Found(match.start(), match.end(), day(date, suffix).resolved()) if date else None


def _weekday_after(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the following Monday": after the last day named."""
    date = _last_day(context) or context.published
    if date is None:
        return None
    steps = (WEEKDAYS[context.lower(match.start("name"))] - date.isoweekday() - 1) % 7 + 1
    return Found(match.start(), match.end(), day(add_days(date, steps)).resolved())


def _era(context: Context, match: re.Match[str]) -> Found | None:
    """Read "300 A.D.", "1200 B.C."."""
    index = match.start()
    number, era = context.tokens.word(index), context.tokens.word(index + 1) + context.tokens.word(index + 3)
    if not number.isdecimal() or len(number) > 4 or era not in {"AD", "BC"}:
        return None
    value = years(int(number)) if era == "AD" else Value(f"BC{int(number):04d}")
    return Found(index, match.end(), value)


def _after_era(context: Context, match: re.Match[str]) -> Found | None:
    """Read "A.D. 79"."""
    index, number = match.start(), context.tokens.word(match.start())
    if not number.isdecimal() or len(number) > 4:
        return None
    if [context.tokens.word(index - back) for back in (4, 3, 2, 1)] == ["A", ".", "D", "."]:
        return Found(index - 4, match.end(), years(int(number)))
    return Found(index - 1, match.end(), years(int(number))) if context.tokens.word(index - 1) == "AD" else None


def _known_by_year(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the deadly 2011 quake", "the London 2012 Olympics"."""
    index, tokens = match.start(), context.tokens
    previous, following = tokens.word(index - 1), tokens.word(index + 1)
    year = int(tokens.word(index))
    if tokens.code(index - 1) != "x" or tokens.code(index - 2) not in "TA'":
        return None
    if not _NAMED_YEARS[0] <= year < _NAMED_YEARS[1]:
        return None
    if following.lower() in COUNTED_AFTER or previous.lower() in _HEDGING:
        return None
    alike = previous[:1].isupper() == following[:1].isupper()
    return Found(index, match.end(), years(year)) if alike else None


def _mid_year(context: Context, match: re.Match[str]) -> Found | None:
    """Read "by mid-year", "midweek"."""
    unit, here = UNITS[context.lower(match.end() - 1)], context.published
    if context.lower(match.start()) != "mid" or unit not in "WMY" or here is None:
        return None
    value = unit_at(here, unit, 0)
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _fiscal_year(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the fiscal year", "its fiscal year"."""
    if UNITS[context.lower(match.end() - 1)] != "Y" or context.published is None:
        return None
    start = match.start() - (context.tokens.code(match.start() - 1) == "T")
    return Found(start, match.end(), years(context.published.year).resolved())


def _that_season(context: Context, match: re.Match[str]) -> Found | None:
    """Read "that summer", "the following spring": told from the last year named."""
    name, year = SEASONS[context.lower(match.start("season"))], context.anchor_year()
    if year is None:
        year = context.published.year if context.published else None
    if year is None:
        return None
    step = 1 if "F" in match[0] else -1 if "v" in match[0] else 0
    return Found(match.start(), match.end(), season(min(max(year + step, 1), 9998), name).resolved())


def _the_days(context: Context, match: re.Match[str]) -> Found | None:
    """Read "in the days after the vote", "the weeks since"."""
    if context.tokens.code(match.end()) in "xi" and context.lower(match.end()) not in {"since", "leading", "ahead"}:
        return None
    return Found(match.start(), match.end(), duration("X", UNITS[context.lower(match.end() - 1)]))


def _the_year(context: Context, match: re.Match[str]) -> Found | None:
    """Read "during the year", "the year's best": the one that publication lies in."""
    unit, here = UNITS[context.lower(match.end() - 1)], context.published
    owns = context.tokens.code(match.end()) == "'" and unit in "MY"
    led = unit in "WMY" and context.lower(match.start() - 1) in {"during", "throughout"}
    if here is None or not (owns or led) or context.tokens.code(match.end()) in "fB~":
        return None
    value = unit_at(here, unit, 0)
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _half_profit(context: Context, match: re.Match[str]) -> Found | None:
    """Read "first-half profit": of the last half that had begun and, said of a result, was over."""
    number = ordinal_at(context.tokens, match.start("number"), match.end("number"))
    here = context.published
    if number not in (1, 2) or here is None or context.lower(match.end()) not in _RESULTS:
        return None
    over = number * 6 < here.month
    return Found(match.start(), match.end(), half(max(here.year - (not over), 1), number).resolved())


def _long_ago(context: Context, match: re.Match[str]) -> Found | None:
    """Read "long ago", "a long time ago"."""
    words = [context.lower(match.start() - back) for back in (1, 2)]
    length = 1 if words[0] == "long" else 2 if words[0] == "time" and words[1] in {"long", "some"} else 0
    return Found(match.start() - length, match.end(), Value("PAST_REF")) if length else None


def _weekend(context: Context, match: re.Match[str]) -> Found | None:
    """Read "weekend elections", "on weekends"."""
    index, here = match.start(), context.published
    word, previous, following = (context.tokens.word(at) for at in (index, index - 1, index + 1))
    if word[:1].isupper() or here is None or following[:1].isupper() or previous.lower() in {"the", "every", "each"}:
        return None
    ahead = context.direction(index, match.end()) > 0 or here.isoweekday() > 5
    return Found(index, match.end(), weekend(add_days(here, 0 if ahead else -7)).resolved())


def _all_day(context: Context, match: re.Match[str]) -> Found | None:
    """Read "all day", "the whole year", and "the other day"."""
    index = match.start()
    previous, unit = context.lower(index - 1), UNITS[context.lower(index)]
    start = index - 1 - (context.tokens.code(index - 2) in "TA")
    if context.found and context.found[-1].end > start:
        return None
    if previous == "full" and unit == "Y" and context.lower(start - 1) == "for" and context.published is not None:
        return Found(start, match.end(), years(context.published.year).resolved())
    if previous == "other" and unit == "D" and context.tokens.code(index - 2) == "T":
        return Found(start, match.end(), Value("PAST_REF"))
    return Found(start, match.end(), duration("1", unit)) if previous in _WHOLE else None


RULES: Final[tuple[Rule, ...]] = (
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})-?(?P<unit>[uU])-?x", _age),
    rule("uU", r"(?P<unit>[uU])-x", _age),
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})(?P<unit>[uU])(?:L|B(?=[.,;|)]))", _later),
    rule("A9", r"[A9](?P<unit>u)g", _year_ago),
    rule("Tu", r"T?(?P<unit>u)-[gL](?P<what>Q|u|x)", _year_ago),
    rule("TFvG", r"(?:TN|T?[FvG])(?P<unit>u)", _beside),
    rule("T", r"T(?P<unit>u)B(?=[.,;|)])", _beside),
    rule("TGFv", r"(?:TN|T?[GFv])(?P<part>t)", _part_of_that_day),
    rule("T", r"T(?P<part>t)(?:B(?=[.,;|)]))?", _part_of_that_day),
    rule("Q", "Q(?!-?u)", _the_quarter),
    rule("t", "t", _bare_part),
    rule("j", r"j-?t", _late_part),
    rule("TF", r"T?F(?P<name>W)", _weekday_after),
    rule("g", "g", _long_ago),
    rule("Y2#", r"(?P<number>[Y2#])[Ax]\.x\.?", _era),
    rule("Y2#", "[Y2#]", _after_era),
    rule("Y", "Y(?=x)", _known_by_year),
    rule("j", "j-?u", _mid_year),
    rule("c", "cu(?!Y)", _fiscal_year),
    rule("TGFv", r"T?[GFv](?P<season>s)", _that_season),
    rule("T", r"TU(?=[Bxi])", _the_days),
    rule("T", "Tu", _the_year),
    rule("ToOS", r"T?(?P<number>[oOS])-?H(?=x)", _half_profit),
    rule("k", "k", _weekend),
    rule("u", "u", _all_day),
)

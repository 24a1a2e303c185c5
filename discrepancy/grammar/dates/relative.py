"""Times told from the day of publication: "yesterday", "last week", "two days ago", "the end of the month"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import amount
from discrepancy.grammar.dates.rules import NUMBER, Rule, part_of, rule
from discrepancy.grammar.dates.values import (
    Value,
    add_days,
    add_months,
    day,
    decade,
    duration,
    month,
    narrow,
    week,
    weekend,
    years,
)
from discrepancy.grammar.dates.words import DAYPARTS, DEICTICS, REFERENCES, UNITS

__all__ = ["RULES", "unit_at"]

_VERBS_OF_THE_FUTURE: Final = frozenset(
    {"is", "was", "will", "holds", "looks", "lies", "remains", "may", "with", "but"}
)
_NEARNESS: Final = frozenset({"near", "foreseeable", "distant", "immediate"})
_FIRST_HALF: Final = 6
_STEPS: Final = {"l": -1, "v": -1, "p": -1, "N": 1, "C": 1}


def unit_at(date: dt.date, unit: str, steps: int) -> Value | None:
    """The week, month, year … that lies ``steps`` of its kind from the one that holds ``date``."""
    if unit == "D":
        return day(add_days(date, steps))
    if unit == "W":
        return week(add_days(date, 7 * steps))
    if unit == "M":
        there = add_months(date, steps)
        return month(there.year, there.month)
    if unit == "Y":
        return years(min(max(date.year + steps, 1), 9999))
    if unit == "DE":
        return decade(max((date.year // 10 + steps) * 10, 10))
    if unit == "CE":
        century = max(date.year // 100 + steps, 1)
        return years(century * 100, century * 100 + 99, f"{century:02d}")
    return None


def _deictic(context: Context, match: re.Match[str]) -> Found | None:
    index = match.start("day")
    word = context.lower(index)
    suffix = "TNI" if word == "tonight" else ""
    if match["part"]:
        suffix = f"T{DAYPARTS[context.lower(match.start('part'))]}"
    if context.published is None:
        return Found(match.start(), match.end(), Value("", type="TIME" if suffix else "DATE"))
    date = add_days(context.published, DEICTICS[word])
    return Found(match.start(), match.end(), day(date, suffix).resolved())


def _this_morning(context: Context, match: re.Match[str]) -> Found | None:
    """Read "this morning", "last night"."""
    suffix = f"T{DAYPARTS[context.lower(match.start('part'))]}"
    if context.published is None:
        return Found(match.start(), match.end(), Value("", type="TIME"))
    date = add_days(context.published, -1 if match["which"] == "l" else 0)
    return Found(match.start(), match.end(), day(date, suffix).resolved())


def _unit(context: Context, match: re.Match[str]) -> Found | None:
    """Read "last week", "later this year", "the end of next month"."""
    unit = UNITS[context.lower(match.end() - 1)]
    if unit in "Hms" or (unit == "D" and match["which"] != "h"):
        return None
    if context.published is None:
        return Found(match.start(), match.end(), Value(""))
    value = unit_at(context.published, unit, _STEPS.get(match["which"], 0))
    if value is None:
        return None
    part = part_of(context, match)
    return Found(match.start(), match.end(), (narrow(value, part) if part else value).resolved())


def _the_unit(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the end of the month", "the rest of the year": the one that publication lies in."""
    unit = UNITS[context.lower(match.end() - 1)]
    before, after = context.tokens.code(match.start() - 1), context.tokens.code(match.end())
    part = part_of(context, match)
    if unit == "D" and match["later"] and match[0][0] != "T":
        date = context.anchor(match.start()) or context.published
        return Found(match.start(), match.end(), day(date).resolved() if date else Value(""))
    if (unit not in "WMY" and not (unit == "DE" and part)) or after in "fB~" or _is_told(context, match.end()):
        return None
    led = before == "f" or context.lower(match.start() - 1) == "for"
    if not part and not led and not match["later"]:
        return None
    value = unit_at(context.published, unit, 0) if context.published else Value("")
    if value is None:
        return None
    return Found(match.start(), match.end(), (narrow(value, part) if part else value).resolved())


def _is_told(context: Context, end: int) -> bool:
    """Whether what follows tells which one it is: "the year that he won"."""
    return context.lower(end) in {"when", "that", "ended", "ending"}


def _weekend(context: Context, match: re.Match[str]) -> Found | None:
    which = match["which"] or ""
    if not which and "T" not in match[0]:
        return None
    if context.published is None:
        return Found(match.start(), match.end(), Value("XXXX-WXX-WE"))
    steps = _STEPS.get(which, 0)
    if not which and context.direction(match.start(), match.end()) <= 0 and context.published.isoweekday() < 6:
        steps = -1
    return Found(match.start(), match.end(), weekend(add_days(context.published, 7 * steps)).resolved())


def _years_end(context: Context, match: re.Match[str]) -> Found | None:
    """Read "by year-end", "at year's end": of the year that publication lies in, or of the one just over."""
    if UNITS[context.lower(match.start())] != "Y" or context.lower(match.end() - 1) != "end":
        return None
    if context.tokens.code(match.start() - 1) not in "iB~f":
        return None
    here = context.published
    if here is None:
        return Found(match.start(), match.end(), Value(""))
    over = context.direction(match.start(), match.end()) < 0 and here.month <= _FIRST_HALF
    return Found(match.start(), match.end(), narrow(years(max(here.year - over, 1)), "end").resolved())


def _ago(context: Context, match: re.Match[str]) -> Found | None:
    unit = UNITS[context.lower(match.start("unit"))]
    count = amount(context.tokens, match.start("count"), match.end("count")) if match["count"] else "X"
    if count is None:
        return None
    if count == "X":
        return Found(match.start(), match.end(), Value("PAST_REF"))
    if match.groupdict().get("half") and count.isdecimal():
        count += ".5"
    if unit in "Hms" or context.published is None:
        return Found(match.start(), match.end(), Value(""))
    value = _back(context.published, unit, count)
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _from_now(context: Context, match: re.Match[str]) -> Found | None:
    """Read "two weeks from now", "a week from today"."""
    if context.lower(match.start("now") - 1) != "from" or context.lower(match.start("now")) not in {"now", "today"}:
        return None
    unit = UNITS[context.lower(match.start("unit"))]
    count = amount(context.tokens, match.start("count"), match.end("count"))
    if count is None or context.published is None:
        return None if count is None else Found(match.start(), match.end(), Value(""))
    if unit in "Hms" or not count.isdecimal():
        return Found(match.start(), match.end(), Value("FUTURE_REF"))
    value = _back(context.published, unit, f"-{count}")
    return Found(match.start(), match.end(), value.resolved()) if value else None


def _day_but_one(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    step = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(
        (context.lower(match.end() - 2), context.lower(match.end() - 1))
    )
    if step is None or UNITS[context.lower(match.start() + 1)] != "D":
        return None
    if context.published is None:
        return Found(match.start(), match.end(), Value(""))
    return Found(match.start(), match.end(), day(add_days(context.published, step)).resolved())


def _back(here: dt.date, unit: str, count: str) -> Value | None:
    """The day, week, month or year so many units before; decades and centuries count as years."""
    if unit in ("DE", "CE"):
        count, unit = f"{float(count) * (10 if unit == 'DE' else 100):g}", "Y"
    steps = -int(float(count))
    if abs(steps) > 99_999:  # no calendar reaches so far
        return None
    if unit == "Y" and here.year + steps <= 0:
        return Value(f"BC{-(here.year + steps):04d}")
    if unit == "Y" and "." in count:
        # "A year and a half ago" is told to the month.
        return unit_at(here, "M", -int(float(count) * 12))
    return unit_at(here, unit, steps)


def _later(context: Context, match: re.Match[str]) -> Found | None:
    """Read "three weeks later" can not be placed; "a day later" can, beside a day that was named."""
    unit = UNITS[context.lower(match.start("unit"))]
    count = amount(context.tokens, match.start("count"), match.end("count"))
    if count is None:
        return None
    earlier = context.lower(match.end() - 1) == "earlier"
    if count == "1":
        anchor = context.anchor(match.start())
        if anchor is not None and unit == "D":
            return Found(match.start(), match.end(), day(add_days(anchor, -1 if earlier else 1)))
        if earlier and unit in "YM" and context.published is not None:
            value = unit_at(context.published, unit, -1)
            return Found(match.start(), match.end(), value.resolved()) if value else None
    return Found(match.start(), match.end(), duration(count, unit))


def _day_beside(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the day before", "the following day", "the same day": told from the last day named."""
    unit = UNITS.get(context.lower(match.start("unit")))
    if unit not in ("D", "Y"):
        return None
    codes = match[0]
    step = 1 if ("F" in codes or "N" in codes) else 0 if "G" in codes else -1
    if "B" in codes:
        if context.tokens.code(match.end()) not in ".,;|&)":
            return None
        step = 1 if context.lower(match.end() - 1) == "after" else -1
    anchor = context.anchor(match.start())
    if unit == "Y":
        year = context.anchor_year() or (context.published.year if context.published and step < 0 else None)
        return Found(match.start(), match.end(), years(min(max(year + step, 1), 9999)) if year else Value(""))
    value = day(add_days(anchor, step)) if anchor is not None else Value("")
    return Found(match.start(), match.end(), value)


def _that_year(context: Context, match: re.Match[str]) -> Found | None:
    if UNITS.get(context.lower(match.end() - 1)) != "Y":
        return None
    year = context.anchor_year()
    return Found(match.start(), match.end(), years(year) if year else Value(""))


def _that_night(context: Context, match: re.Match[str]) -> Found | None:
    """Read "that night", "the same evening", "the next morning": told from the last day named."""
    anchor, suffix = context.anchor(match.start()), f"T{DAYPARTS[context.lower(match.start('part'))]}"
    if anchor is not None and "G" not in match[0]:
        anchor = add_days(anchor, 1)
    return Found(match.start(), match.end(), day(anchor, suffix) if anchor else Value("", type="TIME"))


def _reference(context: Context, match: re.Match[str]) -> Found | None:
    """now, currently, recently."""
    word, previous = context.tokens.word(match.start()), context.tokens.word(match.start() - 1)
    if word[:1].isupper() and previous[:1].isupper() and context.tokens.code(match.start() - 1) == "x":
        return None
    return Found(match.start(), match.end(), Value(REFERENCES[word.lower()]))


def _moment(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the future", "at the moment", "at present"."""
    word, before = context.lower(match.end() - 1), context.lower(match.start() - 1)
    if word == "future":
        # "the future king" is no time.
        alone = context.tokens.code(match.end()) != "x" or context.lower(match.end()) in _VERBS_OF_THE_FUTURE
        start = match.start()
        if before in _NEARNESS and context.tokens.code(start - 2) == "T":
            start -= 2
        led = "T" in match[0] or start < match.start() or before == "in"
        return Found(start, match.end(), Value("FUTURE_REF")) if led and alone else None
    if before in {"at", "for"} and context.tokens.code(match.end()) != "f":
        return Found(match.start(), match.end(), Value("PRESENT_REF"))
    return None


def _the_past(context: Context, match: re.Match[str]) -> Found | None:
    before, after = context.tokens.code(match.start() - 1), context.tokens.code(match.end())
    return Found(match.start(), match.end(), Value("PAST_REF")) if before == "i" and after != "x" else None


def _around(context: Context, match: re.Match[str]) -> Found | None:
    """Read "recent days", "the coming weeks", "the following days", "these days"."""
    which = match["which"]
    if which == "F":
        unit = UNITS[context.lower(match.end() - 1)]
        return Found(match.start(), match.end(), duration("X", unit))
    if which == "h":
        these_days = context.lower(match.start("which")) == "these" and UNITS[context.lower(match.end() - 1)] == "D"
        return Found(match.start(), match.end(), Value("PRESENT_REF")) if these_days else None
    return Found(match.start(), match.end(), Value("FUTURE_REF" if which == "C" else "PAST_REF"))


_PART = r"(?:T?(?P<of_part>J)f|(?:L|(?P<part>j))i?)"
RULES: Final[tuple[Rule, ...]] = (
    rule("Ljd", r"[Lj]?(?P<day>d)(?P<part>t)?", _deictic),
    rule("hl", r"(?P<which>[hl])(?P<part>t)", _this_morning),
    rule("TJjLlhNv", rf"{_PART}?(?P<which>[lhN])(?:c)?u", _unit),
    rule("TJjL", r"(?:T?(?P<of_part>J)f|(?:(?P<later>L)|(?P<part>j))i)?Tu", _the_unit),
    rule("TlhNpC", r"T?(?:h(?=[pC]))?(?P<which>[lhNpC])?k", _weekend),
    rule("h", r"h(?P<which>[pC])u", _unit),
    rule("u", "u[-']?J", _years_end),
    rule("A2#9KqUHY", rf"(?:(?P<count>{NUMBER}))?(?P<unit>[uU])g", _ago),
    rule("A9", r"(?P<count>A|9)(?P<unit>u)(?P<half>&AH)g", _ago),
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})(?P<unit>[uU])i(?P<now>[!d])", _from_now),
    rule("T", "TuBd", _day_but_one),
    rule("A2#9KqHY", rf"(?P<count>{NUMBER})(?P<unit>[uU])L", _later),
    rule("T", r"T(?P<unit>u)B", _day_beside),
    rule("TFNvG", r"T?[FNvG](?P<unit>u)", _day_beside),
    rule("TG", r"T?Gu", _that_year),
    rule("!", "!", _reference),
    rule("T+", r"T?x?\+", _moment),
    rule("T", "Tp(?![uU2#9q])", _the_past),
    rule("TGFN", r"T?[GFN](?P<part>t)", _that_night),
    rule("TrCFh", r"T?(?P<which>[rCFh])U", _around),
)

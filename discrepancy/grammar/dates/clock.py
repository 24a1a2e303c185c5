"""Times of day: "6:15 a.m. EDT", "22:30 WEST", "five o'clock", noon; and how they join the day beside them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import amount
from discrepancy.grammar.dates.rules import Rule, rule
from discrepancy.grammar.dates.tokens import Tokens
from discrepancy.grammar.dates.values import Value, day
from discrepancy.grammar.dates.words import CLOCK, DAYPARTS, ZONES, ZONES_BY_DATE, ZONES_IN_WORDS

__all__ = ["RULES", "join", "timed"]

_NOON: Final = 12
_EVENING: Final = 5
_GAPS: Final[tuple[list[str], ...]] = (
    [], [","], ["on"], ["at"], [",", "on"], [",", "at"], ["local", "time", "on"], [")", "on"], [")", ",", "on"], [")"],
)  # fmt: skip
_CLOCKED: Final = re.compile(r"T\d")
_WIDEST_GAP: Final = 3
_LEADS: Final = frozenset(
    {"at", "by", "around", "about", "before", "after", "from", "until", "till", "to", "since", "updated"}
)
_WRITTEN_OFFSET: Final = re.compile(r"(?:UTC|GMT)([+−-])(\d{1,2}):?(\d\d)?")
_MILITARY_LEADS: Final = _LEADS - {"around", "about", "since", "to"}
_QUARTER_TO: Final = frozenset({"at", "until", "till", "before", "after", "since"})
_MARCH, _NOVEMBER = 3, 11


def _hours(written: str) -> str | None:
    """A time as written in ISO: 06:15, 12:39:30; None where no clock shows it."""
    digits = [int(part) for part in re.findall(r"\d+", written)]
    if len(digits) == 1 and len(written) == 4 and written.isdecimal():  # 0930
        digits = [digits[0] // 100, digits[0] % 100]
    half = re.search(r"[ap]", written.lower())
    if half:
        if not 1 <= digits[0] <= _NOON:
            return None
        digits[0] = digits[0] % _NOON + (_NOON if half[0] == "p" else 0)
    if digits[0] > 24 or any(part > 59 for part in digits[1:]):
        return None
    return ":".join(f"{part:02d}" for part in (digits if len(digits) > 1 else [*digits, 0]))


def _nth_sunday(year: int, month: int, count: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(7 - first.isoweekday()) % 7 + 7 * (count - 1))


def _offset(zone: str, date: dt.date | None) -> str:
    """The zone in ISO: "-04:00", "Z"; empty where it names no one offset."""
    if offset := _WRITTEN_OFFSET.fullmatch(zone):
        return f"{'+' if offset[1] == '+' else '-'}{int(offset[2]):02d}:{offset[3] or '00'}"
    zone = ZONES_IN_WORDS.get(zone.lower().split()[0], zone) if zone else zone
    if zone in ZONES:
        minutes = ZONES[zone]
    elif zone in ZONES_BY_DATE and date is not None:
        summer = _nth_sunday(date.year, _MARCH, 2) <= date < _nth_sunday(date.year, _NOVEMBER, 1)
        minutes = ZONES_BY_DATE[zone] + (60 if summer else 0)
    else:
        return ""
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def timed(date: dt.date | None, time: str, zone: str, *, relative: bool) -> Value:
    """A time on a day; without a day the day is left open."""
    if date is None:
        return Value(f"XXXX-XX-XXT{time}{_offset(zone, None)}", type="TIME")
    return replace(day(date, f"T{time}{_offset(zone, date)}"), relative=relative)


def _time(context: Context, match: re.Match[str]) -> Found | None:
    tokens, index = context.tokens, match.start()
    code = tokens.code(index)
    if code == "n":
        if tokens.word(index)[:1].isupper() and tokens.code(index - 1) not in ".|;":
            return None
        time: str | None = CLOCK[context.lower(index)]
    elif match.groupdict().get("oclock"):
        hour = amount(tokens, index, index + 1)
        time = f"{int(hour):02d}:00" if hour and hour.isdecimal() and int(hour) <= _NOON else None
    else:
        time = _hours(tokens.word(index))
    if time is None:
        return None
    end = match.end()
    if match.groupdict().get("part"):
        if context.lower(match.start("part")) == "in":
            time = _of_the_day(time, DAYPARTS[context.lower(match.end() - 1)])
        else:  # "at 3 p.m. on the afternoon of March 3"
            end = match.start("part")
    zone = tokens.word(match.end() - 1) if match["zone"] else ""
    weak = code == ":" and not zone and context.lower(index - 1) not in _LEADS
    day_named = _day_of(context, index)
    value = timed(day_named or context.published, time, zone, relative=day_named is None)
    return Found(index, end, value, weak, time, zone)


def _day_of(context: Context, index: int) -> dt.date | None:
    """The day that a bare time belongs to: the one named in its sentence; for TimeML, the last one told of."""
    near = context.anchor(index, sentences=1)
    if near is not None or not context.timeml:
        return near
    far, here = context.anchor(index, sentences=3), context.published
    if far is None or here is None or far <= here:
        return far
    # What has happened by now did not happen on a day to come.
    return None if context.direction(index, index + 1) < 0 else far


def _of_the_day(time: str, part: str) -> str:
    """Told with a part of the day, "6 o'clock in the evening" is 18:00."""
    hour = int(time[:2])
    late = part in ("AF", "EV") or (part == "NI" and hour >= _EVENING)
    return f"{hour + _NOON}{time[2:]}" if late and hour < _NOON else time


def _bare_hour(context: Context, match: re.Match[str]) -> Found | None:
    """Read "at 11 in the morning", "at nine at night"."""
    index = match.start()
    hour = amount(context.tokens, index, index + 1)
    if context.lower(index - 1) not in _LEADS or not hour or not hour.isdecimal() or not 1 <= int(hour) <= _NOON:
        return None
    time = _of_the_day(f"{int(hour):02d}:00", DAYPARTS[context.lower(match.end() - 1)])
    day_named = _day_of(context, index)
    value = timed(day_named or context.published, time, "", relative=day_named is None)
    return Found(index, match.end(), value, time=time)


def _past_hour(context: Context, match: re.Match[str]) -> Found | None:
    """Read "half past six", "a quarter to nine", "ten past two in the afternoon"."""
    tokens, at = context.tokens, match.start("hour")
    written, hour = match["minutes"], amount(tokens, at, at + 1)
    word = context.lower(at - 1)
    quarter_to = written[-1] == "Q" and context.lower(match.start() - 1) in _QUARTER_TO
    if word != "past" and not (word == "to" and quarter_to):
        return None  # "fell by a quarter to nine", "ten to twelve people"
    minutes = {"H": "30", "Q": "15"}.get(written[-1]) or amount(tokens, match.start("minutes"), at - 1)
    if hour is None or minutes is None or not (hour + minutes).isdecimal():
        return None
    if not 1 <= int(hour) <= _NOON or int(minutes) > 30:
        return None
    total = (int(hour) % _NOON or _NOON) * 60 + int(minutes) * (1 if word == "past" else -1)
    time = f"{total // 60:02d}:{total % 60:02d}"
    if match["part"] and context.lower(match.start("part")) == "in":
        time = _of_the_day(time, DAYPARTS[context.lower(match.end() - 1)])
    end = match.end() if match["part"] is None or context.lower(match.start("part")) == "in" else match.start("part")
    day_named = _day_of(context, match.start())
    value = timed(day_named or context.published, time, "", relative=day_named is None)
    return Found(match.start(), end, value, time=time)


def _military(context: Context, match: re.Match[str]) -> Found | None:
    """Read "at 0600 hours"."""
    written = context.tokens.word(match.start())
    led = context.lower(match.start() - 1) in _MILITARY_LEADS and context.tokens.code(match.end()) != "f"
    if context.lower(match.end() - 1) != "hours" or len(written) != 4 or not (led or written[0] == "0"):
        return None
    time = _hours(written) if written.isdecimal() else None
    if time is None:
        return None
    day_named = _day_of(context, match.start())
    value = timed(day_named or context.published, time, "", relative=day_named is None)
    return Found(match.start(), match.end(), value, time=time)


def _gap_joins(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only ", on" or ", at" or nothing stands between two expressions."""
    if end - start > _WIDEST_GAP:
        return False
    words = [tokens.word(index).lower() for index in range(start, end)]
    return words in _GAPS


def _in_brackets(tokens: Tokens, out: list[Found], day_item: Found) -> bool:
    """Whether one time stands in brackets after another: "6 a.m. local time (10:00 GMT) on Saturday"."""
    if len(out) < 2 or not out[-2].time or (tokens.code(day_item.start - 1) != "i" and tokens.code(out[-1].end) != ")"):
        return False
    return out[-1].start - out[-2].end == 1 and tokens.code(out[-2].end) == "(" and tokens.code(out[-1].end) == ")"


def _with_day(time: Found, date: Found, start: int, end: int) -> Found:
    value, clock = date.value, time.time
    # "8:30 on Monday evening" is half past eight at night.
    if value.type == "TIME" and value.value[-2:] in ("AF", "EV", "NI") and int(clock[:2]) < _NOON:
        clock = f"{int(clock[:2]) + _NOON}{clock[2:]}"
    if value.first is None:
        joined = Value(
            f"{value.value.split('T')[0]}T{clock}{_offset(time.zone, None)}" if value.value else "", type="TIME"
        )
    else:
        joined = timed(value.first, clock, time.zone, relative=value.relative)
    return Found(start, end, joined)


def _is_day(found: Found) -> bool:
    if found.time or found.value.type not in ("DATE", "TIME") or _CLOCKED.search(found.value.value):
        return False
    value = found.value
    if value.first is not None:
        return value.first == value.last and value.value != ""
    return bool(re.match(r"XXXX-WXX-\d|XXXX-\d\d-\d\d", value.value))


def join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Join times to the day beside them, and drop the weak ones that stand alone."""
    out: list[Found] = []
    for item in found:
        last = out[-1] if out else None
        if last is not None and _gap_joins(tokens, last.end, item.start):
            if last.time and _is_day(item) and _in_brackets(tokens, out, item):
                out[-2:] = [_with_day(time, item, time.start, time.end) for time in out[-2:]]
                out.append(item)
                continue
            if last.time and _is_day(item):
                out[-1] = _with_day(last, item, last.start, item.end)
                continue
            if item.time and _is_day(last):
                out[-1] = _with_day(item, last, last.start, item.end)
                continue
        out.append(item)
    return [item for item in out if not item.weak]


RULES: Final[tuple[Rule, ...]] = (
    rule("X:n", r"[X:n](?:(?P<zone>z)|(?P<part>iTt))?", _time),
    rule("29", r"[29](?P<oclock>@)(?:(?P<zone>z)|(?P<part>iTt))?", _time),
    rule("AHQ29", r"(?P<minutes>H|A?Q|[29])[p~](?P<hour>[29])(?![-@uU%])(?P<part>iTt)?", _past_hour),
    rule("Y#", "[Y#]U", _military),
    rule("29", r"[29](?:iTt|it(?=[^a-zA-Z]|x))", _bare_hour),
)

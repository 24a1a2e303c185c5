"""Dates and times in a page's head: "Feb 1, 2022, 12:39 PM | Updated: Jun 13, 2022, 3:40 pm"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dateutil import parser

from discrepancy.lexicon import table

__all__ = ["DAY", "MONTH", "WEEKDAY", "Stamp", "in_print_age", "is_ago", "is_stamp_line", "stamps", "without_stamps"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)(?:\s*(?P<half>[ap]\.?\s?m\b\.?))?"
    r"|\s*(?P<half2>[ap]\.?\s?m\b\.?)|(?P<minute4>[0-5]\d)(?=\s*(?:GMT|UTC|hrs|hours)))"
    r"(?:\s*(?:hrs|hours))?(?:\s*\(?(?P<zone>[A-Z]{1,4}T|[BC]ST|UTC|GMT|MSK|WE[S]?T|Z\b|[+-]\d{2}:?\d{2})\b\)?)?",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d{2}"
_WRITTEN = rf"{DAY}(?:\s+(?:of\s+)?|-){MONTH}(?:,?\s+|-){_YEAR}|{MONTH}\s+{DAY},?\s+{_YEAR}"
_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}[-/]\d{{2}}[-/]\d{{2}})T?|(?P<written>{_WRITTEN})"
    r"|(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d))",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|changed|revised|edited|last update)\b", re.IGNORECASE)
_LABEL = (
    r"(?:first|last|originally|publi(?:shed|cation)|published|posted|created|issued|released|filed|updated?"
    r"|modified|revised|edited|date|datetime|time|dated|added|uploaded|as of|on|at|by|local|est\.?|hrs|hours|h)\b"
)
_AGO = (
    r"(?:\d{1,3}|an?|one|two|three)\s*(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?"
    r"|y|yrs?|years?)\.?\s+ago"
)
_AGO_LINE = re.compile(
    rf"\W*(?:(?:updated|published|posted|last updated)\b:?\s*)?{_AGO}(?:$|\W+$|\s*[\u00b7|\u2022]|(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)
_ZONE = r"(?:[A-Z]{1,4}T|UTC|GMT|MSK|BST|EST|Z)\b"
_PART = re.compile(
    rf"\d{{4}}[-/]\d{{2}}[-/]\d{{2}}T?|{_WRITTEN}|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)"
    rf"|\b{DAY}\s+{MONTH}|\b{MONTH}\s+{DAY}(?!\d)|\b{MONTH}\s+\d{{4}}"
    r"|\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?\s?m\b\.?"
    rf"|\b\d{{4}}(?=\s*(?:GMT|UTC|hrs|hours))|\b{_AGO}\b|[+-]\d{{2}}:?\d{{2}}\b",
    re.IGNORECASE,
)
_READING = re.compile(r"\b\d{1,3}[\s-]*min(?:ute)?s?[\s-]*read\b", re.IGNORECASE)
_FILLER = re.compile(rf"\b{WEEKDAY}|\b{_LABEL}|\b(?-i:{_ZONE})|\b(?:yesterday|today)\b", re.IGNORECASE)
_DESK = re.compile(
    rf"\bfor (?:the )?(?:{WEEKDAY}|tomorrow|today|tonight|weekend|early|late|final|web|print)(?:['\u2019]s)?"
    r"(?: (?:paper|edition|page|print|web|online))?\b"
    r"|\b(?:not yet|not|un)[ -]?(?:subbed|sub-edited|edited|checked|legalled|lawyered|proofed|published)\b"
    r"|\b(?:first |second |third |final |rough )?(?:draft|version)(?: \d+)?\b",
    re.IGNORECASE,
)
"""What a desk notes beside the date of a draft."""
_DIGIT = re.compile(r"\d")
_SOLID = re.compile(r"[^\W_]")
_LONGEST_LINE = 200
_OLDEST, _NEWEST = 1500, 3000
"""Years between which something was published: what lies beyond is a slip, and no day can be counted from it."""
_BEFORE = re.compile(r"[\s,|(]*(?:on\s+)?(?:" + WEEKDAY + r",?\s*)?$", re.IGNORECASE)
_AFTER = re.compile(r"[\s,|\u00b7\u2022()\u2013-]*(?:at\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a page's head; ``value`` is None where it can not be told, such as 03/04/2022."""

    start: int
    end: int
    value: dt.date | None
    updated: bool
    labelled: bool


def stamps(text: str) -> list[Stamp]:
    """The dates of a line, each with the time that stands beside it, in order."""
    found: list[Stamp] = []
    last = 0
    for match in _DATE.finditer(text):
        day = _day(match, text)
        time, end = _time_beside(text, match, last)
        value = _at(day, time) if day and time else day
        before = text[last : match.start()]
        updated = bool(_UPDATED.search(before))
        found.append(Stamp(match.start(), end, value, updated, bool(re.search(_LABEL, before, re.IGNORECASE))))
        last = end
    return found


def in_print_age(when: dt.date) -> bool:
    """Whether something can have been published then."""
    return _OLDEST < when.year < _NEWEST


def is_stamp_line(text: str) -> bool:
    """Whether a line says when, and nothing else."""
    if len(text) > _LONGEST_LINE or not _DIGIT.search(text):
        return False
    rest, found = _PART.subn(" ", _READING.sub(" ", _DESK.sub(" ", text)))
    return found > 0 and not _SOLID.search(_FILLER.sub(" ", rest))


def without_stamps(text: str) -> str:
    """A line without its dates and times and the words that label them."""
    rest, found = _PART.subn(" ", text)
    return _FILLER.sub(" ", rest).strip(" ,|:\u00b7\u2022-\u2013") if found else text


def is_ago(text: str) -> bool:
    """Whether a line begins with how long ago something was posted ("16 hours ago"), as teasers do."""
    return bool(_AGO_LINE.match(text))


def _day(match: re.Match[str], text: str) -> dt.date | None:
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"].replace("/", "-"))
        if match["written"]:
            return parser.parse(match["written"].replace(" of ", " ")).date()
        return _numeric_day(match, text)
    except (ValueError, OverflowError):
        return None


def _numeric_day(match: re.Match[str], text: str) -> dt.date | None:
    """A date in figures, where only one reading of it is a date (or the weekday before it settles which)."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    first, second = int(match["a"]), int(match["b"])
    if match["mark"] == "." and _valid(year, second, first):
        return _valid(year, second, first)  # with full stops the day stands first, wherever dates are written so
    readings = {day for day in (_valid(year, second, first), _valid(year, first, second)) if day}
    named = re.search(WEEKDAY + r"\W*$", text[: match.start()][-16:], re.IGNORECASE)
    if named and len(readings) > 1:
        readings = {day for day in readings if day.strftime("%a").lower() == named.group()[:3].lower()}
    return readings.pop() if len(readings) == 1 else None


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _time_beside(text: str, date: re.Match[str], last: int) -> tuple[re.Match[str] | None, int]:
    """The time that stands right after a date, else right before it; and where the two end."""
    gap = _AFTER.match(text, date.end())
    time = _TIME.match(text, gap.end()) if gap else None
    if time:
        return time, time.end()
    before = text[last : date.start()]
    for match in _TIME.finditer(before):
        if _BEFORE.fullmatch(before, match.end()):
            return match, date.end()
    return None, date.end()


def _at(day: dt.date, time: re.Match[str]) -> dt.date:
    hour, minute = int(time["hour"]), int(time["minute"] or time["minute4"] or 0)
    half = (time["half"] or time["half2"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return dt.datetime(
            day.year, day.month, day.day, hour, minute, int(time["second"] or 0), tzinfo=_zone(time["zone"])
        )
    except ValueError:
        return day


def _zone(name: str | None) -> dt.tzinfo | None:
    if not name:
        return None
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        minutes = -minutes if name[0] == "-" else minutes
    else:
        known = table("time_zones")["minutes"].get(name.upper())
        if known is None:
            return None
        minutes = known
    return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None

"""A day of the week does not fit the date beside it.

What fires:
    A date that names its weekday, month and day ("Tuesday, May 8, 2024"), where that day of that year is another
    weekday. A year that is not written is told from the day the version was published: within two months of it there
    is no doubt; farther away, or where the words around speak of another year ("next year's race"), the weekday must
    fit neither that year nor the one before or after, and none that is named near it. Where other versions name the
    right weekday for that day, they are shown beside it.

Why it matters:
    One of the two is wrong, and a reader who goes by it comes a day late. Newspapers correct such a pair every week.

Known limits:
    A day without a year in a version that does not say when it was published, days joined to others ("Friday and
    Saturday, May 3 and 4", "May 7-8"), dates before 1923, which may be told by an older calendar, and "Sun", "Sat",
    "Wed" and "Mon", which are other words too, are passed over.

Source:
    Associated Press Stylebook, "dates" and "days of the week".
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.model import (
    Document,
    Fact,
    FactKind,
    Finding,
    Level,
    Mention,
    Message,
    Param,
    Story,
    TimeFrame,
    ValueGroup,
)
from discrepancy.rules.rule import Example, Rule, finding, listed, sources, value_group

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OTHER_WORDS = frozenset({"sun", "sat", "wed", "mon"})
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_JOINED_BEFORE = re.compile(r"(?:\b(?:and|or|to|through|until|till)|[-–—/&,])\s*$", re.IGNORECASE)
_JOINED_AFTER = re.compile(
    r"\s*(?:[-–—/&]|,?\s*(?:and|or|to|through|until|till)\s+(?:the\s+)?(?P<next>\w+)|,\s*\d{1,2}\b)", re.IGNORECASE
)
_OTHER_YEAR = re.compile(
    r"\b(?:next|last|previous|following|past|another|each|every)[\s-]+(?:\w+[\s-]+){0,2}?"
    r"(?:years?|seasons?|editions?|festival|tournament|summer|winter|spring|autumn|fall)\b"
    r"|\b(?:a|one) years?\s+(?:ago|earlier|before|later|after)\b|\byear-ago\b|\b(?:year|season)['\u2019]s\b",
    re.IGNORECASE,
)
"""Words by which a day may be one of another year than that of the publication."""
_THIS_YEAR = re.compile(r"\bthis (?:year|season|summer|winter|spring|autumn|fall)(?:['\u2019]s)?\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![\d.,£$€])(?:19|20)\d\d(?![\d,]|\.\d)")
_BEFORE = 200
"""Characters before the sentence of a date in which the year may be told."""
_GREGORIAN = 1923
"""The year from which on every country of the news counts by one calendar."""
_NEAR = dt.timedelta(days=61)
_LONGEST_WEEKDAY = 10
_LONGEST_JOINED = 24


@dataclass(frozen=True, slots=True)
class _Slip:
    """A weekday and a day that do not fit: where each stands, and the day that is meant."""

    fact: Fact
    said: Mention
    date: Mention
    day: dt.date


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each date whose weekday is another."""
    slips: dict[tuple[str, dt.date], list[_Slip]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.DATE:
            slip = _slip(story, fact)
            if slip is not None:
                slips[" ".join(fact.mention.text.split()), slip.day].append(slip)
    for (text, day), found in sorted(slips.items()):
        yield _finding(story, text, day, found)


def _slip(story: Story, fact: Fact) -> _Slip | None:
    document, mention, day = story.document[fact.mention.document], fact.mention, fact.date.first
    named = [word for word in _WORD.finditer(mention.text) if _is_weekday(word[0])]
    if day is None or day != fact.date.last or len(named) != 1 or not _tells_the_day(mention.text):
        return None
    said = _NAMES[WEEKDAYS[named[0][0].lower()] - 1]
    if not _YEAR.search(mention.text):
        day = _nearest(document, day)
    if day is None or _is_joined(document, mention):
        return None
    if _fits(document, fact, day, said) and (said == _weekday(day) or not _others_say(story, fact, day)):
        return None
    date = _rest(mention, named[0].start(), named[0].end())
    return _Slip(fact, _part(mention, named[0].start(), named[0].end()), date, day)


def _others_say(story: Story, fact: Fact, day: dt.date) -> bool:
    """Whether another version tells that day of the month with its right weekday: then no other year is meant."""
    if _YEAR.search(fact.mention.text):
        return False
    return any(
        other.kind is FactKind.DATE
        and other.mention.document != fact.mention.document
        and _named_in(other.mention.text) == [_weekday(day)]
        and other.date.value.endswith(f"{day:-%m-%d}")
        for other in story.facts
    )


def _named_in(text: str) -> list[str]:
    """The weekdays that a text names, in full."""
    return [_NAMES[WEEKDAYS[w.lower()] - 1] for w in _WORD.findall(text) if _is_weekday(w)]


def _is_weekday(word: str) -> bool:
    return word[:1].isupper() and word.lower() in WEEKDAYS and word.lower() not in _OTHER_WORDS


def _tells_the_day(text: str) -> bool:
    """Whether a month's name and one day of it are written."""
    months = [word for word in _WORD.findall(text) if word.lower() in MONTHS]
    return len(months) == 1 and len(_DAY.findall(_CLOCK.sub(" ", _YEAR.sub(" ", text)))) == 1


def _fits(document: Document, fact: Fact, day: dt.date, said: str) -> bool:
    """Whether the weekday is right, or may be in another year, or the calendar another one."""
    if day.year < _GREGORIAN or _weekday(day) == said:
        return True
    if _YEAR.search(fact.mention.text):
        return False
    return any(_weekday(other) == said for other in _in_other_years(document, fact, day))


def _in_other_years(document: Document, fact: Fact, day: dt.date) -> list[dt.date]:
    """That day in the years that the words around leave open: near publication only one that they name."""
    today = document.day
    around = document.text[max(0, fact.sentence.start - _BEFORE) : max(fact.sentence.end, fact.mention.end)]
    around = _THIS_YEAR.sub(" ", around)
    if _THIS_YEAR.search(document.text, fact.sentence.start, fact.mention.end):
        return []
    named = [other for year in _ANY_YEAR.findall(around) if (other := _in_year(day, int(year))) is not None]
    near = today is not None and abs(day - today) <= _NEAR
    if near and today is not None and not _goes_astray(fact, day, today) and not _OTHER_YEAR.search(around):
        return named
    return [*named, *_days_around(document, day)]


def _goes_astray(fact: Fact, day: dt.date, today: dt.date) -> bool:
    """Whether the tense goes the other way from the nearest such day."""
    return (fact.time is TimeFrame.PLANNED and day < today) or (fact.time is TimeFrame.PAST and day > today)


def _days_around(document: Document, day: dt.date) -> list[dt.date]:
    """That day and month in the year of publication, the one before and the one after."""
    today = document.day
    years = (today.year - 1, today.year, today.year + 1) if today else ()
    return [other for year in years if (other := _in_year(day, year)) is not None]


def _nearest(document: Document, day: dt.date) -> dt.date | None:
    """The day of that month and number that is nearest to publication: the reader of dates may have gone by weekday."""
    today = document.day
    if today is None:
        return None
    return min(_days_around(document, day), key=lambda other: abs(other - today), default=None)


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return None


def _weekday(day: dt.date) -> str:
    return _NAMES[day.isoweekday() - 1]


def _is_joined(document: Document, mention: Mention) -> bool:
    """Whether another day stands right beside it, so that the words may pair otherwise than they stand."""
    before = document.text[max(0, mention.start - _LONGEST_WEEKDAY) : mention.start]
    after = document.text[mention.end : mention.end + _LONGEST_JOINED]
    joined = _JOINED_AFTER.match(after)
    if joined is None or not joined["next"]:
        return bool(joined or _JOINED_BEFORE.search(before))
    return _is_of_dates(joined["next"]) or bool(_JOINED_BEFORE.search(before))


def _is_of_dates(word: str) -> bool:
    """Whether the word behind "and" goes on with days: a figure, a weekday, a month; any other begins a clause."""
    return word[0].isdigit() or word.lower() in MONTHS or word.lower() in WEEKDAYS


def _part(mention: Mention, start: int, end: int) -> Mention:
    return replace(mention, start=mention.start + start, end=mention.start + end, text=mention.text[start:end])


def _rest(mention: Mention, start: int, end: int) -> Mention:
    """The mention without its weekday: what stands behind it, else what stands before."""
    behind = mention.text[end:]
    if _DAY.search(behind):
        first = end + len(behind) - len(behind.lstrip(" ,.\u00a0"))
        return _part(mention, first, len(mention.text))
    return _part(mention, 0, len(mention.text[:start].rstrip(" ,\u00a0")))


def _told_rightly(story: Story, day: dt.date, slips: list[_Slip]) -> dict[str, list[Fact]]:
    """What other versions call the same day by its right weekday."""
    homes = {slip.fact.mention.document for slip in slips}
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is not FactKind.DATE or fact.mention.document in homes:
            continue
        text = fact.mention.text
        same = fact.date.first == fact.date.last == day
        if same and _named_in(text) == [_weekday(day)]:
            found[" ".join(text.split())].append(fact)
    return dict(sorted(found.items()))


def _finding(story: Story, text: str, day: dt.date, slips: list[_Slip]) -> Finding:
    others = _told_rightly(story, day, slips)
    params: dict[str, Param] = {
        "text": text,
        "day": day,
        "weekday": Message(f"weekday.{day.isoweekday()}"),
        "sources": sources(story, [slip.fact for slip in slips]),
        "others": listed(story, others.items()),
    }
    told = Message("DAT002.beside-others", params) if others else Message("DAT002.explanation", params)
    values = [
        ValueGroup(slips[0].said.text, tuple(slip.said for slip in slips)),
        ValueGroup(slips[0].date.text, tuple(slip.date for slip in slips)),
        *(value_group(label, facts) for label, facts in others.items()),
    ]
    return finding("DAT002", Level.ERROR, (Message("DAT002.summary", params), told), values, subject=text)


RULE = Rule(
    code="DAT002",
    name="weekday-does-not-fit",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The council will vote on Tuesday, May 8, 2024, the mayor's office said.",
            "The council will vote on the budget, the mayor's office said.",
        )
    ),
    near_miss=Example(
        (
            "The council will vote on Wednesday, May 8, 2024, the mayor's office said.",
            "The council will vote on the budget, the mayor's office said.",
        )
    ),
    doc=__doc__,
)

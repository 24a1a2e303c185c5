"""Reads the exact times of the clock that facts give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.model import Fact, FactKind, Story

_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")
_VAGUE = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|circa|shortly|soon|just|little|by|from|until|till|since"
    r"|after|before|past|between|to|and|gone|well|minutes|towards?|near)\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:-|–|—|to\b|and\b|until\b|till\b|or\b|\bish\b)", re.IGNORECASE)
_NAMED_ZONE = re.compile(r"\s+(?:in\s+)?((?:[A-Z][\w.]*\s+)+time|[A-Z]{2,5}\b)")
HOUR = 60
_DAY = 24 * HOUR
_ROUND = (60, 30, 15, 10, 5)
"""Minutes that times are rounded to."""
_LEAD = 30


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: minutes after midnight, in Greenwich's time where ``zone`` is "Z", else in that of ``zone``."""

    fact: Fact
    minutes: int
    zone: str


def clock_time(story: Story, fact: Fact) -> ClockTime | None:
    """The exact time that a fact gives; None for a day, a part of the day, an end of a span and what is vague."""
    found, text, at = _CLOCK.search(fact.date.value), story.document[fact.mention.document].text, fact.mention
    if found is None or _VAGUE.search(text[max(0, at.start - _LEAD) : at.start]) or _ENDS.match(text, at.end):
        return None
    minutes, offset = int(found[1]) * HOUR + int(found[2]), found[3] or ""
    if offset and offset != "Z":
        sign = -1 if offset[0] == "-" else 1
        minutes -= sign * (int(offset[1:3]) * HOUR + int(offset[4:6]))
    named = None if offset else _NAMED_ZONE.match(text, at.end)
    return ClockTime(fact, minutes % _DAY, "Z" if offset else (named[1] if named else ""))


def is_alone(story: Story, fact: Fact) -> bool:
    """Whether no other time stands in the sentence, unless in brackets: another one may be meant."""
    at = fact.mention
    text = story.document[at.document].text
    others = [
        f for f in story.facts
        if f.kind is FactKind.DATE and f.id != fact.id and f.mention.document == at.document
        and f.sentence == fact.sentence and _CLOCK.search(f.date.value)
    ]  # fmt: skip
    return all(
        text[f.mention.start - 1 : f.mention.start] == "(" or text[at.start - 1 : at.start] == "(" for f in others
    )


def rounded_to(time: ClockTime) -> int:
    """The minutes that a time is rounded to."""
    return next((step for step in _ROUND if time.minutes % step == 0), 1)

"""Two versions give one event two times of day.

What fires:
    Times of the clock said of one event on one day (the same verb and those who take part, in sentences alike) that
    are two, zones reckoned: an hour more or less, a.m. for p.m., digits that changed places.

Why it matters:
    A timeline is built on it, and a reader who goes by it misses the train, the match or the deadline.

Known limits:
    Times with "about", "shortly after", "by" or "until", times that differ by less than the rounder one is rounded to
    (4:30 and 4:40), a time in a zone of which the offset is not known against one without, and whole hours between
    versions of which one speaks of a zone anywhere are left alone.

Source:
    Reuters Handbook of Journalism, "Times"; AP Stylebook, "times".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.grammar.dates.comparing import can_both_hold, scale
from discrepancy.labels import IN_OTHER_WORDS
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.one_sentence import one_sentence
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group

_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$")
_VAGUE = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|circa|shortly|soon|just|little|by|from|until|till|since"
    r"|after|before|past|between|to|and|gone|well|minutes|towards?|near)\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:-|–|—|to\b|and\b|until\b|till\b|or\b|\bish\b)", re.IGNORECASE)
_NAMED_ZONE = re.compile(r"\s+(?:in\s+)?((?:[A-Z][\w.]*\s+)+time|[A-Z]{2,5}\b)")
_ANY_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|MSK|(?:[A-Z][\w.]+|local|Eastern|Pacific) time)\b"
)
_FURTHER = re.compile(
    r"\b(first|second|third|fourth|another|again|next|previous|earlier|later|last|other|further|final)\b", re.IGNORECASE
)
_HOUR = 60
_DAY = 24 * _HOUR
_ROUND = (60, 30, 15, 10, 5)
"""Minutes that times are rounded to."""
_LEAD = 30


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day: minutes after midnight, in Greenwich's time where ``zone`` is "Z", else in that of ``zone``."""

    fact: Fact
    minutes: int
    zone: str


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that happens at two times of one day."""
    for group in story.groups:
        if group.kind is FactKind.DATE:
            times = [time for fact in facts_of(story, group) if (time := _time(story, fact)) is not None]
            times = [time for time in times if len(times) > 1 and _alone(story, time.fact)]
            alike = group.reason == IN_OTHER_WORDS
            wrong = [(a, b) for a, b in combinations(times, 2) if _clash(story, a, b, times, alike=alike)]
            if wrong:
                yield _finding(story, group, [time for time in times if any(time in pair for pair in wrong)])


def _time(story: Story, fact: Fact) -> _Time | None:
    """The exact time that a fact gives; None for a day, a part of the day, an end of a span and what is vague."""
    found, text, at = _CLOCK.search(fact.date.value), story.document[fact.mention.document].text, fact.mention
    if found is None or _VAGUE.search(text[max(0, at.start - _LEAD) : at.start]) or _ENDS.match(text, at.end):
        return None
    minutes, offset = int(found[1]) * _HOUR + int(found[2]), found[3] or ""
    if offset and offset != "Z":
        sign = -1 if offset[0] == "-" else 1
        minutes -= sign * (int(offset[1:3]) * _HOUR + int(offset[4:6]))
    named = None if offset else _NAMED_ZONE.match(text, at.end)
    return _Time(fact, minutes % _DAY, "Z" if offset else (named[1] if named else ""))


def _clash(story: Story, a: _Time, b: _Time, times: Sequence[_Time], *, alike: bool) -> bool:
    """Whether two times are of one event, in one zone, and farther apart than rounding puts them."""
    one, other = a.fact, b.fact
    homes = {one.mention.document, other.mention.document}
    if len(homes) == 1 or a.zone != b.zone or a.minutes == b.minutes or not (alike or _one_event(story, one, other)):
        return False
    if scale(one.date) and scale(other.date) and not can_both_hold(one.date, other.date):
        return False
    if any(t.minutes == u.minutes and t.zone == u.zone for t in times for u in (a, b) if _crosses(t, u, homes)):
        return False  # one version gives both
    apart = abs(a.minutes - b.minutes)
    if apart < max(_rounded_to(a), _rounded_to(b)):
        return False
    unsaid = not a.zone and apart % _HOUR == 0
    return not (unsaid and any(_ANY_ZONE.search(story.document[home].text) for home in homes))


def _crosses(time: _Time, told: _Time, homes: set[str]) -> bool:
    home = time.fact.mention.document
    return home in homes and home != told.fact.mention.document


def _one_event(story: Story, a: Fact, b: Fact) -> bool:
    if a.time is not b.time or _further(story, a) != _further(story, b):
        return False
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    if not (left <= right or right <= left):
        return False
    return (a.subject.concept == b.subject.concept != "" and bool(left & right)) or one_sentence(story, [a], [b])


def _further(story: Story, fact: Fact) -> set[str]:
    """Words of the sentence that tell one of several apart."""
    text = story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]
    return {word.lower() for word in _FURTHER.findall(text)}


def _alone(story: Story, fact: Fact) -> bool:
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


def _rounded_to(time: _Time) -> int:
    return next((step for step in _ROUND if time.minutes % step == 0), 1)


def _finding(story: Story, group: Group, times: Sequence[_Time]) -> Finding:
    by_time: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for time in sorted(times, key=lambda t: (t.zone, t.minutes, t.fact.id)):
        by_time[time.zone, time.minutes].append(time.fact)
    told = {facts[0].mention.text: facts for facts in by_time.values()}
    params = {"subject": group.subject, "values": listed(story, told.items()), "forms": forms(told)}
    texts = Message("DAT004.summary", params), Message("DAT004.explanation", params)
    values = [value_group(label, facts) for label, facts in told.items()]
    return finding("DAT004", Level.ERROR, texts, values, subject=group.subject, group=group)


RULE = Rule(
    code="DAT004",
    name="time-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The dam above the village burst at 4:40 a.m. on Tuesday, officials said.",
            "The dam above the village burst at 5:40 a.m. on Tuesday, officials said.",
        )
    ),
    near_miss=Example(
        (
            "The dam above the village burst at 4:40 a.m. GMT on Tuesday, officials said.",
            "The dam above the village burst at 5:40 a.m. CET on Tuesday, officials said.",
        )
    ),
    doc=__doc__,
)

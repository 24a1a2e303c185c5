"""Leads told in seconds with the times of both: "2:04:38, beating Omer by 31 seconds … Omer clocked 2:04:51"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from discrepancy.model import BlockRole, Document, Fact, Mention, QuantityKind, Story

_TIME: Final = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d(?:\.\d{1,3})?)(?![\d:])")
_LOSER_BEFORE: Final = re.compile(
    r"\b(?:beat\w*|edg\w+|defeat\w*|ahead of|clear of|held off|holding off)\b(.{1,60}) by $"
)
_LOSER_AFTER: Final = re.compile(r"^ (?:ahead|clear|in front) of ((?:[\w'\u2019-]+ ?){1,6})")
_OWNED: Final = re.compile(r"([A-Z][\w'\u2019-]+)(?: (?:[a-z]+|second|third)){0,6},? \(?$")
_NAME: Final = re.compile(r"[A-Z][\w'\u2019-]+")
_BEFORE: Final = 90
_OWNER: Final = 60
_FURTHEST: Final = 600
"""Seconds: times further apart are of two races."""
_CLOCK: Final = re.compile(r" ?(?:[ap]\.?m\b|GMT|EST|EDT|UTC|CET|BST|local time)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead and the two times that it is told to lie between, with how many seconds lie there."""

    lead: Fact
    times: tuple[Mention, Mention]
    made: Decimal


@dataclass(frozen=True, slots=True)
class _Time:
    mention: Mention
    seconds: Decimal
    owner: str


def leads(story: Story) -> Iterator[Lead]:
    """Every lead whose two times the text gives too, and gives apart by another number of seconds."""
    for document in story.documents:
        facts = [fact for fact in story.quantities[document.id] if _may_lead(fact)]
        times = list(_times(document)) if facts else []
        for fact in facts:
            found = _read(document, fact, times)
            if found is not None:
                yield found


def _may_lead(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.DURATION and q.unit == "second" and q.low == q.high < _FURTHEST


def _times(document: Document) -> Iterator[_Time]:
    for found in _TIME.finditer(document.text):
        hours, minutes, seconds = found.groups()
        if (hours is None and "." not in seconds) or _CLOCK.match(document.text, found.end()):
            continue
        value = int(hours or 0) * 3600 + int(minutes) * 60 + Decimal(seconds)
        before = document.text[max(0, found.start() - _OWNER) : found.start()]
        owner = _OWNED.search(before)
        block = next((b.role for b in document.blocks if b.start <= found.start() < b.end), None)
        if block is not None and block is not BlockRole.FURNITURE:
            mention = Mention(document.id, found.start(), found.end(), found.group(), block)
            yield _Time(mention, value, owner[1] if owner else "")


def _read(document: Document, fact: Fact, times: list[_Time]) -> Lead | None:
    """The lead with its two times, where they are plain and do not make it."""
    loser = _loser(document, fact)
    first = [time for time in times if fact.sentence.start <= time.mention.start < fact.sentence.end]
    second = [time for time in times if time.owner == loser and time not in first]
    if not loser or len(first) != 1 or len({time.seconds for time in second}) != 1:
        return None
    made = abs(second[0].seconds - first[0].seconds)
    if made > _FURTHEST or abs(made - fact.quantity.low) <= 1:
        return None
    return Lead(fact, (first[0].mention, second[0].mention), made)


def _loser(document: Document, fact: Fact) -> str:
    """The surname of who came in behind, by the words right around the lead; empty where they do not say."""
    text = document.text
    before = _LOSER_BEFORE.search(text[max(fact.sentence.start, fact.mention.start - _BEFORE) : fact.mention.start])
    after = _LOSER_AFTER.match(text[fact.mention.end : fact.sentence.end])
    found = before or after
    names = _NAME.findall(found[1]) if found else []
    return names[-1] if names else ""

"""Trading: what is traded stood at one price at one time of the day and at another at another."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import words
from discrepancy.lexicon.measures import is_closing
from discrepancy.model import Fact, Message, Param, QuantityKind, Reconciliation, Story
from discrepancy.rules.once import once_each

ORDER = 38
_KINDS = frozenset({QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.POINTS, QuantityKind.COUNT})
_EXCHANGED = re.compile(r"\b(?:to|against|versus) the (?:us )?(?:dollar|euro|pound|yen|greenback)\b", re.IGNORECASE)
_END = re.compile(
    r"\b(?:(?:at|by|before|after) the (?:close|closing bell|end of (?:trading|the (?:day|session)))|clos(?:e|ed|es|ing)"
    r"|settled?|end(?:ed|s|ing)|finish(?:ed|es|ing)?)\b",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:early|earlier|late|afternoon|morning|midday|noon|pre-?market|after-hours|intraday|open(?:ed|ing)|at first"
    r"|initially|within (?:an hour|minutes|the hour)"
    r"|(?:at|by|around) \d{1,2}(?:[.:]?\d\d)? ?(?:[ap]\.?m\b\.?|gmt|[a-z]{0,2}t\b))",
    re.IGNORECASE,
)


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is of what is traded."""
    return is_traded(fact, story)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where two prices, or moves of a price, of what is traded are told of two times of the day."""
    if a.quantity.kind is not b.quantity.kind or a.quantity.kind not in _KINDS:
        return None
    if a.mention.document == b.mention.document or not all(is_traded(fact, story) for fact in (a, b)):
        return None
    one, other = _moment(a, story), _moment(b, story)
    if one == other:
        return _of_other_days(a, b, story) if one == _CLOSE else None
    if _CLOSE in {one, other}:
        during, end = (b, a) if one == _CLOSE else (a, b)
        return Reconciliation(
            "later-update", Message("reconcile.trading", {"during": during.mention.text, "end": end.mention.text})
        )
    told, untold = (a, b) if one else (b, a)
    params = {"a": told.mention.text, "b": untold.mention.text, "cue": one or other}
    return Reconciliation("later-update", Message("reconcile.trading-time", params))


_CLOSE = "close"


def _of_other_days(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where two prices at the end of trading are of two days."""
    days = [fact.when.first if fact.when else story.document[fact.mention.document].day for fact in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    params: dict[str, Param] = {"a": a.mention.text, "a_time": days[0], "b": b.mention.text, "b_time": days[1]}
    return Reconciliation("time-frame", Message("reconcile.time-frame", params))


@once_each
def is_traded(fact: Fact, story: Story) -> bool:
    """Whether what stands before the figure in its sentence is traded, or its worth is told in another currency."""
    text, sentence = story.document[fact.mention.document].text, fact.sentence
    if _traded().search(text, sentence.start, fact.mention.start):
        return True
    return _EXCHANGED.search(text, sentence.start, sentence.end) is not None


@cache
def _traded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('market_words')))})\b", re.IGNORECASE)


@once_each
def _moment(fact: Fact, story: Story) -> str:
    """What tells the time of the day: ``close`` for its end, else the words themselves; empty where nothing does."""
    text, sentence = story.document[fact.mention.document].text, fact.sentence
    if is_closing(fact.subject.verb) or _END.search(text, sentence.start, sentence.end):
        return _CLOSE
    found = _DURING.search(text, sentence.start, sentence.end)
    return found.group().lower() if found else ""

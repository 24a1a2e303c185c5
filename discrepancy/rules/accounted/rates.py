"""Rates: 256 a month are about 3,000 a year; each version gives the same money by another length of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from discrepancy.model import Fact, Message, Param, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, alike, before, behind, is_one, variant

_PERIODS: Final = {"day": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
"""How often each comes in a year."""
_TOLD = re.compile(
    r"\s*(?:[a-z]+ ){0,3}?(?:(?:an?|per|every|each|the) (day|week|month|quarter|year)\b"
    r"|(dai|week|month|quarter|year)ly\b)"
    r"|\s*(?:annually|per annum|a head a year)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:(day|week|month|quarter|year|dai)ly|annual(?:ly)?|(?:each|every|per|a) (day|week|month|year))\b"
    r"[^.;\d]{0,35}$",
    re.IGNORECASE,
)
_KINDS = frozenset({QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.DURATION, QuantityKind.MEASURE})
_NEAR = 0.04
"""How far off the one may be by rounding."""
_CAP = 60
"""Rates of a story that are held against each other."""


def find(story: Story) -> Iterator[Told]:
    """Figures of two lengths of time that come to the same."""
    figures = [fact for facts in story.quantities.values() for fact in facts if _is_tried(fact)]
    told = [(fact, period) for fact in figures if (period := _period(fact, story))][:_CAP]
    seen: set[object] = set()
    for (a, one), (b, other) in combinations(told, 2):
        key = frozenset((a.quantity.figure, b.quantity.figure))
        if one == other or key in seen or not alike(a, b) or a.mention.document == b.mention.document:
            continue
        if _equal(a, one, b, other):
            seen.add(key)
            words: dict[str, Param] = {"a": a.mention.text, "b": b.mention.text}
            words |= {"a_time": Message(f"period.{one}"), "b_time": Message(f"period.{other}")}
            values = (variant(story, a), variant(story, b))
            yield Told(values, Reconciliation("time-frame", Message("reconcile.rate", words)))


def _is_tried(fact: Fact) -> bool:
    return is_one(fact) and fact.quantity.kind in _KINDS


def _equal(a: Fact, one: str, b: Fact, other: str) -> bool:
    left = float(a.quantity.low) * _PERIODS[one]
    right = float(b.quantity.low) * _PERIODS[other]
    steps = float(a.quantity.step) * _PERIODS[one] + float(b.quantity.step) * _PERIODS[other]
    return abs(left - right) <= min(_NEAR * max(left, right), steps / 2)


def _period(fact: Fact, story: Story) -> str:
    """The length of time that a figure is told by; empty where none is."""
    if fact.quantity.per in _PERIODS:
        return fact.quantity.per
    found = re.search(r"\b(day|week|month|quarter|year)\b|(?:annum)", fact.quantity.text)
    if found:
        return found.group(1) or "year"
    told = _TOLD.match(behind(story, fact)) or _AHEAD.search(before(story, fact, 60))
    if not told:
        return ""
    word = (told.group(1) or told.group(2) or "year").lower()
    return {"dai": "day"}.get(word, word)

"""Partial count: "with 94% of polling stations counted" one candidate's share is not what it is in the end."""

from __future__ import annotations

import re

from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Span, Story
from discrepancy.rules.once import once_each
from discrepancy.text.capitals import name_before

ORDER = 9
_COUNTED = re.compile(
    r"\b(?:with|after|once|as) (?:[a-z]+ ){0,3}?(?:[\d.,]+ ?(?:%|per ?cent)(?: of [\w' -]{1,40}?)?"
    r"|\d[\d,]* of (?:the |its )?\d[\d,]* [\w' -]{1,30}?|all (?:of )?(?:the |its )?\d[\d,]* [\w' -]{1,30}?)"
    r" (?:counted|tallied|reported|reporting|processed|declared|in)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\w+ (?:[a-z]+ ){0,2}?(?:all\b|100 ?(?:%|per ?cent))", re.IGNORECASE)
"""All has been counted: what is told then is not partial."""
_KINDS = frozenset({QuantityKind.SHARE, QuantityKind.COUNT})


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is told of a part of the votes."""
    return bool(_counted(fact, story))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one of two figures of one candidate is told of a part of the votes, the other is not."""
    if a.quantity.kind is not b.quantity.kind or a.quantity.kind not in _KINDS:
        return None
    told = [_counted(fact, story) for fact in (a, b)]
    if told[0] == told[1] or None in told or _name(a, story) != _name(b, story):
        return None
    params = {"a": a.mention.text, "b": b.mention.text, "cue": told[0] or told[1] or ""}
    return Reconciliation("later-update", Message("reconcile.partial-count", params))


@once_each
def _counted(fact: Fact, story: Story) -> str | None:
    """The words that tell how much had been counted; None where the figure is itself that share."""
    text = story.document[fact.mention.document].text
    found = _COUNTED.search(text, fact.sentence.start, fact.sentence.end)
    if found is None and fact.subject.concept == "vote":
        found = _COUNTED.search(text)  # told once, it holds for the figures of all candidates
    if found and Span(*found.span()).covers(Span(fact.mention.start, fact.mention.end)):
        return None
    return found.group() if found and not _ALL.match(found.group()) else ""


@once_each
def _name(fact: Fact, story: Story) -> str:
    return name_before(story.document[fact.mention.document].text, fact.sentence.start, fact.mention.start)

"""Recount: votes were counted twice, and an earlier version has the first count."""

from __future__ import annotations

import re

from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier, one_after_the_other

ORDER = 36
_VOTES = re.compile(r"\b(?:votes?|ballots?|majority|turnout|poll(?:ed|ing)?|papers?)\b", re.IGNORECASE)
_RECOUNT = re.compile(r"\b(?:recount(?:ed|s)?|re-count(?:ed)?|second count|counted again)\b", re.IGNORECASE)


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is of votes."""
    return _of_votes(fact, story)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one version came before the other, the story tells of a recount, and both count votes."""
    counted = {a.quantity.kind, b.quantity.kind} <= {QuantityKind.COUNT, QuantityKind.SHARE}
    order = earlier(story, a.mention.document, b.mention.document)
    if not counted or order is None or not all(_of_votes(fact, story) for fact in (a, b)):
        return None
    first, then = (a, b) if order else (b, a)
    if not any(_RECOUNT.search(document.text) for document in story.documents):
        return None
    params = one_after_the_other(story, first, then)
    return Reconciliation("later-update", Message("reconcile.recount", params))


@once_each
def _of_votes(fact: Fact, story: Story) -> bool:
    text, sentence = story.document[fact.mention.document].text, fact.sentence
    return _VOTES.search(text, sentence.start, sentence.end) is not None

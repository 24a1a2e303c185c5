"""Told moved: one version says that the count rose, or fell, to its figure; the other may have what it was before."""

from __future__ import annotations

from typing import Final

from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story, TimeFrame
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import sources

ORDER = 39
_MOVED: Final = {1: frozenset({"rise", "raise"}), -1: frozenset({"fall", "cut"})}
_KINDS: Final = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE})


def concerns(fact: Fact, story: Story) -> bool:
    """Whether the verb of a figure says that it got there."""
    del story
    return any(verb_concept(fact.subject.verb) in verbs for verbs in _MOVED.values())


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where just one says that it got there, from the side of the other, and is not the earlier version."""
    if a.mention.document == b.mention.document or {a.quantity.kind, b.quantity.kind} - _KINDS:
        return None
    for first, then in ((a, b), (b, a)):
        way = 1 if then.quantity.low > first.quantity.high else -1
        if then.time is TimeFrame.PLANNED or then.role is not FactRole.LEVEL or first.role is not FactRole.LEVEL:
            continue
        told = [verb_concept(fact.subject.verb) in _MOVED[way] for fact in (first, then)]
        if told == [False, True] and earlier(story, then.mention.document, first.mention.document) is not True:
            params = {"a": first.mention.text, "b": then.mention.text, "source": sources(story, [then])}
            return Reconciliation("later-update", Message("reconcile.grown", params))
    return None

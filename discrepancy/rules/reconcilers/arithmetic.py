"""Arithmetic: 250,000 now and 350,000 planned, where some version names the 100,000 that makes up the difference."""

from __future__ import annotations

from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Fact, FactRole, Figure, Message, QuantityKind, Reconciliation, Story, TimeFrame
from discrepancy.rules.once import once

ORDER = 30
_MOVES = frozenset({"rise", "fall", "hire", "cut", "grow", "expand", "add", "shrink"})
_SMALL = 100
"""Below which a step is met by chance."""


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the two hold at different times and a change named in the story leads from one to the other."""
    left, right = a.quantity, b.quantity
    if left.unit != right.unit:
        return None
    if left.low != left.high or right.low != right.high or not _apart(a, b):
        return None
    low, high = sorted((left, right), key=lambda q: q.low)
    gap = high.low - low.low
    for step in _moving(story).get((left.kind, left.unit, gap, gap), ()):
        if _leads(step, a, b):
            words = {"low": low.text, "step": step.mention.text, "high": high.text, "sentence": step.subject.text}
            return Reconciliation("arithmetic", Message("reconcile.arithmetic", words))
    return None


def _apart(a: Fact, b: Fact) -> bool:
    """Whether the two figures are not plainly of one time."""
    return a.time is not b.time or TimeFrame.UNKNOWN in {a.time, b.time}


@once
def _moving(story: Story) -> dict[Figure, list[Fact]]:
    """The figures that are a change by how they are told."""
    found = {figure: [fact for fact in facts if _moves(fact)] for figure, facts in story.stated.items()}
    return {figure: facts for figure, facts in found.items() if facts}


def _moves(step: Fact) -> bool:
    planned = step.time is TimeFrame.PLANNED and step.role is not FactRole.BASE
    return step.role is FactRole.CHANGE or planned or _moves_alone(step)


def _leads(step: Fact, a: Fact, b: Fact) -> bool:
    """Whether ``step``, a change, is of the same owner as far as both are known, that is no other thing's by its noun.

    A small count is found in many a text by chance: it has to be of the noun of the one or the other.
    """
    owners = {step.subject.owner, a.subject.owner} - {""}
    small = step.quantity.low < _SMALL and step.quantity.kind is QuantityKind.COUNT
    same = step.subject.concept in {a.subject.concept, b.subject.concept} - {""}
    return len(owners) < 2 and (same or not small)


def _moves_alone(step: Fact) -> bool:
    """Whether a verb of change has no other figure that the step may be: neither the one before nor the one after."""
    return verb_concept(step.subject.verb) in _MOVES and step.role is not FactRole.BASE

"""Arithmetic: 250,000 now and 350,000 planned, where some version names the 100,000 that makes up the difference."""

from __future__ import annotations

from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Fact, FactRole, Message, Reconciliation, Story, TimeFrame

ORDER = 30
_MOVES = frozenset({"rise", "fall", "hire", "cut", "grow", "expand", "add", "shrink"})


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the two hold at different times and a change named in the story leads from one to the other."""
    left, right = a.quantity, b.quantity
    if left.unit != right.unit:
        return None
    if left.low != left.high or right.low != right.high or not _apart(a, b):
        return None
    low, high = sorted((left, right), key=lambda q: q.low)
    gap = high.low - low.low
    for document in story.documents:
        for step in story.stating.get((document.id, (left.kind, left.unit, gap, gap)), ()):
            if _leads(step, a):
                words = {"low": low.text, "step": step.mention.text, "high": high.text, "sentence": step.subject.text}
                return Reconciliation("arithmetic", Message("reconcile.arithmetic", words))
    return None


def _apart(a: Fact, b: Fact) -> bool:
    """Whether the two figures are not plainly of one time."""
    return a.time is not b.time or TimeFrame.UNKNOWN in {a.time, b.time}


def _leads(step: Fact, beside: Fact) -> bool:
    """Whether ``step`` is a change, of the same owner as far as both are known."""
    owners = {step.subject.owner, beside.subject.owner} - {""}
    moves = step.role is FactRole.CHANGE or verb_concept(step.subject.verb) in _MOVES or step.time is TimeFrame.PLANNED
    return moves and len(owners) < 2

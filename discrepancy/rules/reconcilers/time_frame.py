"""Time frame: one figure is planned and the other is now, or the two are of different dates."""

from __future__ import annotations

from discrepancy.model import Fact, Message, Param, Reconciliation, Story, TimeFrame

ORDER = 40


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is planned or dated."""
    del story
    return fact.time is TimeFrame.PLANNED or fact.when is not None


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the two figures hold at times that do not meet."""
    del story
    if not (_planned_apart(a, b) or _dated_apart(a, b)):
        return None
    words = {"a": a.mention.text, "a_time": _when(a), "b": b.mention.text, "b_time": _when(b)}
    return Reconciliation("time-frame", Message("reconcile.time-frame", words))


def _planned_apart(a: Fact, b: Fact) -> bool:
    return (a.time is TimeFrame.PLANNED) != (b.time is TimeFrame.PLANNED) and TimeFrame.UNKNOWN not in {a.time, b.time}


def _dated_apart(a: Fact, b: Fact) -> bool:
    left, right = a.when, b.when
    if not (left and right and left.first and left.last and right.first and right.last):
        return False
    return left.last < right.first or right.last < left.first


def _when(fact: Fact) -> Param:
    return fact.time_text or Message(f"time.{fact.time.value}")

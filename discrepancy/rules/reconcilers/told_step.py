"""Told step: "four more will be hired, taking the team to 15" leads from the 11 of another version to its own 15."""

from __future__ import annotations

import re

from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Fact, FactRole, Message, Reconciliation, Story
from discrepancy.rules.rule import sources

ORDER = 7
_LEADING = frozenset({"bring", "cut", "expand", "fall", "leave", "raise", "reach", "rise", "take", "total"})
"""Concepts of verbs that lead to a level."""
_LEAVING = "leave"
"""The verb whose figure is what remains once others have gone."""
_COMPARED = re.compile(r"(?: [a-z]+)? (more|higher|fewer|less|lower) than\b")
"""What makes the figure before it a difference: "some 3,000 more than on Tuesday"."""
_MORE = frozenset({"more", "higher"})


def concerns(fact: Fact, story: Story) -> bool:
    """Whether the verb of a figure leads to a level."""
    del story
    verb = fact.subject.verb
    return fact.role is not FactRole.CHANGE and (verb in _LEADING or verb_concept(verb) in _LEADING)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the sentence of one figure tells the step that leads to it from the other version's."""
    if a.mention.document == b.mention.document or not _comparable(a, b):
        return None
    for before, after in ((a, b), (b, a)):
        step = _step(before, after, story)
        if step is not None:
            low, high = sorted((before.quantity, after.quantity), key=lambda q: q.low)
            source = sources(story, [after])
            words = {"before": before.mention.text, "after": after.mention.text, "step": step.mention.text}
            words |= {"source": source, "low": low.text, "high": high.text}
            return Reconciliation("arithmetic", Message("reconcile.told-step", words))
    return None


def _comparable(a: Fact, b: Fact) -> bool:
    left, right = a.quantity, b.quantity
    one = left.low == left.high and right.low == right.high
    return one and left.kind is right.kind and left.unit == right.unit and left.low != right.low


def _step(before: Fact, after: Fact, story: Story) -> Fact | None:
    """The figure beside ``after`` that is the difference and is told as a change, in its sentence."""
    verb = after.subject.verb
    if after.role is FactRole.CHANGE or not (verb in _LEADING or verb_concept(verb) in _LEADING):
        return None
    gap, q = after.quantity.low - before.quantity.low, after.quantity
    for step in story.stating.get((after.mention.document, (q.kind, q.unit, abs(gap), abs(gap))), ()):
        if step.sentence == after.sentence and _leads(step, after, story, up=gap > 0):
            return step
    return None


def _leads(step: Fact, after: Fact, story: Story, *, up: bool) -> bool:
    """Whether a step leads to a level: more of it to a higher one, what goes to a lower one."""
    text = story.document[step.mention.document].text
    compared = _COMPARED.match(text, step.mention.end)
    if compared:
        return (compared.group(1) in _MORE) is up
    if up:
        return step.role is FactRole.CHANGE or step.quantity.increment
    gone = after.subject.verb == _LEAVING and step.mention.start < after.mention.start
    return gone or (step.role is FactRole.CHANGE and not step.quantity.increment)

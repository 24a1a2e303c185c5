"""Later update: a toll that rises from an earlier version to a later one, or a number of missing that falls."""

from __future__ import annotations

import re

from discrepancy.lexicon.measures import is_people, toll_direction, verb_concept
from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier, one_after_the_other
from discrepancy.rules.rule import sources
from discrepancy.units.leeway import bounds

ORDER = 35
_MISSING = re.compile(
    r"(?: [a-z]+){0,3} (?:were|are|was|is|remain(?:s|ed)?|remained|listed|reported)(?: [a-z]+){0,2} "
    r"(?:missing|unaccounted for|trapped|unreachable)\b"
)


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is a toll."""
    return bool(toll_of(fact, story))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the count only grows, or only shrinks, as an event goes on, and the later version's has."""
    direction = toll_of(a, story)
    if not direction or direction != toll_of(b, story) or not _of_one_toll(a, b):
        return None
    order = earlier(story, a.mention.document, b.mention.document)
    if order is None:
        return _told_as_grown(a, b, direction, story)
    first, then = (a, b) if order else (b, a)
    if (
        direction * (then.quantity.high - first.quantity.low) < 0
        and direction * (then.quantity.low - first.quantity.high) < 0
    ):
        return None
    words = one_after_the_other(story, first, then)
    return Reconciliation("later-update", Message("reconcile.later-update", words))


def _told_as_grown(a: Fact, b: Fact, direction: int, story: Story) -> Reconciliation | None:
    """The reason, where it is not known which version is the later, and the one further on says that it moved there."""
    first, then = (a, b) if direction * (b.quantity.low - a.quantity.high) > 0 else (b, a)
    if a.mention.document == b.mention.document or direction * (then.quantity.low - first.quantity.high) <= 0:
        return None
    if verb_concept(then.subject.verb) not in _MOVED[direction]:
        return None
    params = {"a": first.mention.text, "b": then.mention.text, "source": sources(story, [then])}
    return Reconciliation("later-update", Message("reconcile.grown", params))


_MOVED = {1: frozenset({"rise", "raise", "reach", "bring"}), -1: frozenset({"fall", "cut", "reduce"})}
"""Concepts of verbs by which a count gets to where it stands."""


@once_each
def toll_of(fact: Fact, story: Story) -> int:
    """1 for a count that only grows as an event goes on, -1 for one that only shrinks, 0 for others."""
    if is_people(fact.subject.head) or not fact.subject.concept:
        text = story.document[fact.mention.document].text
        if _MISSING.match(text[fact.mention.end : fact.sentence.end].lower()):
            return -1
    return toll_direction(fact.subject.concept)


def toll_moves(story: Story, old: Fact, new: Fact) -> bool:
    """Whether both count one toll and ``new`` is what becomes of ``old`` as the event goes on."""
    direction = toll_of(old, story)
    if not direction or direction != toll_of(new, story) or not _of_one_toll(old, new):
        return False
    (low, high), (least, most) = bounds(old.quantity), bounds(new.quantity)
    return least > high if direction > 0 else most < low


def _of_one_toll(a: Fact, b: Fact) -> bool:
    one, other = a.subject.concept, b.subject.concept
    return one == other or (is_people(a.subject.head) and is_people(b.subject.head))

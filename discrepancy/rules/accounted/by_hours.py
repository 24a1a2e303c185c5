"""Counts by an hour: "about 12,000 had finished by 2 p.m.", and 13,912 by the evening."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from discrepancy.lexicon.measures import is_people, verb_concept
from discrepancy.model import Fact, FactRole, QuantityKind, Story
from discrepancy.rules.accounted.told import Told, factor, is_one, sentence_of, stems, variant
from discrepancy.rules.reconcilers import by_an_hour

_MOST = 3
"""How many times as many there can be later that day."""
_CAP = 120


def find(story: Story) -> Iterator[Told]:
    """Counts of one noun of which one is told as of a time of day."""
    figures = [fact for facts in story.quantities.values() for fact in facts if is_one(fact)]
    counts = [f for f in figures if f.quantity.kind is QuantityKind.COUNT and f.subject.concept]
    levels = [f for f in counts if f.role is FactRole.LEVEL and not f.quantity.increment][:_CAP]
    timed = {f.id for f in levels if f.when and "T" in f.when.value}
    if not timed:
        return
    seen: set[object] = set()
    for a, b in combinations(levels, 2):
        key = frozenset((a.quantity.figure, b.quantity.figure))
        if len(key) < 2 or seen & {key, a.id, b.id} or not timed & {a.id, b.id} or not _of_one_doing(a, b, story):
            continue
        reason = by_an_hour.reconcile(a, b, story) if factor(a, b) <= _MOST else None
        if reason is not None:
            seen |= {key, a.id, b.id}
            yield Told((variant(story, a), variant(story, b)), reason)


def _of_one_doing(a: Fact, b: Fact, story: Story) -> bool:
    """Whether both count one kind of thing, in sentences that share more than its noun."""
    if a.subject.head != b.subject.head or is_people(a.subject.head):
        return False
    verbs = verb_concept(a.subject.verb) == verb_concept(b.subject.verb)
    return verbs or len(stems(sentence_of(story, a)) & stems(sentence_of(story, b))) > 1

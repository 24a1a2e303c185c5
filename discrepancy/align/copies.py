"""Sentences that stand more than once: compared once, grouped together.

A live page may hold one a thousand times, and two hundred outlets may print one wire's sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.model import Document, Fact, Group


@dataclass(frozen=True, slots=True)
class Copies:
    """Facts with those that say the very same apart.

    Attributes:
        first: the first of each, in order.
        again: the further ones, by the id of the first.
        place: where each fact stands among all that were given.
    """

    first: tuple[Fact, ...]
    again: Mapping[str, tuple[Fact, ...]]
    place: Mapping[str, int]

    def complete(self, group: Group) -> Group:
        """``group`` with the further facts of its members, in order."""
        more = (copy.id for fact_id in group.facts for copy in self.again.get(fact_id, ()))
        return replace(group, facts=tuple(sorted((*group.facts, *more), key=self.place.__getitem__)))

    def standing(self, first: Fact) -> Mapping[str, Fact]:
        """The first fact that says the very same in each document that does, by the documents' ids."""
        found: dict[str, Fact] = {}
        for fact in (first, *self.again.get(first.id, ())):
            found.setdefault(fact.mention.document, fact)
        return found


def set_apart(documents: Sequence[Document], facts: Sequence[Fact], *, across: bool = False, least: int = 1) -> Copies:
    """Put aside the facts that stand at the same place of the same sentence as an earlier one.

    Args:
        documents: all that the facts stand in.
        facts: what is to be compared.
        across: whether the earlier one may stand in another document of the same day, if all that was read of the two
            is the same; else it is one of the same document.
        least: how many must say the very same across documents for that: fewer are looked at one by one.
    """
    if across and least > 1:
        return _where_many(documents, facts, least)
    there = {document.id: document for document in documents}
    found: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        at, sentence, document = fact.mention, fact.sentence, there[fact.mention.document]
        words = document.text[sentence.start : sentence.end]
        home = _read(fact, document) if across else at.document
        found[home, at.block, words, at.start - sentence.start].append(fact)
    return Copies(
        first=tuple(same[0] for same in found.values()),
        again={same[0].id: tuple(same[1:]) for same in found.values() if len(same) > 1},
        place={fact.id: place for place, fact in enumerate(facts)},
    )


def _read(fact: Fact, document: Document) -> object:
    """All that was read of a fact but its value, with the day of its document."""
    return document.day, fact.subject, fact.time, fact.when and fact.when.value, fact.attribution


def _where_many(documents: Sequence[Document], facts: Sequence[Fact], least: int) -> Copies:
    """What ``least`` facts or more say once each, and all others as they stand in their own documents."""
    texts = {document.id: document.text for document in documents}
    printed = [(texts[f.mention.document][f.sentence.start : f.sentence.end], f.mention.block) for f in facts]
    times = Counter(printed)
    often = [fact for fact, words in zip(facts, printed, strict=True) if times[words] >= least]
    every = set_apart(documents, often, across=True)
    alike = [(first, *every.again.get(first.id, ())) for first in every.first]
    many = [same for same in alike if len(same) >= least]
    taken = {fact.id for same in many for fact in same}
    own = set_apart(documents, [fact for fact in facts if fact.id not in taken])
    kept = {fact.id for fact in own.first} | {same[0].id for same in many}
    return Copies(
        first=tuple(fact for fact in facts if fact.id in kept),
        again=dict(own.again) | {same[0].id: tuple(same[1:]) for same in many},
        place={fact.id: place for place, fact in enumerate(facts)},
    )

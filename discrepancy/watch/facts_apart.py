"""Which facts of two versions of one article stand for each other, and differ; which came, and which went.

What fires: a value of the version before that is gone from its sentence, and another one in its place. Two facts stand
for each other where one stands in the place of the other in a sentence that was edited, or where they are held
together as facts of one thing and neither value is in both versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.lexicon.measures import is_people, toll_direction
from discrepancy.model import Fact, FactKind, Span
from discrepancy.rules.reconcilers import reconcile
from discrepancy.text.characters import fold
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.former import is_former
from discrepancy.watch.going_on import goes_on
from discrepancy.watch.same_value import same_value
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["FactsApart", "grows", "span_of"]

_SURE: Final = 0.65
"""How surely two facts must be of one thing where they do not stand in one place: as for conflicts of figures."""
_HELD: Final = frozenset({FactKind.QUANTITY, FactKind.DATE})
"""Kinds of which a group says that its facts are of one thing; of persons it says that they are one person."""
_NAMES: Final = frozenset({FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION})
_NEARLY_THE_SAME: Final = 0.7
"""Likeness of a sentence before and after from which a figure or day was changed in it, though the other version has
the one or the other value elsewhere too; a name that has is a second mention."""
_LET_PASS: Final = frozenset({"later-update", "correction", "recount", "told-moved", "former"})
"""Explanations by which one value took the place of the other: that is what is looked for here."""
_HOUR: Final = re.compile(r"\b(?:at|by|until|till) $", re.IGNORECASE)
_UP_TO: Final = re.compile(
    r"(?:^\W*(?:at |shortly |just |by )*"
    r"|\b(?:by|since|as of|before|after|until|till|from|to|around|about|and|of|the) )$",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"\b(?:said|told|says|briefing|briefed|reporters|update[ds]?|bulletin|headlines|still|now|so far|was reported)\b",
    re.IGNORECASE,
)
_TOLD: Final = frozenset({FactKind.QUANTITY, FactKind.DATE, FactKind.PERSON, FactKind.PLACE, FactKind.ORGANISATION})


@dataclass(frozen=True)
class FactsApart:
    """Two versions with their sentences paired."""

    two: TwoVersions
    edited: EditedSentences

    def changed(self) -> list[tuple[Fact, Fact]]:
        """The facts that stand for each other and differ, each at most once, in the order of the text before."""
        ours, theirs = self._edited(self.two.facts_before, 0), self._edited(self.two.facts_after, 1)
        gone, new = {f.id for f in self.gone()}, {f.id for f in self.new()}
        scored = []
        for one in ours:
            for other in theirs:
                score = self._stand_for_each_other(one, other, gone, new)
                if score:
                    scored.append((-score, one.mention.start, other.mention.start, one, other))
        taken: set[str] = set()
        found = []
        for *_, one, other in sorted(scored, key=lambda row: row[:3]):
            if not {one.id, other.id} & taken:
                taken |= {one.id, other.id}
                found.append((one, other))
        return sorted(found, key=lambda pair: pair[0].mention.start)

    def gone(self) -> list[Fact]:
        """Facts of edited sentences whose value the version after does not give any more."""
        return self._without(self.two.facts_before, self.two.facts_after, 0)

    def new(self) -> list[Fact]:
        """Facts of edited sentences whose value the version before did not give."""
        return self._without(self.two.facts_after, self.two.facts_before, 1)

    def _without(self, facts: Sequence[Fact], others: Sequence[Fact], side: int) -> list[Fact]:
        found = []
        for fact in self._edited(facts, side):
            was = self._was(fact)
            rest = [each for each in others if each.kind is fact.kind and (was or not self._was(each))]
            if not any(same_value(fact, each, self.two.story) and _alike(fact, each) for each in rest):
                found.append(fact)
        return found

    def _edited(self, facts: Sequence[Fact], side: int) -> list[Fact]:
        spans = set(self.edited.edited_after if side else self.edited.edited_before)
        told = _TOLD | {FactKind.QUOTATION}
        return [f for f in facts if f.sentence in spans and f.kind in told and not self.is_hour(f)]

    def is_hour(self, fact: Fact) -> bool:
        """Whether a value is the hour at which a text was brought up to date: "Midday: …", "The headlines at three"."""
        text = (self.two.before if fact.mention.document == self.two.before.id else self.two.after).text
        if fact.kind is FactKind.DATE:
            first = fact.mention.start == fact.sentence.start and text[fact.mention.end : fact.mention.end + 1] == ":"
            return first or (fact.date.type == "TIME" and _is_as_of(text, fact))
        if fact.kind is not FactKind.QUANTITY or fact.quantity.unit or fact.quantity.noun or fact.subject.concept:
            return False
        return _HOUR.search(text[fact.sentence.start : fact.mention.start]) is not None

    def _was(self, fact: Fact) -> bool:
        document = self.two.before if fact.mention.document == self.two.before.id else self.two.after
        return is_former(document, fact)

    def _stand_for_each_other(self, one: Fact, other: Fact, gone: set[str], new: set[str]) -> float:
        """How surely two facts stand for each other and differ; 0 where they do not."""
        if one.kind is not other.kind or not {one.id, other.id} & (gone | new):
            return 0.0
        if not _of_one_sort(one, other) or same_value(one, other, self.two.story) or self._was(one) != self._was(other):
            return 0.0
        if self._is_announced(one, other):
            return 2.5
        if self._face(one, other):
            both = one.id in gone and other.id in new
            if both:
                return 3.0
            near = self.edited.likeness(one.sentence, other.sentence) >= _NEARLY_THE_SAME
            return 2.0 if near and one.kind in _HELD else 0.0
        held = self.two.group_of.get(one.id)
        if one.kind in _HELD and held and other.id in held.facts and held.confidence >= _SURE:
            return held.confidence if one.id in gone and other.id in new and self._unexplained(one, other) else 0.0
        return 0.0

    def _is_announced(self, one: Fact, other: Fact) -> bool:
        """Whether the sentence of the new value tells the old one as what was: "risen to 19, from 12"."""
        if one.kind is not FactKind.QUANTITY or not self._was_not(one, other):
            return False
        mates = (fact for fact in self.two.facts_after if fact.sentence == other.sentence and fact.kind is one.kind)
        return any(
            fact.id != other.id
            and fact.quantity.figure[1:] == one.quantity.figure[1:]
            and self._was(fact)
            and not self._are_parted(fact, other)
            for fact in mates
        )

    def _are_parted(self, one: Fact, other: Fact) -> bool:
        """Whether a semicolon stands between two figures: "toll rises from three; 17 injured"."""
        first, then = sorted((one.mention, other.mention), key=lambda mention: mention.start)
        return ";" in self.two.after.text[first.end : then.start]

    def _was_not(self, one: Fact, other: Fact) -> bool:
        return not self._was(one) and not self._was(other)

    def _face(self, one: Fact, other: Fact) -> bool:
        sentences = one.sentence, other.sentence
        if one.kind in _NAMES and self._both_named(one, other):
            return False  # "the Arle and the Tam", "the Tam and the Arle"
        if one.kind is FactKind.DATE and one.date.type == "TIME" and self.edited.replaced(*sentences) > 1:
            return False  # what is new comes with its hour
        if one.kind is FactKind.QUOTATION:
            return self.edited.are_one(*sentences) and self.edited.face(sentences, span_of(one), span_of(other))
        return self.edited.face(sentences, _with_hedge(one), _with_hedge(other))

    def _both_named(self, one: Fact, other: Fact) -> bool:
        """Whether the other's sentence holds the words of each."""
        before, after = self.two.before.text, self.two.after.text
        ours = f" {fold(before[one.sentence.start : one.sentence.end])} "
        theirs = f" {fold(after[other.sentence.start : other.sentence.end])} "
        return f" {fold(one.mention.text)} " in theirs and f" {fold(other.mention.text)} " in ours

    def _unexplained(self, one: Fact, other: Fact) -> bool:
        if one.kind is not FactKind.QUANTITY:
            return False  # days of one group that stand in other sentences are left to the rules
        if not grows(self.two, one, other) and not self.edited.share_words(one.sentence, other.sentence):
            return False
        reason = reconcile(one, other, self.two.story)
        return reason is None or reason.kind in _LET_PASS or bool(grows(self.two, one, other))


def _is_as_of(text: str, fact: Fact) -> bool:
    """Whether an hour is the one up to which things are told: "by noon", "At 6pm the fire …", "said at 8 a.m."."""
    before = text[fact.sentence.start : fact.mention.start]
    return _UP_TO.search(before) is not None or _SAID.search(text[fact.sentence.start : fact.sentence.end]) is not None


def _with_hedge(fact: Fact) -> Span:
    """Where a value stands with the words that hedge it: "fewer than 40" is put in the place of "more than 40"."""
    before = len(fact.quantity.hedge_text) + 1 if fact.kind is FactKind.QUANTITY and fact.quantity.hedge_text else 0
    return Span(max(fact.mention.start - before, fact.sentence.start), fact.mention.end)


def span_of(fact: Fact) -> Span:
    """Where the words of a fact stand."""
    return Span(fact.mention.start, fact.mention.end)


def grows(two: TwoVersions, one: Fact, other: Fact) -> bool:
    """Whether both are figures of a count that goes on, such as a toll, and it went on."""
    return one.kind is other.kind is FactKind.QUANTITY and goes_on(two, one, other)


def _of_one_sort(one: Fact, other: Fact) -> bool:
    if one.kind is not FactKind.QUANTITY:
        return True
    a, b = one.quantity, other.quantity
    return (a.kind, a.unit) == (b.kind, b.unit) and not _of_two_tolls(one, other) and _alike(one, other)


def _of_two_tolls(one: Fact, other: Fact) -> bool:
    """Whether the one counts the dead, say, and the other the hurt or the missing."""
    a, b = one.subject.concept, other.subject.concept
    return a != b and bool(toll_direction(a) and toll_direction(b))


def _alike(one: Fact, other: Fact) -> bool:
    """Whether nothing says that two figures are of two things, or that one is a day and one an hour."""
    if one.kind is other.kind is FactKind.DATE:
        return (one.date.type == "TIME") is (other.date.type == "TIME")
    if one.kind is not FactKind.QUANTITY:
        return True
    a, b = one.subject, other.subject
    if not (a.concept and b.concept) or a.concept == b.concept or a.head == b.head:
        return True
    if is_people(a.head) and is_people(b.head):
        return True
    return bool(set(_nouns(one)) & set(_nouns(other))) or not (one.quantity.noun and other.quantity.noun)


def _nouns(fact: Fact) -> Iterator[str]:
    yield from fold(fact.quantity.noun).split()
    yield fact.subject.head

"""One thing that stands in several sentences: its headline and its lede, or a sentence that was written anew.

Facts are held together by the words around them. Over many versions there is a surer sign: two figures of an article
that are the same in each version, and change together, are one; so is what one sentence stops to give and another
starts to in the same version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from discrepancy.model import Fact, FactKind
from discrepancy.text.characters import fold
from discrepancy.watch.line_groups import Thing
from discrepancy.watch.line_values import same_value, told_in

__all__ = ["joined"]

_DIGITS = 2
"""Digits from which on a figure is seldom that of two things."""


@dataclass(slots=True)
class _Set:
    """A thing as it is put together; ``given`` is the fact that tells what a version gives, by its document."""

    subject: str
    facts: list[Fact]
    given: dict[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        homes = dict.fromkeys(fact.mention.document for fact in self.facts)
        several = {home: [f for f in self.facts if f.mention.document == home] for home in homes}
        self.given = {home: fact for home, facts in several.items() if (fact := told_in(facts))}

    @property
    def kind(self) -> tuple[object, ...]:
        """What two sets have to share to be one thing."""
        first = self.facts[0]
        if first.kind is FactKind.QUANTITY:
            return first.kind, first.quantity.kind, first.quantity.unit
        return (first.kind,)


def joined(things: Sequence[Thing], order: Mapping[str, int], earlier: Mapping[str, str]) -> tuple[Thing, ...]:
    """The things with those made one that are one, and without values that are only told as what had been.

    Args:
        things: what the versions give values of, each with its facts in order.
        order: the place of each fact, by its id.
        earlier: by the id of a document, that of the version before of the same article.
    """
    sets = [_Set(subject, list(facts)) for subject, facts in things]
    while pair := _pair(sets, earlier):
        one, other = pair
        facts = {fact.id: fact for fact in (*sets[one].facts, *sets[other].facts)}
        sets[one] = _Set(sets[one].subject, sorted(facts.values(), key=lambda fact: order[fact.id]))
        del sets[other]
    return tuple((each.subject, tuple(kept)) for each in sets if (kept := _not_retold(each, sets, order)))


def _pair(sets: Sequence[_Set], earlier: Mapping[str, str]) -> tuple[int, int] | None:
    """The first two that are one thing."""
    kinds = [each.kind for each in sets]
    pairs = ((i, j) for i, j in combinations(range(len(sets)), 2) if kinds[i] == kinds[j])
    return next(((i, j) for i, j in pairs if _is_one(sets[i], sets[j], earlier)), None)


def _is_one(one: _Set, other: _Set, earlier: Mapping[str, str]) -> bool:
    both = one.given.keys() & other.given.keys()
    figures = one.facts[0].kind is FactKind.QUANTITY
    if both:
        shared = {fact.id for fact in one.facts} & {fact.id for fact in other.facts}
        alike = all(same_value(one.given[home], other.given[home]) for home in both)
        return alike and (bool(shared) or (figures and _course(one, other)))
    if figures and fold(one.subject) == fold(other.subject) and _course(one, other):
        return True
    return _handed_over(one, other, earlier) or _handed_over(other, one, earlier)


def _course(one: _Set, other: _Set) -> bool:
    """Whether two sets go through the same figures, the one of them perhaps through more."""
    few, many = sorted((_values(each.given.values()) for each in (one, other)), key=len)
    return len(few) > 1 and all(any(same_value(a, b) for b in many) for a in few)


def _handed_over(one: _Set, other: _Set, earlier: Mapping[str, str]) -> bool:
    """Whether a version gives a value in another sentence than the one that gave it in the version before."""
    for home, fact in other.given.items():
        before = one.given.get(earlier.get(home, ""))
        if before and earlier[home] not in other.given and same_value(before, fact) and _telling(before, fact):
            return True
    return False


def _telling(before: Fact, fact: Fact) -> bool:
    """Whether one value is not given of two things by chance: "two" is given of many."""
    if fact.kind is not FactKind.QUANTITY:
        return True
    digits = len(str(fact.quantity.low.normalize()).replace(".", ""))
    return digits >= _DIGITS or (bool(fact.subject.concept) and fact.subject.concept == before.subject.concept)


def _values(facts: Iterable[Fact]) -> list[Fact]:
    """A fact for each of the values."""
    found: list[Fact] = []
    for fact in facts:
        if not any(same_value(fact, known) for known in found):
            found.append(fact)
    return found


def _not_retold(own: _Set, sets: Sequence[_Set], order: Mapping[str, int]) -> list[Fact]:
    """The facts without figures that a sentence tells as what had been: "seven died, up from four earlier"."""
    if own.facts[0].kind is not FactKind.QUANTITY:
        return own.facts
    others = [each for each in sets if each is not own and each.kind == own.kind]
    beside = [fact for each in others for fact in each.facts]
    return [fact for fact in own.facts if not any(_retells(fact, each, beside, order) for each in others)]


def _retells(fact: Fact, other: _Set, beside: Sequence[Fact], order: Mapping[str, int]) -> bool:
    """Whether the sentence also gives what ``other`` is in this version, and the fact is what it was in an earlier."""
    now = other.given.get(fact.mention.document)
    if now is None or same_value(fact, now):
        return False
    past = any(same_value(fact, f) for f in other.given.values() if order[f.id] < order[fact.id])
    return past and any(_one_sentence(fact, f) and same_value(now, f) for f in beside)


def _one_sentence(one: Fact, other: Fact) -> bool:
    return (one.mention.document, one.sentence) == (other.mention.document, other.sentence)

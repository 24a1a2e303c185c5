"""What parts two counts of people: who they are, what they do and what happened to them."""

from __future__ import annotations

from typing import Final

from discrepancy.lexicon import words
from discrepancy.lexicon.measures import happens_to_people, is_fate, is_people, is_state, verb_concept
from discrepancy.model import Fact, QuantityKind

_MOVES: Final = frozenset({"rise", "raise", "fall", "cut", "reach", "total", "bring", "expand", "take"})
"""Concepts of verbs that lead to a level: "is 350,000" and "brings it to 350,000" say one kind of thing."""


def lead_alike(one: str, other: str) -> bool:
    """Whether two verbs only say how large a thing is, or lead to that: "has", "number", "rose to"."""
    return all(is_state(verb) or verb_concept(verb) in _MOVES for verb in (one, other))


def other_person(a: Fact, b: Fact) -> bool:
    """Whether two ages are not plainly one person's."""
    return a.quantity.kind is QuantityKind.AGE and not (a.subject.head and a.subject.head == b.subject.head)


def other_fate(a: Fact, b: Fact) -> bool:
    """Whether people are counted by two things that happened to them; money that is spent and that costs is one."""
    return a.quantity.kind is QuantityKind.COUNT and len({_fate(a), _fate(b)} - {""}) == 2


def _fate(fact: Fact) -> str:
    """What happened to the people that are counted; empty where nothing did."""
    concept = fact.subject.concept
    return happens_to_people(fact.subject.verb) or (concept if is_fate(concept) else "")


def other_people(a: Fact, b: Fact) -> bool:
    """Whether one counts women and the other men, or one is high and the other wide, or one counts dead and hurt."""
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    counted = a.quantity.kind is QuantityKind.COUNT
    if counted and {m for m in left if m.startswith("and ")} != {m for m in right if m.startswith("and ")}:
        return True
    if left & words("some_people") != right & words("some_people"):
        return True
    along = [told & words("measuring_adjectives") for told in (left, right)]
    return all(along) and along[0] != along[1]


def other_spell(a: Fact, b: Fact) -> bool:
    """Whether both count seasons or nights, of two doings: a trial ran over two winters, a jab lasts for one."""
    counted = a.quantity.kind is QuantityKind.COUNT
    if not counted or not {a.subject.head, b.subject.head} & words("time_nouns"):
        return False
    return verb_concept(a.subject.verb) != verb_concept(b.subject.verb)


def people_do_otherwise(a: Fact, b: Fact) -> bool:
    """Whether people of one figure do one thing, and those of the other another."""
    if not (is_people(a.subject.head) and is_people(b.subject.head)):
        return False
    doing = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)}
    return len(doing) == 2 and not lead_alike(a.subject.verb, b.subject.verb)

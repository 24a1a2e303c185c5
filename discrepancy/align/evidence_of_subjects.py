"""What speaks for and against two quantities in the words for what they measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.align.vetoes_of_people import lead_alike
from discrepancy.align.vetoes_of_places import other_places
from discrepancy.lexicon.measures import happens_to_people, is_people, is_some_people, toll_direction, verb_concept
from discrepancy.model import Fact, QuantityKind


def two_accounts(a: Fact, b: Fact) -> bool:
    """Whether two speakers each have a figure of a like thing: of one noun or concept, or both of people."""
    if not (a.attribution and b.attribution) or a.attribution.speaker == b.attribution.speaker:
        return False
    one, other = a.subject, b.subject
    like = bool(one.concept) and (one.head == other.head or one.concept == other.concept)
    return like or any(_only_people(x.head) and is_people(y.head) for x, y in ((one, other), (other, one)))


def of_subjects(a: Fact, b: Fact) -> Iterator[str]:
    """What is found on the things that two figures count."""
    one, other = a.subject, b.subject
    if _only_people(one.head) and _only_people(other.head):
        yield "both only people"
    elif one.head and one.head == other.head:
        yield "same head"
    elif _named_by_verb(a, b) or _named_by_verb(b, a):
        yield "same concept"
    elif not (one.concept and other.concept):
        yield "nothing named"
    else:
        yield "same concept" if one.concept == other.concept else "other concept"
    verbs = {verb_concept(one.verb), verb_concept(other.verb)} - {""}
    if len(verbs) == 1 and one.verb and other.verb:
        yield "same verb"
    elif len(verbs) == 2 and not lead_alike(one.verb, other.verb):
        yield "other verb"
    yield from _of_places(a, b)
    if bool(one.modifiers) != bool(other.modifiers):
        yield "one narrows it"
    if is_small(a) or is_small(b):
        yield "small figure"
    if a.quantity.unit == b.quantity.unit and a.quantity.kind is not QuantityKind.COUNT:
        yield "same unit"


def _of_places(a: Fact, b: Fact) -> Iterator[str]:
    if bool(a.subject.places) != bool(b.subject.places):
        yield "one names a place"
    elif all(other_places(a, b)):
        yield "other places"
    if _of_one_place(a, b):
        yield "one of a place alone"


def _named_by_verb(a: Fact, b: Fact) -> bool:
    """Whether the verb of the one names what the noun of the other does: "fined 4.8 million", "a fine of 8.4"."""
    named = happens_to_people(_MISREAD.get(a.subject.verb, a.subject.verb))
    return a.quantity.kind is not QuantityKind.COUNT and not a.subject.head and named == b.subject.concept != ""


_MISREAD: Final = {"fin": "fine"}
"""Lemmas that the engine makes of a participle, and the verb that it is of."""


def _only_people(head: str) -> bool:
    """Whether a noun says no more than that people are counted, not even which: "people", not "women"."""
    return is_people(head) and not is_some_people(head)


def is_small(fact: Fact) -> bool:
    """Whether a figure is a small whole number: a text has many of them, of parts of this and that."""
    return fact.quantity.low == int(fact.quantity.low) and abs(fact.quantity.low) < _SMALL


_SMALL: Final = 13


def _of_one_place(a: Fact, b: Fact) -> bool:
    """Whether just one is told of a place right beside its noun, "sales in China", and the other names none.

    Of the dead and the hurt the place is where it happened, and narrows nothing.
    """
    if toll_direction(a.subject.concept) or toll_direction(b.subject.concept):
        return False
    narrowed = ["in one place" in f.subject.modifiers for f in (a, b)]
    return narrowed[0] != narrowed[1] and not (b if narrowed[0] else a).subject.places

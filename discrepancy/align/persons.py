"""Whose an age or a prison term is: two are one measure only where they are one settled person's."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from discrepancy.model import Fact, FactKind, Person, QuantityKind
from discrepancy.text.characters import fold

_NEAR: Final = 12
"""Characters between a person's name and the age behind it: ", aged 44", " (", ", now "."""


def with_persons(figures: Sequence[Fact], facts: Sequence[Fact], people: Sequence[Person]) -> list[Fact]:
    """``figures`` with ages and prison terms owned by the settled person whose they are.

    What is of two persons is two measures, though both may be called Lindley.
    """
    homes = {fact_id: person.id for person in people for fact_id in person.facts}
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is FactKind.PERSON and fact.id in homes:
            named[fact.mention.document].append(fact)
    for mentions in named.values():
        mentions.sort(key=lambda fact: fact.mention.end)
    names = {person.id: person.name for person in people}
    return [_of_person(f, named.get(f.mention.document, ()), homes, names) for f in figures]


def _with_convict(figure: Fact, named: Fact | None, homes: Mapping[str, str]) -> Fact:
    """A prison term as that of the person named last before it, in its own part of the text and not far off."""
    if named is None or named.mention.block is not figure.mention.block:
        return figure
    near = figure.mention.start - named.mention.end <= _FAR
    return replace(figure, subject=replace(figure.subject, owner=homes[named.id])) if near else figure


_TERM: Final = "sentence"
_FAR: Final = 300
"""Characters from a person to the prison term that he or she is given."""


def _of_person(figure: Fact, mentions: Sequence[Fact], homes: Mapping[str, str], names: Mapping[str, str]) -> Fact:
    at = bisect_right([fact.mention.end for fact in mentions], figure.mention.start) - 1
    if figure.quantity.kind is QuantityKind.DURATION and figure.subject.concept == _TERM:
        return _with_convict(figure, mentions[at] if at >= 0 else None, homes)
    if figure.quantity.kind is not QuantityKind.AGE or not figure.subject.head:
        return figure
    beside = mentions[at] if at >= 0 else None
    if beside is not None and figure.mention.start - beside.mention.end <= _NEAR:
        whose = beside
    else:
        alike = [fact for fact in mentions[: at + 1] if fold(fact.mention.text) == figure.subject.head]
        if not alike:
            return figure
        whose = alike[-1]
    person = homes[whose.id]
    called = set(fold(f"{whose.mention.text} {names[person]}").split())
    if not set(figure.subject.head.split()) <= called:
        return figure  # a further name stands before it: another of that surname
    return replace(figure, subject=replace(figure.subject, owner=person))

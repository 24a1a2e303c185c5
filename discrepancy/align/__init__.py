"""Documents and their facts -> groups of facts that speak of the same thing. One file a kind of fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.align import (
    claims,
    courts,
    dates,
    organisations,
    people,
    places,
    quantities,
    quotations,
    retold,
    surety,
)
from discrepancy.model import Document, Fact, Group, Person

__all__ = ["Aligned", "align_facts"]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Facts held together.

    Attributes:
        groups: facts that speak of one thing, ordered by where their first fact stands.
        kindred: quantities that may, in the same order: their differences are explained where they can be, never
            flagged.
    """

    groups: tuple[Group, ...]
    kindred: tuple[Group, ...]


def align_facts(documents: Sequence[Document], facts: Sequence[Fact], persons: Sequence[Person]) -> Aligned:
    """The groups of one story."""
    place = {fact.id: n for n, fact in enumerate(facts)}
    figures = quantities.align(documents, facts, persons)
    denied = claims.align(documents, facts)
    surer = surety.align(documents, facts, {fact_id for group in denied for fact_id in group.facts})
    found = [
        *people.align(facts, persons),
        *quotations.align(documents, facts),
        *figures.groups,
        *dates.align(documents, facts),
        *places.align(documents, facts),
        *courts.align(facts),
        *organisations.align(facts),
        *denied,
        *surer,
        *retold.align(documents, facts, denied),
    ]

    def ordered(groups: Sequence[Group]) -> tuple[Group, ...]:
        return tuple(sorted(groups, key=lambda group: (place[group.facts[0]], group.id)))

    return Aligned(groups=ordered(found), kindred=ordered(figures.kindred))

"""Documents and their facts -> groups of facts that speak of the same thing. One file a kind of fact."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align import claims, courts, dates, organisations, people, places, quantities, quotations
from discrepancy.model import Document, Fact, Group, Person

__all__ = ["align_facts"]


def align_facts(documents: Sequence[Document], facts: Sequence[Fact], persons: Sequence[Person]) -> tuple[Group, ...]:
    """The groups of one story, ordered by where their first fact stands."""
    place = {fact.id: n for n, fact in enumerate(facts)}
    found = [
        *people.align(facts, persons),
        *quotations.align(documents, facts),
        *quantities.align(documents, facts),
        *dates.align(documents, facts),
        *places.align(documents, facts),
        *courts.align(facts),
        *organisations.align(facts),
        *claims.align(documents, facts),
    ]
    return tuple(sorted(found, key=lambda group: (place[group.facts[0]], group.id)))

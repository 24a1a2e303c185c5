"""A group a person: every mention of one person, over all documents."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Fact, FactKind, Group, Person


def align(facts: Sequence[Fact], people: Sequence[Person]) -> list[Group]:
    """The persons who are mentioned twice or more, a group each."""
    order = {fact.id: n for n, fact in enumerate(facts)}
    return [
        Group(
            id=f"person:{person.id}",
            kind=FactKind.PERSON,
            subject=person.name,
            facts=tuple(sorted(person.facts, key=order.__getitem__)),
            reason="mentions of one person",
            confidence=0.95,
        )
        for person in people
        if len(person.facts) > 1
    ]

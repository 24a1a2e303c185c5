"""Mentions of one organisation over all versions, whether by its full name or by its abbreviation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from discrepancy.model import Fact, FactKind, Group


def align(facts: Sequence[Fact]) -> list[Group]:
    """A group for each organisation that is named in two versions or more."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is FactKind.ORGANISATION and fact.subject.head:
            found[fact.subject.head].append(fact)
    return [_group(named) for named in found.values() if len({f.mention.document for f in named}) > 1]


def _group(facts: Sequence[Fact]) -> Group:
    fullest = max(facts, key=lambda f: (len(f.organisation.name), f.organisation.name))
    return Group(
        id=f"organisation:{facts[0].id}",
        kind=FactKind.ORGANISATION,
        subject=fullest.organisation.name,
        facts=tuple(fact.id for fact in facts),
        reason="one name, or its abbreviation",
        confidence=1.0,
    )

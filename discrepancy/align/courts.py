"""The court of the case that a story tells: where each version names one only, they speak of one court."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from discrepancy.lexicon.places import place_key
from discrepancy.model import Fact, FactKind, Group

_CONFIDENCE = 0.8
"""How sure it is that two versions which name one court each mean the same: a case may have moved."""


def align(facts: Sequence[Fact]) -> list[Group]:
    """At most two groups: courts where a jury sits, else those of one kind where a case is heard."""
    courts = [f for f in facts if f.kind is FactKind.PLACE and f.place.relation == "court"]
    kept = _of_one_court_each(courts)
    of_jury = [f for f in kept if f.subject.head == "jury"]
    found = [of_jury] if _is_shared(of_jury) else []
    taken = {fact.id for group in found for fact in group}
    by_kind: dict[str, list[Fact]] = defaultdict(list)
    for fact in kept:
        by_kind[fact.place.kind].append(fact)
    found += [same for same in by_kind.values() if _is_shared(same) and not any(fact.id in taken for fact in same)]
    return [_group(each) for each in found]


def _is_shared(facts: Sequence[Fact]) -> bool:
    return len({fact.mention.document for fact in facts}) > 1


def _of_one_court_each(courts: Sequence[Fact]) -> list[Fact]:
    """The facts of the documents that name a single court: of two courts each may be the right one."""
    named: dict[str, set[str]] = defaultdict(set)
    for fact in courts:
        named[fact.mention.document].add(place_key(fact.place.name))
    return [f for f in courts if len(named[f.mention.document]) == 1]


def _group(facts: Sequence[Fact]) -> Group:
    return Group(
        id=f"court:{facts[0].id}",
        kind=FactKind.PLACE,
        subject="jury" if all(f.subject.head == "jury" for f in facts) else facts[0].place.kind,
        facts=tuple(fact.id for fact in facts),
        reason="the court of the case",
        confidence=_CONFIDENCE,
    )

"""The offices that people of a story are told to hold, and which two of them exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.lexicon.offices import (
    Office,
    contradict,
    same_organisation,
    stands_in_for,
)
from discrepancy.model import FactKind, Story
from discrepancy.rules.rule import facts_of
from discrepancy.rules.told_offices import Told, told_offices

_JOINED = frozenset({"chief executive", "chair"})
"""Two offices that many hold at once, each version naming the one."""


def may_be_joined(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether two offices are often one person's, and no version stands alone with one against two with the other."""
    if {one[0].office.name, other[0].office.name} != _JOINED:
        return False
    homes = [len({told.fact.mention.document for told in side}) for side in (one, other)]
    return not min(homes) == 1 < max(homes)


def offices_held(story: Story) -> Mapping[str, set[str]]:
    """The offices told of each person of a story, by the group."""
    return {
        group.id: {one.office.name for fact in facts_of(story, group) for one in told_offices(fact, story)}
        for group in story.groups
        if group.kind is FactKind.PERSON
    }


def held_by_others(held: Mapping[str, set[str]], own: str) -> Iterator[str]:
    """The offices that all people but one hold, by the group of the one."""
    for group, names in held.items():
        if group != own:
            yield from names


def exclude(a: Office, b: Office) -> bool:
    """Whether nobody holds both offices at a time."""
    return contradict(a, b) or stands_in_for(a, b) or stands_in_for(b, a)


def titles_by_office(told: Sequence[Told]) -> dict[Office, list[Told]]:
    """What is told by office, one country's and organisation's with those that name none."""
    found: dict[Office, list[Told]] = defaultdict(list)
    for one in told:
        home = next((o for o in found if _same(o, one.office)), one.office)
        found[home].append(one)
    return dict(found)


def _same(a: Office, b: Office) -> bool:
    if (a.name, a.qualifier) != (b.name, b.qualifier) or not same_organisation(a, b):
        return False
    return all(one == other or not (one and other) for one, other in ((a.country, b.country), (a.home, b.home)))

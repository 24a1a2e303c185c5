"""How one person's given name and surname are spelled over a story: shared by the two rules on spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.model import Fact, FactKind, Group, Story
from discrepancy.names.compare import compare_names
from discrepancy.rules.rule import facts_of
from discrepancy.text.characters import fold


@dataclass(frozen=True, slots=True)
class Spellings:
    """One part of one person's name that is spelled in two ways or more.

    Attributes:
        forms: each spelling as written, with the mentions that use it.
        reason: what the comparison of two of the spellings says.
    """

    group: Group
    forms: Mapping[str, Sequence[Fact]]
    reason: str


def find_spellings(story: Story) -> Iterator[Spellings]:
    """Every part of a person's name that the story spells in two ways or more."""
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            facts = facts_of(story, group)
            yield from _of_part(group, facts, "surname")
            yield from _of_part(group, [f for f in facts if f.name.given], "given")


def _of_part(group: Group, facts: Sequence[Fact], part: str) -> Iterator[Spellings]:
    """The spellings of one part, where at least two of them truly are spellings of one name."""
    by_key: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[fold(_text(fact, part))].append(fact)
    differing: set[str] = set()
    reason = ""
    for one, other in combinations(sorted(by_key), 2):
        match = compare_names(_shown(by_key[one], part), _shown(by_key[other], part))
        if match.spelling_differs:
            differing |= {one, other}
            reason = reason or (match.reasons[0] if match.reasons else "")
    if differing:
        forms = {_shown(by_key[key], part): tuple(by_key[key]) for key in sorted(differing)}
        yield Spellings(group, forms, reason)


def _text(fact: Fact, part: str) -> str:
    name = fact.name
    return name.surname if part == "surname" else name.given[0]


def _shown(facts: Sequence[Fact], part: str) -> str:
    """The spelling in full: of those who share it the longest form, so that a reader knows the person."""
    names = sorted((fact.name for fact in facts), key=lambda n: (-len(n.full), n.full))
    full = names[0]
    return full.full if part == "given" or full.given else full.surname

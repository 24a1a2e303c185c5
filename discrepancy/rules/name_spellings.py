"""How one person's given name and surname are spelled over a story, and what the house style says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from discrepancy.house_style import Use, lookup
from discrepancy.model import Fact, FactKind, Group, Name, Param, Story
from discrepancy.names.compare import compare_names, spelling_told
from discrepancy.rules.rule import facts_of
from discrepancy.text.characters import fold


@dataclass(frozen=True, slots=True)
class Spellings:
    """One part of one person's name that is spelled in two ways or more.

    Attributes:
        forms: each spelling as written, with the mentions that use it.
        reason: what the comparison of two of the spellings says.
        style: the form that the house style prefers; empty where there is none, or it does not list the name.
        may_stand: whether the house style lists every one of the spellings as one that may stand.
        listed: whether it lists every one of them, to stand or to avoid.
    """

    group: Group
    forms: Mapping[str, Sequence[Fact]]
    reason: Param
    style: str = ""
    may_stand: bool = False
    listed: bool = False


def find_spellings(story: Story) -> Iterator[Spellings]:
    """Every part of a person's name that the story spells in two ways or more."""
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            facts = facts_of(story, group)
            found = [
                *_of_part(group, facts, "surname"),
                *_of_part(group, [f for f in facts if f.name.given], "given"),
            ]
            if len(found) > 1 and found[0].forms.keys() == found[1].forms.keys():
                found = [replace(found[0], reason=(found[0].reason, "; ", found[1].reason))]
            yield from (_styled(spellings, story) for spellings in found)


def is_across(spellings: Spellings) -> bool:
    """Whether documents keep to different spellings, each to the one that it uses most (to all where even).

    Where all keep to one, the others are slips within the documents that mix.
    """
    kept = set()
    for forms in by_document(spellings).values():
        most = max(map(len, forms.values()))
        kept.add(frozenset(form for form, facts in forms.items() if len(facts) == most))
    return len(kept) > 1


def by_document(spellings: Spellings) -> dict[str, dict[str, list[Fact]]]:
    """For each document, the spellings that it uses, each with its mentions."""
    used: dict[str, dict[str, list[Fact]]] = defaultdict(dict)
    for form, facts in spellings.forms.items():
        for fact in facts:
            used[fact.mention.document].setdefault(form, []).append(fact)
    return dict(used)


def _styled(spellings: Spellings, story: Story) -> Spellings:
    """The spellings with what the house style says of them: by the forms that it lists, never by likeness."""
    if not story.house_style:
        return spellings
    listed = lookup(story.house_style)
    facts = [fact for facts in spellings.forms.values() for fact in facts]
    found = [use for fact in facts for use in listed.entries(fact.name.full)]
    preferred = {entry.preferred for entry, _ in found}
    may_stand = all(
        any(use is not Use.AVOID for fact in facts for _, use in listed.entries(fact.name.full))
        for facts in spellings.forms.values()
    )
    one = len(preferred) == 1
    every = all(any(listed.entries(fact.name.full) for fact in facts) for facts in spellings.forms.values())
    return replace(spellings, style=" / ".join(sorted(preferred)), may_stand=may_stand and one, listed=every and one)


def _of_part(group: Group, facts: Sequence[Fact], part: str) -> Iterator[Spellings]:
    """The spellings of one part, where at least two of them truly are spellings of one name."""
    by_key: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[fold(_text(fact, part))].append(fact)
    differing: set[str] = set()
    reason: Param = ""
    for one, other in combinations(sorted(by_key), 2):
        names = _alone(by_key[one][0].name, by_key[other][0].name, part)
        match = compare_names(*names)
        if match.spelling_differs:
            differing |= {one, other}
            reason = reason or spelling_told(*names) or "".join(match.reasons[:1])
    if differing:
        forms = {_shown(by_key[key], part): tuple(by_key[key]) for key in sorted(differing)}
        yield Spellings(group, forms, reason)


def _alone(one: Name, other: Name, part: str) -> tuple[str, str]:
    """Two names that differ in one part only: the other part of both is the first's."""
    if part == "surname":
        before = next((name.given[0] for name in (one, other) if name.given), "")
        return f"{before} {one.surname}".strip(), f"{before} {other.surname}".strip()
    return f"{one.given[0]} {one.surname}", f"{other.given[0]} {one.surname}"


def _text(fact: Fact, part: str) -> str:
    name = fact.name
    return name.surname if part == "surname" else name.given[0]


def _shown(facts: Sequence[Fact], part: str) -> str:
    """The spelling in full: of those who share it the longest form, so that a reader knows the person."""
    names = sorted((fact.name for fact in facts), key=lambda n: (-len(n.full), n.full))
    full = names[0]
    return full.full if part == "given" or full.given else full.surname

"""Whether two people of one surname are one under two given names: what speaks for it, and what against.

The rule that asks is ``name_given_differs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from discrepancy.lexicon import words
from discrepancy.lexicon.offices import Office, contradict, same_organisation
from discrepancy.lexicon.people import is_courtesy
from discrepancy.lexicon.roles import is_relation
from discrepancy.model import Fact, FactKind, Person, Story, Verdict
from discrepancy.names.ages import Ages
from discrepancy.names.compare import compare_names
from discrepancy.names.likeness import SLIP, UNLIKE, relate
from discrepancy.names.lists import east_asian_surnames
from discrepancy.rules.told_offices import told_offices
from discrepancy.text.characters import fold

_ENOUGH_ALIKE, _ENOUGH_UNLIKE = 2, 3
"""How much has to be in common beside surname and role: for given names that are alike, for others."""
_ONE_HOLDER = 3
"""The role, as ``_role`` has it, that two people can not have at a time."""
_FEW_EDITS = 2
_SHORTEST = 4
"""Letters that a given name has before another that begins so is taken for its spelling (Johan, Johannes)."""
_ALIKE = 0.5
"""The share of their longer words that two sentences about one thing have in common at least."""
_LONGER = 4
_FEWEST = 4
"""Words of a quotation that tell its speaker, and of a sentence that can be compared."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Bearer:
    """One person of a story with what is told of him or her."""

    person: Person
    facts: tuple[Fact, ...]
    full: tuple[Fact, ...]
    offices: tuple[Office, ...]
    documents: frozenset[str]

    @property
    def given(self) -> str:
        """The first given name, folded."""
        return fold(self.full[0].name.given[0])


def bearers(story: Story) -> Iterator[Bearer]:
    """The persons of a story whom it names in full."""
    for person in story.people:
        facts = tuple(story.fact[fact_id] for fact_id in person.facts)
        full = tuple(fact for fact in facts if fact.name.given and fact.name.surname)
        if full:
            told = [one for fact in facts for one in told_offices(fact, story.document[fact.mention.document].text)]
            offices = tuple({one.office for one in told if one.office.name and not is_courtesy(one.words)})
            yield Bearer(person, facts, full, offices, frozenset(fact.mention.document for fact in facts))


def are_apart(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether something says that they are two people, or that it is one name only shortened."""
    if one.documents & other.documents or compare_names(one.person.name, other.person.name).verdict is Verdict.SAME:
        return True
    given, theirs = ({fold(g) for fact in side.full for g in fact.name.given} for side in (one, other))
    if any(relate(a, b).kind not in {SLIP, UNLIKE} for a in given for b in theirs):
        return True
    if any(fact.name.suffix for fact in (*one.full, *other.full)):
        return True
    mine, yours = ages.values(one.facts), ages.values(other.facts)
    if mine and yours and not mine & yours:
        return True
    if any(office.qualifier for office in (*one.offices, *other.offices)):
        return True
    if any(contradict(a, b) for a in one.offices for b in other.offices):
        return True
    return any(_has_kin(story, fact) for fact in (*one.facts, *other.facts))


def _has_kin(story: Story, fact: Fact) -> bool:
    """Whether the sentence that names a person has a word of kinship in it."""
    return any(is_relation(word) for word in _WORD.findall(_sentence(story, fact).lower()))


def _sentence(story: Story, fact: Fact) -> str:
    return story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]


def have_enough_in_common(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether they share a role, and enough beside it."""
    role = max((_role(a, b) for a in one.offices for b in other.offices), default=0)
    shared = any(fold(fact.name.surname) in east_asian_surnames() for fact in one.full)  # by very many
    if role < 1 + shared:
        return False
    told = role - 1
    told += bool(ages.values(one.facts) & ages.values(other.facts))
    said = bool(_said(story, one) & _said(story, other))
    told += 2 * said
    told += _alike(story, one, other) + _begin_alike(one, other, by_many=shared)
    near = _near(one.given, other.given)
    if near:
        return told + 1 >= _ENOUGH_ALIKE
    return (role > 1 or said) and told + 1 >= _ENOUGH_UNLIKE


def _begin_alike(one: Bearer, other: Bearer, *, by_many: bool) -> bool:
    """Whether given names that begin alike (Martin, Marcus) are of one surname that is not borne by very many."""
    of_a_woman = f"{one.given}a" == other.given or f"{other.given}a" == one.given
    return not (by_many or of_a_woman) and one.given[:1] == other.given[:1]


def hold_one_office(one: Bearer, other: Bearer) -> bool:
    """Whether both are given an office of one holder in one country, company or field."""
    return any(_role(a, b) >= _ONE_HOLDER for a in one.offices for b in other.offices)


def _role(a: Office, b: Office) -> int:
    """How much one role the two offices are: 0 not at all, 1 by name, 2 of one holder, 3 of one holder and body."""
    if a.name != b.name or not same_organisation(a, b) or (a.country and b.country and a.country != b.country):
        return 0
    if a.fields != b.fields:
        return 0
    if a.name not in words("sole_offices") and not a.fields:
        return 1
    return 3 if a.fields or a.organisation & b.organisation or (a.country and a.country == b.country) else 2


def _near(one: str, other: str) -> bool:
    """Whether two given names are a slip of the hand or the ear apart."""
    edits = OSA.distance(one, other)
    if f"{one}a" == other or f"{other}a" == one:  # a man's name and a woman's
        return False
    if edits <= 1:
        return True
    if one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST:
        return False
    return edits <= _FEW_EDITS or one.startswith(other) or other.startswith(one)


def _said(story: Story, bearer: Bearer) -> set[str]:
    """The quoted words of a person, folded."""
    found = set()
    for fact in story.facts:
        if fact.kind is FactKind.QUOTATION and fact.quotation.speaker == bearer.person.id:
            said = fold(fact.quotation.words)
            if len(said.split()) >= _FEWEST:
                found.add(said)
    return found


def _alike(story: Story, one: Bearer, other: Bearer) -> bool:
    """Whether two sentences that name them in full are of one making."""
    names = {fold(word) for side in (one, other) for fact in side.full for word in fact.name.full.split()}

    def content(fact: Fact) -> set[str]:
        return {w for w in map(fold, _WORD.findall(_sentence(story, fact))) if len(w) >= _LONGER} - names

    mine, yours = ([content(fact) for fact in side.full] for side in (one, other))
    return any(min(len(a), len(b)) >= _FEWEST and len(a & b) / len(a | b) >= _ALIKE for a in mine for b in yours)

"""Whether two people of one surname are one under two given names: what speaks for it, and what against.

The rule that asks is ``name_given_differs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from discrepancy.grammar.quoted_words import is_extract, quoted_words
from discrepancy.lexicon import words
from discrepancy.lexicon.offices import Office, contradict, same_organisation
from discrepancy.lexicon.people import is_courtesy
from discrepancy.lexicon.roles import is_relation
from discrepancy.model import Fact, FactKind, Person, Story, Verdict
from discrepancy.names.ages import Ages
from discrepancy.names.compare import compare_names
from discrepancy.names.likeness import SLIP, UNLIKE, relate
from discrepancy.names.lists import east_asian_surnames
from discrepancy.rules.alike_context import alike_context
from discrepancy.rules.told_offices import told_offices
from discrepancy.text.characters import fold

_ONE_HOLDER = 3
"""The role, as ``_role`` has it, that two people can not have at a time."""
_FEW_EDITS = 2
_SHORTEST = 4
"""Letters that a given name has before another that begins so is taken for its spelling (Johan, Johannes)."""
_ALIKE = 0.5
"""The share of their longer words that two sentences about one thing have in common at least."""
_LONGER = 4
_FEWEST = 4
"""Words of a sentence that can be compared."""
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
    def named_in(self) -> frozenset[str]:
        """The documents that name the person in full."""
        return frozenset(fact.mention.document for fact in self.full)

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
            told = [one for fact in facts for one in told_offices(fact, story)]
            offices = tuple({one.office for one in told if one.office.name and not is_courtesy(one.words)})
            yield Bearer(person, facts, full, offices, frozenset(fact.mention.document for fact in facts))


def are_apart(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether something says that they are two people, or that it is one name only shortened."""
    if compare_names(one.person.name, other.person.name).verdict is Verdict.SAME:
        return True
    given, theirs = ({fold(g) for fact in side.full for g in fact.name.given} for side in (one, other))
    if any(relate(a, b).kind not in {SLIP, UNLIKE} for a in given for b in theirs):
        return True
    return _are_two(story, one, other, ages)


def are_apart_by_surname(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether something says that two of one given name and two surnames are two people, or one surname shortened."""
    surnames, theirs = ({fold(fact.name.surname) for fact in side.full} for side in (one, other))
    if surnames & theirs or any(relate(a, b).kind not in {SLIP, UNLIKE} for a in surnames for b in theirs):
        return True
    return bool(one.documents & other.documents) or _are_two(story, one, other, ages)


def _are_two(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether a document names both, or what is told of them tells two people apart."""
    if one.named_in & other.named_in:
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
    # Of two in one office a word of kinship is theirs only right beside the name: a victim stands near many a judge.
    in_one = any(_role(a, b) for a in one.offices for b in other.offices)
    reach = _BESIDE if in_one else _KIN_REACH
    return any(_has_kin(story, fact, reach) for fact in (*one.facts, *other.facts))


def _has_kin(story: Story, fact: Fact, reach: int) -> bool:
    """Whether a word of kinship stands near a person's name, in its sentence."""
    text, at, sentence = story.document[fact.mention.document].text, fact.mention, fact.sentence
    start, end = max(sentence.start, at.start - reach), min(sentence.end, at.end + reach)
    return any(is_relation(word) for word in _WORD.findall(text[start:end].lower()))


_BESIDE, _KIN_REACH = 14, 40
"""Characters from a name within which a word of kinship is its bearer's."""


def _sentence(story: Story, fact: Fact) -> str:
    return story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]


def have_enough_in_common(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether what is told of two people of one surname is enough for them to be one."""
    by_many = any(fold(fact.name.surname) in east_asian_surnames() for fact in one.full)
    alike = _NEAR if _near(one.given, other.given) else int(_begin_alike(one, other, by_many=by_many))
    return _told_alike(story, one, other, ages, alike) >= _ENOUGH + by_many


def are_one_of_two_surnames(story: Story, one: Bearer, other: Bearer, ages: Ages) -> bool:
    """Whether two people of one given name are one under two surnames."""
    mine, yours = (fold(side.full[0].name.surname) for side in (one, other))
    if {mine, yours} & east_asian_surnames() or mine in yours or yours in mine:
        return False
    slip = OSA.distance(mine, yours) <= _FEW_EDITS
    alike = _NEAR if slip and min(len(mine), len(yours)) > _SHORTEST else int(mine[:2] == yours[:2])
    return alike > 0 and _told_alike(story, one, other, ages, alike) >= _ENOUGH


_NEAR = 2
_ENOUGH = 4
"""How much two people have to have in common beside the name they share, so that they are one."""


def _told_alike(story: Story, one: Bearer, other: Bearer, ages: Ages, alike: int) -> int:
    """How much speaks for two people being one: likeness of the names, role, age, words, and what is told of them."""
    role = max((_role(a, b) for a in one.offices for b in other.offices), default=0)
    said = any(is_extract(a, b) for a in _said(story, one) for b in _said(story, other))
    names = {fold(word) for side in (one, other) for fact in side.full for word in fact.name.full.split()}
    context = alike_context(story, one.facts, other.facts, names)
    if not (role or said or context > 1):
        return 0
    aged = bool(ages.values(one.facts) & ages.values(other.facts))
    several = len(one.documents | other.documents) > _TWO
    return alike + role + 2 * aged + 2 * said + max(context, int(_alike(story, one, other))) + several


_TWO = 2


def _begin_alike(one: Bearer, other: Bearer, *, by_many: bool) -> bool:
    """Whether given names that begin alike (Martin, Marcus) are of one surname that is not borne by very many."""
    of_a_woman = f"{one.given}a" == other.given or f"{other.given}a" == one.given
    return not (by_many or of_a_woman) and one.given[:1] == other.given[:1]


_CALLED_ALIKE = (
    frozenset({"head", "chief executive", "managing director", "chair", "director", "president"}),
    frozenset({"captain", "team captain"}),
    frozenset({"head", "union leader", "general secretary", "president"}),
    frozenset({"head coach", "head", "manager"}),
    frozenset({"judge", "justice"}),
    frozenset({"driver", "pilot", "captain"}),
)
"""Offices by which sources call one person, one in the other's place."""


def hold_one_office(one: Bearer, other: Bearer) -> bool:
    """Whether both are given an office of one holder in one country, company or field."""
    return any(_role(a, b) >= _ONE_HOLDER for a in one.offices for b in other.offices)


def _role(a: Office, b: Office) -> int:
    """How much one role the two offices are: 0 not at all, 1 by name, 2 of one holder, 3 of one holder and body."""
    if a.name != b.name and (a.name.endswith(f" {b.name}") or b.name.endswith(f" {a.name}")) and a.name and b.name:
        return 1
    if a.name != b.name and any({a.name, b.name} <= row for row in _CALLED_ALIKE):
        return 1
    if a.name != b.name or not same_organisation(a, b) or (a.country and b.country and a.country != b.country):
        return 0
    if a.fields != b.fields:
        return 0
    if a.name not in words("sole_offices") and not a.fields:
        return 1
    return 3 if a.fields or a.organisation & b.organisation or (a.country and a.country == b.country) else 2


def are_near(one: Bearer, other: Bearer) -> bool:
    """Whether the given names are a slip of the hand or the ear apart, and not two names."""
    return _near(one.given, other.given)


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
    """The quoted words of a person, where there are enough to tell the speaker."""
    return {
        fact.quotation.words
        for fact in story.facts
        if fact.kind is FactKind.QUOTATION
        and fact.quotation.speaker == bearer.person.id
        and len(quoted_words(fact.quotation.words)) >= _QUOTED
    }


_QUOTED = 3


def _alike(story: Story, one: Bearer, other: Bearer) -> bool:
    """Whether two sentences that name them in full are of one making."""
    names = {fold(word) for side in (one, other) for fact in side.full for word in fact.name.full.split()}

    def content(fact: Fact) -> set[str]:
        return {w for w in map(fold, _WORD.findall(_sentence(story, fact))) if len(w) >= _LONGER} - names

    mine, yours = ([content(fact) for fact in side.full] for side in (one, other))
    return any(min(len(a), len(b)) >= _FEWEST and len(a & b) / len(a | b) >= _ALIKE for a in mine for b in yours)

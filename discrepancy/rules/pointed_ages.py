"""The ages that stand apart from a name: "The 19-year-old", "He is 44", "the chief executive, 56,"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.lexicon.offices import read_offices
from discrepancy.lexicon.roles import is_relation
from discrepancy.model import Fact, FactKind, FactRole, QuantityKind, Story
from discrepancy.rules.once import once
from discrepancy.rules.spoken_of import is_of_somebody
from discrepancy.rules.told_offices import told_offices

_ROLE = re.compile(r"(?<![\w-])[Tt]he ((?:[\w'’-]+ ){0,3}[\w'’-]+), (?:aged |now |who is )?$")
_OLD = re.compile(r"(?<![\w-])[Tt]he $")
_PRONOUN = re.compile(r"(?<![\w-])(?P<who>He|She|he|she)(?: is|['’]s)(?: now| only| just)? $")
_APPOSED = re.compile(r", (?:an?|the) (?:[\w'’-]+ ){1,7}aged $")
_THING = re.compile(
    r" (?:\w+ )?(?:records?|laws?|ban|building|house|church|bridge|company|club|firm|tradition|institution|ship|vessel"
    r"|plane|aircraft|car|truck|bus|train|unit|tree|war|conflict|dispute|deal|treaty|system|network|stadium|plant"
    r"|factory|school|hospital|festival|rule|marriage|relationship|career|rivalry)\b"
)
_NAMELESS = re.compile(
    r"\b(?:an?|another|one|two|three)\s+(?:[\w-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teenagers?|youths?|suspects?"
    r"|victims?|drivers?|passengers?|gunm[ae]n|patients?|pupils?|students?|child(?:ren)?|runners?|cyclists?|persons?"
    r"|colleagues?|neighbou?rs?|friends?|officers?|workers?|witness(?:es)?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 420
"""Characters before an age in which whom it is told of is named."""
_LEAD = 90


def pointed_ages(story: Story) -> Mapping[str, Sequence[Fact]]:
    """The ages that stand apart from a name, by the id of the mention of the person whom they are told of."""
    people: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            people[fact.mention.document].append(fact)
    found: dict[str, list[Fact]] = defaultdict(list)
    for document, named in people.items():
        named.sort(key=lambda fact: fact.mention.start)
        for age in _ages(story, document):
            whose = _whose(story, age, named)
            if whose is not None:
                found[whose.id].append(age)
    return found


def _ages(story: Story, document: str) -> Iterator[Fact]:
    for fact in story.quantities[document]:
        exact = fact.quantity.low == fact.quantity.high
        if fact.role is FactRole.AGE and fact.quantity.kind is QuantityKind.AGE and exact:
            yield fact


@once
def _holders(story: Story) -> Mapping[str, set[str]]:
    """The persons who hold each office of the story."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            for told in told_offices(fact, story):
                if told.office.name:
                    found[told.office.name].add(fact.subject.head)
    return found


def _whose(story: Story, age: Fact, named: Sequence[Fact]) -> Fact | None:
    """The mention of the person whom an age is told of; None where that is not sure."""
    text, at = story.document[age.mention.document].text, age.mention
    lead = text[max(0, at.start - _LEAD) : at.start]
    if role := _ROLE.search(lead):
        return _holder(role[1], named, _holders(story))
    if apposed := _APPOSED.search(lead):
        end = at.start - len(apposed.group())
        return next((fact for fact in named if fact.mention.end == end), None)
    old = at.text.endswith("-old") and _OLD.search(lead) and not _THING.match(text, at.end)
    if old or _PRONOUN.search(lead):
        return _last_named(text, age, named)
    return None


def _holder(role: str, named: Sequence[Fact], holders: Mapping[str, set[str]]) -> Fact | None:
    """The only person of a story who holds an office, where this version names him or her."""
    for office in read_offices(role):
        heads = holders.get(office.name, set()) if office.name and not office.qualifier else set()
        if len(heads) == 1:
            return next((fact for fact in named if fact.subject.head in heads), None)
    return None


def _last_named(text: str, age: Fact, named: Sequence[Fact]) -> Fact | None:
    """The only person named in the last sentence before an age that names anybody, of whom the text goes on."""
    start = age.mention.start
    before = [fact for fact in named if start - _FAR <= fact.mention.start < start]
    if not before or before[-1].mention.block is not age.mention.block or is_of_somebody(age, text):
        return None
    last = before[-1]
    if len({fact.subject.head for fact in before if fact.sentence == last.sentence}) > 1:
        return None
    between = text[last.sentence.start : start]
    kin = any(is_relation(word) for word in _WORD.findall(between.lower()))
    return None if kin or _NAMELESS.search(between) else last

"""The ages that a text tells of a person: beside the name, after it, by "he was 84", by "the 39-year-old"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.model import Fact, FactKind, FactRole, QuantityKind, Story
from discrepancy.names.ages import Ages
from discrepancy.rules.ages_today import OTHER_TIME, is_exact, is_today
from discrepancy.rules.once import once
from discrepancy.rules.spoken_of import (
    NAMELESS,
    has_kin,
    is_alone,
    is_of_another,
    is_spoken_of,
    names_anybody,
    sentence_of,
)
from discrepancy.text.characters import squeeze

_TOLD = re.compile(
    r"(?:,? who(?: is| has)?(?: now)?(?: turned| aged)? |,? (?:now )?aged |, now |, an? (?:[a-z]+ )?| is (?:an? )?"
    r"|, the |,? who turned )$"
)
"""Words between a name and an age that is its bearer's today."""
_REACH = 24
_DEATH = re.compile(r"\b(?:die[sd]?|dead|death)\b[^.;:\n]{0,80}?\b(?:aged|at|at the age of) $|\bdie[sd]?, $")
_OWNED = re.compile(r"['’]s")
_POINTS_BACK = re.compile(r"(He|She) (?:is|was)(?: now| only| just)? |(The) ")
"""What opens a sentence and speaks of whom the one before it was about."""


def told_ages(story: Story, ages: Ages, person: Sequence[Fact]) -> list[Fact]:
    """The ages that a story gives one person as today's; ``person`` are the mentions of him or her."""
    found: dict[str, Fact] = {}
    for mention in person:
        text = story.document[mention.mention.document].text
        told = [age for age in _near(story, ages, mention, text) if is_today(age, text)]
        told += [*_of_the_dead(story, mention, text), *_pointing_back(story, mention, text)]
        beside = {age.id for age in ages.beside(mention)}
        today = [age for age in told if is_exact(age, beside=age.id in beside)]
        found |= {age.id: age for age in today if not OTHER_TIME.match(text, age.mention.end)}
    return list(found.values())


def _near(story: Story, ages: Ages, person: Fact, text: str) -> Iterator[Fact]:
    """The ages beside a name, told after it in a few words, or read as that name's."""
    beside, name = ages.beside(person), squeeze(person.mention.text)
    behind = [
        age for age in _ages(story, person) if squeeze(age.subject.text) == name or _is_told_after(age, person, text)
    ]
    if not beside and not behind:
        return
    kin = has_kin(text, person)
    if not kin or (person.name.given and person.name.surname):
        yield from beside
    if not kin:
        yield from behind


def _is_told_after(age: Fact, person: Fact, text: str) -> bool:
    """Whether an age is told after a name in a few words."""
    start, end = age.mention.start, person.mention.end
    told = end < start <= min(end + _REACH, person.sentence.end) and _TOLD.fullmatch(text, end, start)
    return bool(told and not _OWNED.match(text, age.mention.end))


def _of_the_dead(story: Story, person: Fact, text: str) -> Iterator[Fact]:
    """The age at which the only person named in a sentence died."""
    start, end = sentence_of(person)
    within = [age for age in _ages(story, person) if start <= age.mention.start < end]
    dead = [age for age in within if _DEATH.search(text[start : age.mention.start])]
    if dead and is_alone(story, person) and not has_kin(text, person) and not NAMELESS.search(text, start, end):
        yield from dead


def _pointing_back(story: Story, person: Fact, text: str) -> Iterator[Fact]:
    """The age that the next sentence tells by "he was 84" or "the 39-year-old", where nobody else can be meant."""
    for age in _ages(story, person):
        start = age.sentence.start
        if start < person.sentence.end or text[person.sentence.end : start].strip():
            continue
        opens = _POINTS_BACK.fullmatch(text, start, age.mention.start)
        if not opens or not (opens[1] or age.mention.text.endswith("-old")):
            continue
        if not is_alone(story, person) or not is_spoken_of(person, text):
            return
        if not names_anybody(story, age) and not is_of_another(age, text):
            yield age


def _ages(story: Story, person: Fact) -> Sequence[Fact]:
    """The ages that the document of a mention gives."""
    return _by_document(story).get(person.mention.document, ())


@once
def _by_document(story: Story) -> Mapping[str, Sequence[Fact]]:
    """The ages that each document gives."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.QUANTITY and fact.role is FactRole.AGE and fact.quantity.kind is QuantityKind.AGE:
            found[fact.mention.document].append(fact)
    return found

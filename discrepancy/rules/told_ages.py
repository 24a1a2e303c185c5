"""The ages that a text tells of a person: beside the name, after it, by "he was 84", by "the 39-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.model import Fact, FactRole, QuantityKind, Story
from discrepancy.names.ages import Ages
from discrepancy.rules.ages_today import OTHER_TIME, is_exact, is_today
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
    kin = has_kin(text, person)
    if not kin or (person.name.given and person.name.surname):
        yield from ages.beside(person)
    if kin:
        return
    end = person.mention.end
    for age in _ages(story, person):
        start = age.mention.start
        named = squeeze(age.subject.text) == squeeze(person.mention.text)
        told = end < start <= min(end + _REACH, person.sentence.end) and _TOLD.fullmatch(text, end, start)
        if named or (told and not _OWNED.match(text, age.mention.end)):
            yield age


def _of_the_dead(story: Story, person: Fact, text: str) -> Iterator[Fact]:
    """The age at which the only person named in a sentence died."""
    if not is_alone(story, person) or has_kin(text, person) or NAMELESS.search(text, *sentence_of(person)):
        return
    for age in _ages(story, person):
        within = person.sentence.start <= age.mention.start < person.sentence.end
        if within and _DEATH.search(text[person.sentence.start : age.mention.start]):
            yield age


def _pointing_back(story: Story, person: Fact, text: str) -> Iterator[Fact]:
    """The age that the next sentence tells by "he was 84" or "the 39-year-old", where nobody else can be meant."""
    if not is_alone(story, person) or not is_spoken_of(person, text):
        return
    for age in _ages(story, person):
        start = age.sentence.start
        if start < person.sentence.end or text[person.sentence.end : start].strip():
            continue
        opens = _POINTS_BACK.fullmatch(text, start, age.mention.start)
        named = opens and not names_anybody(story, age) and not is_of_another(age, text)
        if opens and named and (opens[1] or age.mention.text.endswith("-old")):
            yield age


def _ages(story: Story, person: Fact) -> Iterator[Fact]:
    """The ages that the document of a mention gives."""
    for fact in story.quantities[person.mention.document]:
        if fact.role is FactRole.AGE and fact.quantity.kind is QuantityKind.AGE:
            yield fact

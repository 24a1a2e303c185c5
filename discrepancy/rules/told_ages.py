"""The ages that a text tells of a person: beside the name, after it, by "he was 84", by "the 39-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.lexicon.roles import is_relation, is_role_noun
from discrepancy.model import Fact, FactKind, FactRole, QuantityKind, Story, TimeFrame
from discrepancy.names.ages import Ages
from discrepancy.text.characters import squeeze

_TOLD = re.compile(
    r"(?:,? who(?: is| has)?(?: now)?(?: turned| aged)? |,? (?:now )?aged |, now |, an? (?:[a-z]+ )?| is (?:an? )?"
    r"|, the |,? who turned )$"
)
"""Words between a name and an age that is its bearer's today."""
_REACH = 24
_DEATH = re.compile(r"\b(?:die[sd]?|dead|death)\b[^.;:\n]{0,80}?\b(?:aged|at|at the age of) $|\bdie[sd]?, $")
_OWNED = re.compile(r"['’]s")
_OTHER_TIME = re.compile(
    r",? ?(?:when|at the time|at (?:his|her|their)|then(?=[,.;:)])|in \d{4}|on the day|months?\b|days?\b)"
)
_THEN = re.compile(r"\b(?:then|was|were|when|at|once|turned?|by|until|since|from|before|after)[ ,(]*$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(He|She) (?:is|was)(?: now| only| just)? |(The) ")
"""What opens a sentence and speaks of whom the one before it was about."""
_SPEAKS = r"(?:said|says|told|added|announced|confirmed|according to)"
_NAMELESS = re.compile(
    r"\b(?:an?|another|one|two|three)\s+(?:[\w-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teenagers?|youths?|suspects?"
    r"|victims?|drivers?|passengers?|gunm[ae]n|patients?|pupils?|students?|child(?:ren)?|runners?|cyclists?|persons?)\b",
    re.IGNORECASE,
)
_UNIT = "year"
_WORDS = re.compile(r"[^\W\d_]+")
_LAST = 8
"""Characters before an age in which a word sets it into another time."""


def told_ages(story: Story, ages: Ages, person: Sequence[Fact]) -> list[Fact]:
    """The ages that a story gives one person as today's; ``person`` are the mentions of him or her."""
    found: dict[str, Fact] = {}
    for mention in person:
        text = story.document[mention.mention.document].text
        told = [age for age in _near(story, ages, mention, text) if _is_today(age, text)]
        told += [*_of_the_dead(story, mention, text), *_pointing_back(story, mention, text)]
        beside = {age.id for age in ages.beside(mention)}
        today = [age for age in told if _is_exact(age, beside=age.id in beside)]
        found |= {age.id: age for age in today if not _OTHER_TIME.match(text, age.mention.end)}
    return list(found.values())


def _near(story: Story, ages: Ages, person: Fact, text: str) -> Iterator[Fact]:
    """The ages beside a name, told after it in a few words, or read as that name's."""
    kin = _has_kin(text, person)
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
    if not _is_alone(story, person) or _has_kin(text, person) or _NAMELESS.search(text, *_span(person)):
        return
    for age in _ages(story, person):
        within = person.sentence.start <= age.mention.start < person.sentence.end
        if within and _DEATH.search(text[person.sentence.start : age.mention.start]):
            yield age


def _pointing_back(story: Story, person: Fact, text: str) -> Iterator[Fact]:
    """The age that the next sentence tells by "he was 84" or "the 39-year-old", where nobody else can be meant."""
    if not _is_alone(story, person) or not _is_spoken_of(person, text):
        return
    for age in _ages(story, person):
        start = age.sentence.start
        if start < person.sentence.end or text[person.sentence.end : start].strip():
            continue
        opens = _POINTS_BACK.fullmatch(text, start, age.mention.start)
        named = opens and not _names_anybody(story, age) and not _is_of_another(age, text)
        if opens and named and (opens[1] or age.mention.text.endswith("-old")):
            yield age


def _is_of_another(age: Fact, text: str) -> bool:
    """Whether a thing is that old ("the 84-year-old record"), or the text gives the age to somebody without a name."""
    told = age.subject.head
    return bool(told and not is_role_noun(told)) or bool(re.search(rf"\b[Aa]n? {re.escape(age.mention.text)}", text))


def _ages(story: Story, person: Fact) -> Iterator[Fact]:
    """The ages that the document of a mention gives."""
    for fact in story.quantities[person.mention.document]:
        if fact.role is FactRole.AGE and fact.quantity.kind is QuantityKind.AGE:
            yield fact


def _span(person: Fact) -> tuple[int, int]:
    return person.sentence.start, person.sentence.end


def _is_exact(age: Fact, *, beside: bool) -> bool:
    # "Lena Brandt, 58, will retire": beside a name the time of the verb is not that of the age.
    now = beside or age.time not in {TimeFrame.PLANNED, TimeFrame.SUPPOSED}
    return now and age.quantity.low == age.quantity.high and age.quantity.unit in {"", _UNIT}


def _is_today(age: Fact, text: str) -> bool:
    # "Lena Brandt (58) was hurt": the verb's tense says nothing of when she is 58.
    return not _THEN.search(text[max(0, age.mention.start - _LAST) : age.mention.start])


def _is_alone(story: Story, person: Fact) -> bool:
    """Whether the sentence of a mention names nobody else."""
    return all(
        fact.subject.head == person.subject.head
        for fact in story.facts
        if fact.kind is FactKind.PERSON
        and fact.mention.document == person.mention.document
        and fact.sentence == person.sentence
    )


def _names_anybody(story: Story, age: Fact) -> bool:
    """Whether the sentence of an age names a person before it."""
    return any(
        fact.kind is FactKind.PERSON
        and fact.mention.document == age.mention.document
        and age.sentence.start <= fact.mention.start < age.mention.start
        for fact in story.facts
    )


def _is_spoken_of(person: Fact, text: str) -> bool:
    """Whether the sentence that names a person is about him or her, who owns nothing there and does not speak."""
    name = re.escape(person.mention.text)
    sentence = text[person.sentence.start : person.sentence.end]
    if re.search(rf"{name}['’]s|{_SPEAKS} (?:\w+ ){{0,4}}{name}|{name}(?:,[^,]*,)? {_SPEAKS}", sentence):
        return False
    return not _NAMELESS.search(sentence) and not _has_kin(text, person)


def _has_kin(text: str, person: Fact) -> bool:
    """Whether a word of kinship stands in the sentence: an age near the name may be a relative's."""
    return any(is_relation(word) for word in _WORDS.findall(text[slice(*_span(person))].lower()))

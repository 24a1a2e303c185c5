"""Whether a sentence is about one person and nobody else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from discrepancy.lexicon.roles import is_relation, is_role_noun
from discrepancy.model import Fact, FactKind, Span, Story
from discrepancy.rules.once import once

_SPEAKS = r"(?:said|says|told|added|announced|confirmed|according to)"
_IS_SPOKEN_BY = re.compile(rf"{_SPEAKS} (?:\w+ ){{0,4}}\Z")
_OWNS_OR_SPEAKS = re.compile(rf"['’]s|(?:,[^,]*,)? {_SPEAKS}")
_ARTICLE = re.compile(r"\b[Aa]n? \Z")
NAMELESS = re.compile(
    r"\b(?:an?|another|one|two|three)\s+(?:[\w-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teenagers?|youths?|suspects?"
    r"|victims?|drivers?|passengers?|gunm[ae]n|patients?|pupils?|students?|child(?:ren)?|runners?|cyclists?|persons?)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_BEFORE = 3
"""Characters before an age in which an article stands."""


def is_of_another(age: Fact, text: str) -> bool:
    """Whether a thing is that old ("the 84-year-old record"), or the text gives the age to somebody without a name."""
    told = age.subject.head
    return bool(told and not is_role_noun(told)) or is_of_somebody(age, text)


def is_of_somebody(age: Fact, text: str) -> bool:
    """Whether the text gives the age to somebody without a name: "a 34-year-old"."""
    return any(_ARTICLE.search(text, max(0, at - _BEFORE), at) for at in places_of(age.mention.text, text))


def places_of(words: str, text: str) -> Iterator[int]:
    """Where words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def sentence_of(person: Fact) -> tuple[int, int]:
    """Where the sentence of a mention starts and ends."""
    return person.sentence.start, person.sentence.end


def is_alone(story: Story, person: Fact) -> bool:
    """Whether the sentence of a mention names nobody else."""
    return _named(story).get((person.mention.document, person.sentence), set()) <= {person.subject.head}


@once
def _named(story: Story) -> Mapping[tuple[str, Span], AbstractSet[str]]:
    """The persons that each sentence names."""
    found: dict[tuple[str, Span], set[str]] = defaultdict(set)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            found[fact.mention.document, fact.sentence].add(fact.subject.head)
    return found


def names_anybody(story: Story, age: Fact) -> bool:
    """Whether the sentence of an age names a person before it."""
    return any(
        age.sentence.start <= fact.mention.start < age.mention.start
        for fact in story.of_kind.get((age.mention.document, FactKind.PERSON), ())
    )


def is_spoken_of(person: Fact, text: str) -> bool:
    """Whether the sentence that names a person is about him or her, who owns nothing there and does not speak."""
    name, sentence = person.mention.text, text[person.sentence.start : person.sentence.end]
    for at in places_of(name, sentence):
        if _OWNS_OR_SPEAKS.match(sentence, at + len(name)) or _IS_SPOKEN_BY.search(sentence, 0, at):
            return False
    return not NAMELESS.search(sentence) and not has_kin(text, person)


def has_kin(text: str, person: Fact) -> bool:
    """Whether a word of kinship stands in the sentence: an age near the name may be a relative's."""
    return any(is_relation(word) for word in _WORDS.findall(text[slice(*sentence_of(person))].lower()))

"""The telling words of a stretch of text: persons, figures and the stems of what says something, and no speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.reading import Reading
from discrepancy.extract.speech import Saying
from discrepancy.lexicon import words as listed
from discrepancy.lexicon.oppositions import claim_words, claimed, deed_of, thing
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Fact, FactKind, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
"""The parts of speech that tell something."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 4
"""Nouns up to which a word belongs to a speaker."""
_STEM = 6
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """A document, with what is known of it where its statements are read.

    Attributes:
        reading: the document.
        facts: its persons and quantities.
        quotations: its quotations.
        sayings: who says what in it.
    """

    reading: Reading
    facts: Sequence[Fact]
    quotations: Sequence[Fact]
    sayings: Sequence[Saying]


def _named(context: Telling, stretch: Sequence[Token], *, nouns: bool) -> tuple[set[str], list[Span]]:
    """The persons and figures of a stretch as words, and where the persons' names stand."""
    shut: list[Span] = []
    found: set[str] = set()
    for fact in context.facts:
        if not any(
            t.start <= fact.mention.start < t.end or fact.mention.start <= t.start < fact.mention.end for t in stretch
        ):
            continue
        if fact.kind is FactKind.PERSON and fact.name.surname:
            if not nouns and any(s.speaker.start <= fact.mention.start < s.speaker.end for s in context.sayings):
                shut.append(Span(fact.mention.start, fact.mention.end))
                continue
            found |= {"@" + fold(fact.name.surname), _stem(fold(fact.name.surname))}
            found |= {_stem(fold(given)) for given in fact.name.given if nouns and len(given) > _FEWEST}
            shut.append(Span(fact.mention.start, fact.mention.end))
        elif fact.kind is FactKind.QUANTITY:
            found |= {f"#{value.normalize():f}" for value in (fact.quantity.low, fact.quantity.high)}
    return found, shut


def words_of(context: Telling, stretch: Sequence[Token], *, nouns: bool = False) -> tuple[str, ...]:
    """The telling words of a stretch: figures with a "#" before them, persons with a "@", others by their stem."""
    found, shut = _named(context, stretch, nouns=nouns)
    for token in stretch:
        if _YEAR.fullmatch(token.text) and not nouns:
            found.add(token.text)
        if (
            (nouns and token.pos == "VERB")
            or token.pos not in CONTENT
            or token.ent in {"DATE", "TIME"}
            or any(s.covers(Span(token.start, token.end)) for s in shut)
        ):
            continue
        word = word_of(token)
        if not nouns and is_speakers(context, token):
            continue
        if len(word) > _FEWEST and not _is_small(token):
            found.add(word)
    return tuple(sorted(found))


def is_speakers(context: Telling, token: Token) -> bool:
    """Whether a word names who says what the stretch tells."""
    if any(s.speaker.start <= token.start < s.speaker.end for s in context.sayings):
        return True
    parsed = context.reading.parsed
    for _ in range(_REACH):
        head = parsed.tokens[token.head]
        if token.dep in {"nsubj", "nsubjpass"}:
            return is_saying(head.lemma) and head.pos == "VERB" and head.lemma not in claim_words("acts")
        if token.dep not in {"compound", "amod", "nmod", "poss", "appos", "pobj", "prep"}:
            return False
        token = head
    return False


def _is_small(token: Token) -> bool:
    lemma = token.lemma.lower()
    if token.pos == "VERB" and (is_saying(lemma) and lemma not in claim_words("acts")):
        return True
    return lemma in _small() or token.text.lower() in _small()


@cache
def _small() -> frozenset[str]:
    return (
        listed("english_function_words")
        | listed("stop_words")
        | claim_words("light")
        | {"accord", "say", "tell", "per", "cent", "percent", "percentage"}
    )


@cache
def _stem(word: str) -> str:
    return word[:_STEM]


def word_of(token: Token) -> str:
    """One word for a token: the name of its deed or of what it names, by the lists, and else its stem."""
    lemma = fold(token.lemma.lower())
    one = claimed(lemma) if token.pos == "VERB" else thing(lemma)
    deed = deed_of(one) or deed_of(lemma)
    return deed or _stem(one)

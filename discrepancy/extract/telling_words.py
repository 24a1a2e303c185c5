"""The telling words of a stretch of text: persons, figures and the stems of what says something, and no speakers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon import words as listed
from discrepancy.lexicon.oppositions import claim_words, claimed, deed_of, thing
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Fact, FactKind
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
"""The parts of speech that tell something."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CENTURIES = "12"
"""The digits that a year begins with."""
_TIMES = frozenset({"DATE", "TIME"})
_REACH = 4
"""Nouns up to which a word belongs to a speaker."""
_STEM = 6
_FEWEST = 2


class _Named(NamedTuple):
    """The words for a person or a figure: as a stretch tells of it, and as a noun that is asked who or what it is."""

    told: frozenset[str]
    asked: frozenset[str]


@dataclass(frozen=True)
class Telling:
    """A document, with what is known of it where its statements are read; what its tokens tell is worked out once.

    Attributes:
        reading: the document.
        facts: its persons and quantities.
        accounts: who tells what in it.
    """

    reading: Reading
    facts: Sequence[Fact]
    accounts: Accounts

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """For each token the words that it tells by itself: none for a name, a speaker, a date but the year."""
        return tuple([_own_words(self, token) for token in self.reading.parsed.tokens])

    @cached_property
    def speakers(self) -> frozenset[int]:
        """The indices of the telling words that name who says what the stretch tells."""
        parsed, sayings = self.reading.parsed, self.accounts.sayings
        named = {t.i for s in sayings for t in parsed.within(s.speaker.start, s.speaker.end)}
        return frozenset([t.i for t in parsed.tokens if t.pos in CONTENT and (t.i in named or _says(self, t))])

    @cached_property
    def people(self) -> frozenset[int]:
        """The indices of the tokens that begin in a person's name."""
        within = self.reading.parsed.within
        people = (fact.mention for fact in self.facts if fact.kind is FactKind.PERSON)
        return frozenset(t.i for at in people for t in within(at.start, at.end))

    @cached_property
    def named(self) -> Mapping[int, list[_Named]]:
        """The persons and figures that each token, by its index, is a part of."""
        speakers = Spots((s.speaker.start, s.speaker.end, s) for s in self.accounts.sayings)
        found: dict[int, list[_Named]] = defaultdict(list)
        for fact in self.facts:
            named = _named(fact, speaks=bool(speakers.at(fact.mention.start)))
            if named is not None:
                for token in _tokens_of(self.reading, fact):
                    found[token.i].append(named)
        return found

    @cached_property
    def in_names(self) -> frozenset[int]:
        """The indices of the tokens that a person's name covers: the person's words stand for them."""
        people = [fact for fact in self.facts if fact.kind is FactKind.PERSON and fact.name.surname]
        parts = ((fact.mention, token) for fact in people for token in _tokens_of(self.reading, fact))
        return frozenset(token.i for at, token in parts if at.start <= token.start and token.end <= at.end)


def _tokens_of(reading: Reading, fact: Fact) -> Sequence[Token]:
    """The tokens that share a character with a mention."""
    first = reading.parsed.at(fact.mention.start)
    start = min(first.start, fact.mention.start) if first else fact.mention.start
    return reading.parsed.within(start, fact.mention.end)


def _named(fact: Fact, *, speaks: bool) -> _Named | None:
    """The words for a person or figure; who speaks is not told of."""
    if fact.kind is FactKind.QUANTITY:
        figures = frozenset(f"#{value.normalize():f}" for value in (fact.quantity.low, fact.quantity.high))
        return _Named(figures, figures)
    if fact.kind is not FactKind.PERSON or not fact.name.surname:
        return None
    surname = fold(fact.name.surname)
    own = frozenset({"@" + surname, _stem(surname)})
    given = frozenset(_stem(fold(given)) for given in fact.name.given if len(given) > _FEWEST)
    return _Named(frozenset() if speaks else own, own | given)


def words_of(context: Telling, stretch: Sequence[Token], *, nouns: bool = False) -> tuple[str, ...]:
    """The telling words of a stretch: figures with a "#" before them, persons with a "@", others by their stem."""
    found: list[str] = []
    named, own = context.named, context.words
    for token in stretch:
        for each in named.get(token.i, ()):
            found += each.asked if nouns else each.told
        found += _noun_words(context, token) if nouns else own[token.i]
    return tuple(sorted(set(found)))


def _own_words(context: Telling, token: Token) -> tuple[str, ...]:
    """What a token tells in a stretch, beside the persons and figures that it is a part of."""
    told = _content(context, token) if token.pos in CONTENT and token.i not in context.speakers else ()
    return (token.text, *told) if token.text[0] in _CENTURIES and _YEAR.fullmatch(token.text) else told


def _noun_words(context: Telling, token: Token) -> tuple[str, ...]:
    """What a token tells as the noun of a party."""
    return _content(context, token) if token.pos in CONTENT and token.pos != "VERB" else ()


def _content(context: Telling, token: Token) -> tuple[str, ...]:
    """What a token of one of the telling parts of speech tells: one word, or none."""
    if token.ent in _TIMES or token.i in context.in_names:
        return ()
    word = word_of(token)
    return (word,) if len(word) > _FEWEST and not _is_small(token) else ()


def _says(context: Telling, token: Token) -> bool:
    """Whether a word stands in the subject of a verb of saying."""
    tokens = context.reading.parsed.tokens
    for _ in range(_REACH):
        head = tokens[token.head]
        if token.dep in {"nsubj", "nsubjpass"}:
            return is_saying(head.lemma) and head.pos == "VERB" and head.lemma not in claim_words("acts")
        if token.dep not in {"compound", "amod", "nmod", "poss", "appos", "pobj", "prep"}:
            return False
        token = head
    return False


def _is_small(token: Token) -> bool:
    small = _small()
    if token.lemma in small or token.text.lower() in small:
        return True
    return token.pos == "VERB" and is_saying(token.lemma) and token.lemma not in claim_words("acts")


@cache
def _small() -> frozenset[str]:
    return (
        listed("english_function_words")
        | listed("stop_words")
        | claim_words("light")
        | {"accord", "say", "tell", "per", "cent", "percent", "percentage"}
    )


def _stem(word: str) -> str:
    return word[:_STEM]


def word_of(token: Token) -> str:
    """One word for a token: the name of its deed or of what it names, by the lists, and else its stem."""
    return _word(token.lemma, is_verb=token.pos == "VERB")


@lru_cache(maxsize=16384)
def _word(lemma: str, *, is_verb: bool) -> str:
    folded = fold(lemma)
    one = claimed(folded) if is_verb else thing(folded)
    return deed_of(one) or deed_of(folded) or _stem(one)

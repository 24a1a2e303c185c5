"""Who and what takes part in a claim: a person, or a noun with what narrows it and which of them is meant."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.antecedents import NOBODY, antecedent
from discrepancy.extract.cast import Cast
from discrepancy.extract.clauses import denies
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.oppositions import claim_words, thing
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Fact, Party, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Parsed, Token

_NARROWING = frozenset({"compound", "amod", "nmod", "poss"})
_BEFORE = _NARROWING | {"det", "predet", "nummod"}
_THE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_WHOLE = frozenset({"all", "every", "each", "both"})
_PERSONAL = frozenset({"he", "she", "him", "her"})
_BACK = 2
"""Sentences back in which "it" may find its noun."""


def read_party(reading: Reading, cast: Cast, noun: Token) -> Party | None:
    """Who or what ``noun`` names; None for a pronoun that can not be followed, and for what is no noun."""
    parsed, word, scope = reading.parsed, noun.text.lower(), ""
    if denies(word) or word in _WHOLE:
        of = [n for n in _of_what(parsed, noun) if n.pos != "PRON"]
        if not of:
            return None
        noun, scope = of[0], "none" if denies(word) else "all"
    if noun.lemma in claim_words("through") and _of_what(parsed, noun):
        noun = _of_what(parsed, noun)[0]
    if noun.pos == "PRON":
        return _pronoun(reading, cast, noun)
    person = cast.at(Span(noun.start, noun.end)) or _apposed(reading, cast, noun)
    if person is not None:
        return _person(person)
    if noun.pos in {"NUM", "DET", "ADJ"} and noun.dep in {"nsubj", "nsubjpass"}:
        return _some_of_them(parsed, noun)
    return _thing(parsed, noun, scope) if noun.pos in {"NOUN", "PROPN"} else None


def _of_what(parsed: Parsed, noun: Token) -> list[Token]:
    """The nouns behind the "of" of a noun."""
    return [n for prep in parsed.of(noun, "prep") if prep.text.lower() == "of" for n in parsed.of(prep, "pobj")]


def _person(fact: Fact) -> Party:
    return Party(start=fact.mention.start, end=fact.mention.end, head=fold(fact.name.surname), scope="the")


def _thing(parsed: Parsed, noun: Token, scope: str) -> Party | None:
    """A noun that names no person; None where others are joined to it by "and"."""
    before = [t for t in parsed.of(noun) if t.dep in _BEFORE]
    words = {t.text.lower() for t in before} | {t.lemma for t in before}
    if any(t.dep == "conj" for t in parsed.of(noun)):
        return None
    if words & claim_words("partial"):
        return Party(start=noun.start, end=noun.end, head=noun.lemma, scope="some")
    modifiers = [thing(t.lemma) for t in before if t.dep in _NARROWING and t.pos not in {"PRON", "DET"}]
    modifiers += [t.text.lower() for t in before if t.text.lower() in {"his", "her"}]
    modifiers += [thing(n.lemma) for n in _of_what(parsed, noun)]
    scope = scope or _scope(before, noun)
    return Party(start=noun.start, end=noun.end, head=noun.lemma, modifiers=tuple(modifiers), scope=scope)


def _scope(before: Sequence[Token], noun: Token) -> str:
    """Which of them a noun means, by the words before it."""
    words = {t.text.lower() for t in before}
    numerals = [t.text.lower() for t in before if t.dep == "nummod"]
    if any(denies(word) for word in words):
        return "none"
    if words & _WHOLE:
        return "all"
    if words & {"a", "an", "one", "1"}:
        return "a"
    if numerals:
        return numerals[0]
    named = noun.pos == "PROPN" or any(t.dep == "poss" for t in before)
    return "the" if named or words & _THE else ""


def _some_of_them(parsed: Parsed, word: Token) -> Party | None:
    """What "one" or "three" in place of a noun counts: the subject of the verb that its own is joined to."""
    verb = parsed.tokens[word.head]
    nouns = parsed.of(parsed.tokens[verb.head], "nsubj", "nsubjpass") if verb.dep == "conj" else []
    return Party(start=word.start, end=word.end, head=nouns[0].lemma, scope="some") if nouns else None


def _apposed(reading: Reading, cast: Cast, noun: Token) -> Fact | None:
    """The person whom a noun is set beside ("the captain, Ana Reyes,")."""
    beside = (t for t in reading.parsed.of(noun, "appos") if t.start > noun.start)
    return next((fact for t in beside if (fact := cast.at(Span(t.start, t.end)))), None)


def _pronoun(reading: Reading, cast: Cast, pronoun: Token) -> Party | None:
    """A person for "he" and "she"; for "they" those who say so; for "it" the subjects before it in its paragraph."""
    word = pronoun.text.lower()
    if word in _PERSONAL:
        person = antecedent(reading, cast, pronoun, NOBODY)
        return _person(person) if person else None
    nouns = _nouns_before(reading, pronoun) if word == "it" else _who_says(reading.parsed, pronoun)
    if not nouns:
        return None
    return Party(start=pronoun.start, end=pronoun.end, head=word, scope="the", may_be=nouns)


def _who_says(parsed: Parsed, pronoun: Token) -> tuple[str, ...]:
    """The several that "they" means in "the rebels said they had won": those who say it."""
    verb = parsed.tokens[pronoun.head]
    above = parsed.tokens[verb.head]
    if pronoun.text.lower() != "they" or verb.dep != "ccomp" or not is_saying(above.lemma):
        return ()
    return tuple(t.lemma for t in parsed.of(above, "nsubj") if t.tag in {"NNS", "NNPS"} and t.start < pronoun.start)


def _nouns_before(reading: Reading, pronoun: Token) -> tuple[str, ...]:
    parsed, block = reading.parsed, reading.block_of(pronoun.start)
    first = parsed.sentences[max(0, pronoun.sent - _BACK)][0]
    before = (t for t in parsed.tokens[first : pronoun.i] if t.start >= block.start)
    return tuple(t.lemma for t in before if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"NOUN", "PROPN"})

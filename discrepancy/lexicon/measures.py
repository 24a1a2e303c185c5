"""Nouns and verbs that newsrooms use for one and the same measure."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from discrepancy.lexicon import table, words

_KNOWN: Final = 4096
"""Words of which the answers are kept: each is asked for with every pair of figures."""


@cache
def _index(name: str) -> dict[str, str]:
    return {str(lemma): str(concept) for concept, lemmas in table(name).items() for lemma in lemmas}


def concept_of(lemma: str) -> str:
    """What a counted noun counts: its concept's name, or the lemma itself where the lexicon does not know it."""
    return _index("concepts").get(lemma, lemma)


def is_known(phrase: str) -> bool:
    """Whether the lexicon knows what a phrase counts."""
    return phrase in _index("concepts")


@lru_cache(_KNOWN)
def verb_concept(lemma: str) -> str:
    """What a verb says happened: its set's name, or the lemma itself where the lexicon does not know it."""
    return _index("verb_concepts").get(lemma, lemma)


@lru_cache(_KNOWN)
def happens_to_people(verb: str) -> str:
    """What people are counted as under a verb: "killed 14,000 people" counts the dead. Empty where as nothing."""
    return str(table("verb_nouns").get(verb_concept(verb), ""))


@lru_cache(_KNOWN)
def is_people(lemma: str) -> bool:
    """Whether a noun says no more than that people are counted."""
    return lemma in words("people_words")


@lru_cache(_KNOWN)
def is_state(verb: str) -> bool:
    """Whether a verb only says how large a thing is ("number", "be"); no verb at all says so too."""
    return not verb or verb in words("state_verbs")


@lru_cache(_KNOWN)
def is_fate(concept: str) -> bool:
    """Whether a concept counts people by what happened to them (dead, injured)."""
    return concept in table("verb_nouns").values()


@lru_cache(_KNOWN)
def toll_direction(concept: str) -> int:
    """1 for a count that only grows as an event goes on (dead), -1 for one that shrinks (missing), 0 for others."""
    tolls = table("tolls")
    return (concept in tolls["rise"]) - (concept in tolls["fall"])


def is_some_people(lemma: str) -> bool:
    """Whether a noun of people narrows who is counted: women, children, civilians."""
    return lemma in words("some_people")


def is_known_verb(phrase: str) -> bool:
    """Whether the lexicon has a verb, with its particle, in one of its sets."""
    return phrase in _index("verb_concepts")


def is_closing(verb: str) -> bool:
    """Whether a verb tells a price at the end of trading."""
    return verb in words("closing_verbs")


def is_generic(lemma: str) -> bool:
    """Whether a noun names an amount (number, total) and not what is counted."""
    return lemma in words("generic_heads")


def is_forecast(lemma: str) -> bool:
    """Whether a noun names what somebody expects: a forecast, a target."""
    return lemma in words("forecast_nouns")


def is_change(lemma: str) -> bool:
    """Whether a noun names that something rose or fell, and not what did."""
    return lemma in words("change_nouns")

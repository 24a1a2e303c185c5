"""What a date is the date of, whatever word tells it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from discrepancy.lexicon import table
from discrepancy.lexicon.events import event_of
from discrepancy.lexicon.measures import is_known_verb, verb_concept

_LISTS = frozenset({"holds", "many", "lasting", "once", "alike"})


@cache
def _occasions() -> dict[str, str]:
    return {str(lemma): name for name, lemmas in table("occasions").items() if name not in _LISTS for lemma in lemmas}


def only_holds(verb: str) -> bool:
    """Whether a verb says no more than that what its subject or object names takes place on a day."""
    return verb in table("occasions")["holds"]


def tells_of_many(occasion: str) -> bool:
    """Whether a story tells of many such occasions, so that two days of one are no contradiction."""
    return occasion in table("occasions")["many"]


def is_lasting(occasion: str) -> bool:
    """Whether what set in on a day goes on, so that "since" and "from" name that day."""
    return occasion in table("occasions")["lasting"]


def is_told_once(occasion: str) -> bool:
    """Whether a story has one such occasion, so that nobody need be named beside it: the swearing-in."""
    return occasion in table("occasions")["once"]


def are_alike(one: str, other: str) -> bool:
    """Whether two occasions are one, seen from two sides: those who approve a thing vote on it."""
    return f"{one} {other}" in table("occasions")["alike"] or f"{other} {one}" in table("occasions")["alike"]


def occasion_of(heads: Iterable[str], nouns: Iterable[str]) -> tuple[str, bool]:
    """What happened, and whether the word lists know it.

    Args:
        heads: the forms of the verb or noun that is dated, the fullest first ("take over", "take"); none to ask what
            the nouns alone name.
        nouns: lemmas of the nouns that hang on it.

    Returns:
        The occasion's name; the first head itself where the lists know none; empty where nothing but "be" is said.
    """
    forms, parts = tuple(heads), tuple(nouns)
    for form in forms:
        for phrase in (*(f"{form} {noun}" for noun in parts), form):
            if phrase in _occasions():
                return _occasions()[phrase], True
    for form in forms:
        if event_of(form):
            return event_of(form), True
        if is_known_verb(form) and not only_holds(form):
            return verb_concept(form), True
    if forms and not any(only_holds(form) for form in forms):
        return forms[0], False
    for noun in parts:
        known = _occasions().get(noun) or event_of(noun)
        if known:
            return known, True
    return "", False

"""The one word in which two names of organisations differ, and whether it was taken for the other."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.offices import is_field, related_fields
from discrepancy.lexicon.people import is_organisation_word
from discrepancy.lexicon.places import country_of, is_area

FEWEST_WORDS = 2
"""Words of a name at the least: one that differs, and one that shows that a body is meant."""
_LETTERS = 6
"""Letters of the word that differs at the least: shorter words turn into others by one letter."""
_CONFUSED = 0.6
"""How alike the names of two countries are that a writer takes for one another: Slovakia and Slovenia."""


def are_two_ministries(a: str, b: str) -> bool:
    """Whether two words are fields of ministers that no source takes for one another."""
    return is_field(a) and is_field(b) and not related_fields(a, b)


def words_apart(one: str, other: str) -> tuple[str, str] | None:
    """The words in which two names differ, the shorter first; None where it is not one word of each."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1 or len(left) < FEWEST_WORDS:
        return None
    a, b = sorted(apart[0], key=lambda word: (len(word), word))
    return a, b


def is_misspelled(a: str, b: str) -> bool:
    """Whether one word is the other with one letter wrong, and not both can be meant."""
    if len(a) < _LETTERS or a[0] != b[0] or DamerauLevenshtein.distance(a, b) != 1 or b == f"{a}s":
        return False
    return not all(map(_is_word, (a, b)))


def _is_word(word: str) -> bool:
    return is_organisation_word(word) or bool(paths_of(word)) or is_area(word)


def are_confused(a: str, b: str) -> bool:
    """Whether two words are of two countries whose names are alike."""
    countries = {country_of(a), country_of(b)}
    return "" not in countries and len(countries) > 1 and DamerauLevenshtein.normalized_similarity(a, b) >= _CONFUSED

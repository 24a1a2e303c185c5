"""Words about people: titles, verbs of saying, particles and suffixes of names, and words no person is called by."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from discrepancy.lexicon import table, words
from discrepancy.lexicon.places import country_of
from discrepancy.text.characters import fold

PARTICLES = frozenset(
    "van der den de del della delle dei degli di da dos das do du la las los le les el al bin bint binti ibn ben von "
    "vom zu zum zur ter ten te op af av y abu wa ole ould ap".split()
) | frozenset({f"{before}{mark}t" for before in ("", "in ", "op ", "aan ") for mark in "'’"} | {"von und zu"})
"""Lower-case words inside a surname."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
"""Folded suffixes of a name."""


@cache
def offices() -> dict[str, str]:
    """Each folded title or role noun, one word or several, with the class of its office."""
    data = table("titles")
    found = {fold(form): str(name) for name, forms in data["classes"].items() for form in forms}
    return found | {fold(form): f"person:{fold(form)}" for form in data["nouns"]["persons"] if fold(form) not in found}


@cache
def _title_words() -> frozenset[str]:
    """The last words of titles; of one with a complement ("secretary of state") the word before the complement."""
    data = table("titles")
    forms = [*(form for forms in data["classes"].values() for form in forms), *data["nouns"]["persons"]]
    return frozenset(fold(_COMPLEMENT.split(form)[0].split()[-1]) for form in forms)


@cache
def _title_endings() -> frozenset[str]:
    """Known titles, and of one with complements what stands behind each "of" and "for" ("state")."""
    links = [(form, match.end()) for form in offices() for match in _LINK.finditer(form)]
    return frozenset(offices()) | {form[end + 1 :] for form, end in links}


_LINK = re.compile(r" (?:of|for)(?= )")
_QUALIFIED = re.compile(r"^ex[-‐‑]|[-‐‑](?:elect|designate)$", re.IGNORECASE)
_COMPLEMENT = re.compile(r" (?:of|for|to|in|without|at) ")


@lru_cache(maxsize=8192)
def is_title_word(word: str) -> bool:
    """Whether ``word`` can end a title that stands before a name ("Minister", "spokesman", "Mr.")."""
    return fold(_QUALIFIED.sub("", word)) in _title_words() or is_honorific(word)


@lru_cache(maxsize=8192)
def is_honorific(word: str) -> bool:
    """Whether ``word`` is a form of address or an abbreviated rank right before a name (Alhaji, DS)."""
    return fold(word) in words("honorifics") and word[:1].isupper()


@lru_cache(maxsize=8192)
def ends_title(phrase: str) -> bool:
    """Whether a known title of several words ends in ``phrase`` ("State" of "Secretary of State")."""
    return fold(phrase) in _title_endings()


@lru_cache(maxsize=8192)
def office_of(title: str) -> str:
    """The class of the office that ``title`` ends in; empty where none is known.

    The longest known form at the end of the title decides: "Russian Foreign Minister" is a foreign minister.
    """
    parts = fold(title).split()
    for first in range(len(parts)):
        found = offices().get(" ".join(parts[first:]))
        if found:
            return found
    return ""


@lru_cache(maxsize=8192)
def is_courtesy(title: str) -> bool:
    """Whether a title is only one of courtesy (Mr., Mrs., Sir)."""
    return office_of(title) == "courtesy" or all(map(is_honorific, title.split() or [""]))


@lru_cache(maxsize=8192)
def is_organisation_word(word: str) -> bool:
    """Whether a capitalised word shows that the run it stands in names an organisation, a place or a work."""
    return fold(word) in words("organisation_words")


@lru_cache(maxsize=8192)
def is_place_word(word: str) -> bool:
    """Whether ``word`` names a country, its people, or its capital."""
    return bool(country_of(word))


@lru_cache(maxsize=8192)
def is_saying(lemma: str) -> bool:
    """Whether a verb's lemma is one of saying."""
    return lemma in words("verbs_of_saying")

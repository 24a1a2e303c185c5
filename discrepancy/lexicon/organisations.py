"""Names of organisations as keys, and the abbreviations that fit them."""

from __future__ import annotations

import re
from functools import lru_cache

from discrepancy.lexicon import words
from discrepancy.lexicon.conventions import plain_spelling

_JOINING = frozenset({"of", "for", "and", "the", "in", "on", "to", "against", "de", "du", "des", "la", "del", "a"})
_STOPS = re.compile(r"[.\s]")


def without_stops(abbreviation: str) -> str:
    """An abbreviation as one run of letters: "U.N." is "UN"."""
    return _STOPS.sub("", abbreviation)


@lru_cache(maxsize=8192)
def organisation_key(name: str) -> str:
    """A name in one spelling, without article, joining words and legal form: "Kessler Holdings Inc" is "kessler"."""
    parts = [word for word in plain_spelling(name).split() if word not in _JOINING]
    while len(parts) > 1 and parts[-1] in words("organisation_suffixes"):
        parts.pop()
    return " ".join(parts)


def initials_fit(name: str, abbreviation: str) -> bool:
    """Whether the words of ``name`` begin with the letters of ``abbreviation``; joining words may be left out.

    "Organization for Security and Co-operation in Europe" fits OSCE.
    """
    initials = [(part[0].lower(), part.lower() in _JOINING) for part in re.findall(r"\w+", name.replace("-", ""))]
    letters = [c for c in abbreviation.lower() if c.isalpha()]
    for letter, may_go in initials:
        if letters and letters[0] == letter:
            letters.pop(0)
        elif not may_go:
            return False
    return not letters

"""The one word in which two names differ, where it can be put for the other."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.offices import is_field
from discrepancy.lexicon.people import is_courtesy
from discrepancy.lexicon.places import country_of, is_area_kind

_LETTERS, _EDITS = 5, 2
"""Letters of a word that may be another's slip, letters that part the two."""
_APART = frozenset(
    "north south east west northern southern eastern western upper lower central first second third fourth fifth"
    " new old great greater little senior junior men women mens womens boys girls under one two three four five six"
    " seven eight nine ten i ii iii iv v monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december".split()
)
"""Words that tell two of a kind from one another."""
_FEATURES = frozenset(
    "creek lake river bay hill hills mountain mount peak valley falls beach point harbour harbor port island islands"
    " park forest wood woods bridge station airport dam reservoir canal marsh moor heath cove sea gulf strait street"
    " road avenue lane square house hall church school farm".split()
)
"""Kinds of places, of which one name has several side by side."""


def word_apart(one: str, other: str) -> tuple[str, str] | None:
    """The words in which two names differ, where it is one word of each that can be put for the other."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1:
        return None
    a, b = apart[0]
    if {a, b} & _APART or any(w.isdigit() or is_courtesy(w) for w in (a, b)):
        return None
    if {a, b} <= _FEATURES or all(map(is_area_kind, (a, b))):
        return None
    known = all(paths_of(word.title()) or country_of(word.title()) for word in (a, b))
    plural = a.rstrip("s") == b.rstrip("s")
    return None if known or plural or (is_field(a) and is_field(b)) else (a, b)


def is_slip(a: str, b: str) -> bool:
    """Whether one word is a letter or two from the other."""
    edits = DamerauLevenshtein.distance(a, b)
    return min(len(a), len(b)) >= _LETTERS and edits <= _EDITS and a[0] == b[0]

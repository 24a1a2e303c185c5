"""Words with a capital that say of what kind a person, place or body is, and not which one."""

from __future__ import annotations

from functools import cache

from discrepancy.grammar.dates.words import MONTHS
from discrepancy.lexicon import table, words
from discrepancy.text.characters import fold

__all__ = ["kind_words"]

_LISTS = (
    "organisation_words",
    "street_words",
    "club_words",
    "premises",
    "honorifics",
    "official_words",
    "named_things",
)


@cache
def kind_words() -> frozenset[str]:
    """Titles, offices, months, and what bodies, streets and waters are called, folded: two trials have a judge each."""
    titles = table("titles")
    known = {*titles["qualifiers"], *MONTHS}
    for told in (*titles["classes"].values(), *titles["nouns"].values()):
        known.update(told)
    known.update(word for name in _LISTS for word in words(name))
    return frozenset(part for form in known for part in fold(form).split())

"""Words of quotations: those that stand across from each other, and forms of one verb."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from discrepancy.lexicon import table


@cache
def opposites(word: str) -> frozenset[str]:
    """The words that turn a sentence round where they stand for ``word``."""
    return _opposites().get(word, frozenset())


def is_one_verb(a: str, b: str) -> bool:
    """Whether two words are forms of one irregular verb ("come", "came")."""
    return not _verbs().get(a, frozenset()).isdisjoint(_verbs().get(b, frozenset()))


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """The verbs that each irregular form is of, by their base forms: "lay" is of two."""
    found: dict[str, set[str]] = defaultdict(set)
    for base, *past in table("irregular_verbs")["rows"]:
        for form in (base, *past):
            found[form].add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in table("opposite_words")["pairs"]:
        for word in one:
            found[word] |= set(other)
        for word in other:
            found[word] |= set(one)
    return {word: frozenset(others) for word, others in found.items()}

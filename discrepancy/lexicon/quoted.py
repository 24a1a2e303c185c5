"""Words of quotations: those that stand across from each other."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from discrepancy.lexicon import table


@cache
def opposites(word: str) -> frozenset[str]:
    """The words that turn a sentence round where they stand for ``word``."""
    return _opposites().get(word, frozenset())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in table("opposite_words")["pairs"]:
        for word in one:
            found[word] |= set(other)
        for word in other:
            found[word] |= set(one)
    return {word: frozenset(others) for word, others in found.items()}

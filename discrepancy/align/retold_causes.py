"""Stretches that tell what made a thing happen, and whether it may be one thing."""

from __future__ import annotations

from functools import cache

from discrepancy.align.retold_words import STEM
from discrepancy.lexicon.oppositions import claim_words, deed_of, thing
from discrepancy.model import Fact


def both_cause(fact: Fact, plain: Fact) -> bool:
    """Whether both stretches tell what made a thing happen."""
    causing = {word[:STEM] for word in claim_words("causing")} | {"die", "culpri", "blame", "factor"}
    return all(set(each.claim.about.modifiers) & causing or "cause" in each.claim.details for each in (fact, plain))


def befall_two(fact: Fact, plain: Fact) -> bool:
    """Whether two causes bring about two things that are not one by the words: long queues, a weak embankment."""
    mine, theirs = (set(each.claim.by.modifiers) if each.claim.by else set() for each in (fact, plain))
    return bool(mine and theirs) and not mine & theirs and not (mine & _mishaps() and theirs & _mishaps())


@cache
def _mishaps() -> frozenset[str]:
    return frozenset((deed_of(word) or thing(word))[:STEM] for word in claim_words("mishaps"))

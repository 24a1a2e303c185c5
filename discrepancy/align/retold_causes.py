"""Stretches that tell what made a thing happen, and whether it may be one thing."""

from __future__ import annotations

from functools import cache

from discrepancy.align.retold_words import STEM
from discrepancy.lexicon.oppositions import claim_words, deed_of, thing
from discrepancy.model import Claim


def tells_cause(claim: Claim) -> bool:
    """Whether a stretch tells what made a thing happen."""
    return not _causing().isdisjoint(claim.about.modifiers) or "cause" in claim.details


def befall_two(one: Claim, other: Claim) -> bool:
    """Whether two causes bring about two things that are not one by the words: long queues, a weak embankment."""
    mine, theirs = (set(each.by.modifiers) if each.by else set() for each in (one, other))
    return bool(mine and theirs) and not mine & theirs and not (mine & _mishaps() and theirs & _mishaps())


@cache
def _causing() -> frozenset[str]:
    return frozenset({word[:STEM] for word in claim_words("causing")} | {"die", "culpri", "blame", "factor"})


@cache
def _mishaps() -> frozenset[str]:
    return frozenset((deed_of(word) or thing(word))[:STEM] for word in claim_words("mishaps"))

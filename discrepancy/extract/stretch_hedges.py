"""What leaves a stretch of words open: the words of doubt in it, and the verb that they are of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from discrepancy.extract.telling_words import word_of
from discrepancy.lexicon.oppositions import claim_words
from discrepancy.text.engine import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
TO_BE = re.compile(r"\b(?:is|are|was|were) (?:also |now |not )?(?:due |set |going |about )?to (?!blame)[a-z]|\bwould\b")
_OF_TO_BE = frozenset({"to", "would"})
"""Words of which each stretch that tells of what is to be has one."""
_NO_DOUBT = frozenset({"basis", "percentage"})
"""Words behind which nothing is left open: "25 basis points to 3.5%"."""
_APART = "|"
"""A mark in the place of words that leave nothing open."""
_ABLE = re.compile(r"\b(?:could|can) (?:\w+ly |only |still )?(?:be )?(?:heard?|seen?|feel|felt|smell|smelt|smelled)\b")


def left_open(stretch: Sequence[Token], hedge: str, words: Sequence[str]) -> tuple[str, ...]:
    """The verb that a hedge leaves open: the first one behind it."""
    first = next((t for t in stretch if t.text.lower() == hedge.split(maxsplit=1)[0]), stretch[0])
    behind = [t for t in stretch if t.i > first.i and t.pos == "VERB" and t.text.lower() not in hedge]
    return (word_of(behind[0]),) if behind and word_of(behind[0]) in words else ()


def is_to_be(told: Sequence[str]) -> bool:
    """Whether folded words tell of what is to be: "is due to leave", "would leave"."""
    return not _OF_TO_BE.isdisjoint(told) and bool(TO_BE.search(" ".join(told)))


def hedge_of(told: Sequence[str], *, planned: bool) -> str:
    """The words that leave a stretch open; that somebody could hear a thing leaves nothing open.

    Args:
        told: the folded words of the stretch.
        planned: whether it tells of what is to come.
    """
    if "could" in told or "can" in told:
        told = _ABLE.sub(f" {_APART} ", " ".join(told)).split()
    past, future, weakly = _found(told, "open_past"), _found(told, "open_future"), claim_words("open_weakly")
    strong = [words for words in past if words not in weakly]
    ahead = [words for words in future if words not in weakly]
    if planned and not FUTURE.isdisjoint(told):
        ahead = [words for words in ahead if words in claim_words("conditions")]
    if strong and not planned:
        return strong[0]
    if ahead:
        return ahead[0]
    weak = [*past, *future]
    return weak[0] if weak else ""


def _found(told: Sequence[str], kind: str) -> list[str]:
    """The entries of a list that stand in a stretch, in order, none in another: the longest that begins at a word."""
    entries = _entries(kind)
    found: list[str] = []
    reach = 0
    for i, word in enumerate(told):
        if word not in entries or i < reach or (i and told[i - 1] in _NO_DOUBT):
            continue
        for entry in entries[word]:
            if entry == tuple(told[i : i + len(entry)]):
                found.append(" ".join(entry))
                reach = i + len(entry)
                break
    return found


@cache
def _entries(kind: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The entries of a list of words by their first one, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in sorted(claim_words(kind), key=lambda entry: (-len(entry), entry)):
        words = tuple(entry.split())
        found[words[0]].append(words)
    return dict(found)

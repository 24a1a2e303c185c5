"""What leaves a stretch of words open: the words of doubt in it, and the verb that they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.extract.telling_words import word_of
from discrepancy.lexicon.oppositions import claim_words
from discrepancy.text.engine import Token

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
TO_BE = re.compile(r"\b(?:is|are|was|were) (?:also |now |not )?(?:due |set |going |about )?to (?!blame)[a-z]|\bwould\b")
_WORD = re.compile(r"\w+")
_ABLE = re.compile(r"\b(?:could|can) (?:\w+ly |only |still )?(?:be )?(?:heard?|seen?|feel|felt|smell|smelt|smelled)\b")


def left_open(stretch: Sequence[Token], hedge: str, words: Sequence[str]) -> tuple[str, ...]:
    """The verb that a hedge leaves open: the first one behind it."""
    first = next((t for t in stretch if t.text.lower() == hedge.split(maxsplit=1)[0]), stretch[0])
    behind = [t for t in stretch if t.i > first.i and t.pos == "VERB" and t.text.lower() not in hedge]
    return (word_of(behind[0]),) if behind and word_of(behind[0]) in words else ()


@cache
def _open(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(claim_words(kind), key=lambda w: (-len(w), w))))
    return re.compile(rf"\b(?<!\bbasis )(?<!percentage )(?:{words})\b")  # "25 basis points to 3.5%" leaves nothing open


@cache
def _openings() -> frozenset[str]:
    """The first word of whatever may leave a stretch open."""
    return frozenset(entry.split()[0] for kind in ("open_past", "open_future") for entry in claim_words(kind))


def hedge_of(text: str, *, planned: bool) -> str:
    """The words that leave a stretch open; that somebody could hear a thing leaves nothing open."""
    if _openings().isdisjoint(_WORD.findall(text)):
        return ""
    text = _ABLE.sub(" ", text)
    strong = [m[0] for m in _open("open_past").finditer(text) if m[0] not in claim_words("open_weakly")]
    ahead = [m[0] for m in _open("open_future").finditer(text) if m[0] not in claim_words("open_weakly")]
    if planned and any(word in FUTURE for word in text.split()):
        ahead = [word for word in ahead if word in claim_words("conditions")]
    if strong and not planned:
        return strong[0]
    if ahead:
        return ahead[0]
    weak = [*_open("open_past").findall(text), *_open("open_future").findall(text)]
    return weak[0] if weak else ""

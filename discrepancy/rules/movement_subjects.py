"""What moves, by the words before a verb of change or behind a noun of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from discrepancy.rules.movement_words import FIGURE, MARK, Word, listed, one_name

REACH: Final = 9
"""Words before a verb that may hold its subject."""
Subject = tuple[str, frozenset[str]]


def subject_before(line: Sequence[Word], i: int) -> Subject | None:
    """What stands before the verb at ``i``: the noun and what narrows it; None where it is left open."""
    at = i - 1
    while at >= 0 and (line[at].low in listed("auxiliaries") or line[at].low.endswith("ly")):
        at -= 1
    if is_open(line, i):
        return None
    if at >= 0 and line[at].text in {",", ")", "—", "–"}:  # "exports, which make up a third, rose"
        opening = next((j for j in range(at - 1, -1, -1) if line[j].text in {",", "(", "—", "–"}), None)
        if opening is None:
            return None
        at = opening - 1
    elif at >= 0 and line[at].low in {"which", "that"}:
        at -= 1
        at -= at >= 0 and line[at].text == ","
    stretch: list[Word] = []
    while at >= 0 and len(stretch) < REACH:
        word = line[at]
        if word.text in MARK or word.low in listed("clause"):
            break
        stretch.insert(0, word)
        at -= 1
    return named_in(stretch)


def is_open(line: Sequence[Word], i: int) -> bool:
    """Whether the words before leave open or deny that it moved."""
    for word in reversed(line[max(0, i - 4) : i]):
        if word.low in listed("open") or word.low.endswith("n't"):
            return True
        if word.low not in listed("auxiliaries") and not word.low.endswith("ly"):
            return False
    return False


def named_in(stretch: Sequence[Word]) -> Subject | None:
    """The noun of a stretch of words that name a thing, and what narrows it."""
    lows = [word.low for word in _without_place(stretch)]
    while lows and (lows[0] in listed("articles") or lows[0] in listed("auxiliaries")):
        lows.pop(0)
    cut = next((k for k, low in enumerate(lows) if low in listed("prepositions")), len(lows))
    while "of" in lows[cut : cut + 1] and cut and (lows[cut - 1] in listed("amounts")):
        lows = [low for low in lows[cut + 1 :] if low not in listed("articles")]
        cut = next((k for k, low in enumerate(lows) if low in listed("prepositions")), len(lows))
    noun = [low for low in lows[:cut] if low not in listed("articles")]
    while len(noun) > 1 and noun[-1].endswith("ed"):
        noun.pop()
    while len(noun) > 1 and noun[-1] in listed("amounts") and not _is_whole(noun):
        noun.pop()
    if not noun or noun[-1] in listed("pronouns") or FIGURE.search(noun[-1]):
        return "", frozenset()
    narrowed = {one_name(low) for low in noun[:-1] if low not in listed("plain")}
    return one_name(noun[-1]), frozenset(narrowed)


def _is_whole(noun: Sequence[str]) -> bool:
    """Whether the last word of a noun is what is meant: "prices", "the key rate"."""
    return noun[-1] == "prices" or all(word in listed("plain") for word in noun[:-1])


def _without_place(stretch: Sequence[Word]) -> Sequence[Word]:
    """The words behind a place or a time that a clause begins with: "in Upton burglaries"."""
    if not stretch or stretch[0].low not in listed("prepositions"):
        return stretch
    at = 1
    while at < len(stretch) and (stretch[at].low in listed("articles") or stretch[at].text[0].isupper()):
        at += 1
    return stretch[at:]

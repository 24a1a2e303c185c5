"""Where a text's sentences end, by its stops and capitals alone: the same words are cut alike in every version."""

from __future__ import annotations

import re

from discrepancy.grammar.dates.words import ABBREVIATIONS
from discrepancy.lexicon import table

__all__ = ["sentence_starts"]

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'“‘„«(\[¿¡]*+[^\W_])|[。！？]+[」』”’）]*\s*(?=.)")
_OPENING = "\"'“‘„«([¿¡"
_BEFORE = 12
"""Characters looked at before a stop: longer than any abbreviation."""
_WORD = re.compile(r"([^\W_]+)$")
_DATED = frozenset(month.lower() for month in table("dates")["months"]["short"])
"""What a stop shortens before a day's number: "Jan. 5"."""


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """The offsets in ``[start, end)`` at which a sentence begins; the first is ``start``.

    White space after a stop belongs to the sentence that it ends. A stop ends nothing before a small letter, and none
    that belongs to an abbreviation or an initial does: "Mr. Lane", "J. Lane", "U.S. Senate".
    """
    return [start, *(stop.end() for stop in _STOP.finditer(text, start, end) if _ends(text, stop, end))]


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    if stop.end() >= end:
        return False
    following = text[stop.end() : stop.end() + len(_OPENING)].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if stop[0].rstrip() != ".":
        return True
    word = _WORD.search(text[max(0, stop.start() - _BEFORE) : stop.start()])
    if not word:
        return True
    last = word[1].lower()
    if following.isdecimal() and last in _DATED:
        return False
    return last.isdecimal() or (len(last) > 1 and last not in ABBREVIATIONS)

"""Whether the m glued to a figure is a million or a metre, by the words of its clause: "audiences hit 1m"."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.lexicon.tries import any_of

__all__ = ["tells_metres", "tells_millions"]

_METRES = words("metre_words")
_LEAD = 64
_TRAIL = 32
_WORD = re.compile(r"[a-z]+")
_BREAK = re.compile(r"[.!?;\n](?=\s|$)")
_HEDGE = "about|around|nearly|almost|some|more|less|over|under|just|than|up|to|an?|estimated|record|roughly"
_LINK = (
    "hits?|reach(?:ed|es)?|topped|tops|passe[ds]|exceed(?:ed|s)|totall?ed|number(?:ed)?|averag(?:ed|ing)|peaked|"
    "was|is|are|were|st(?:oo|an)ds?|rose|fell|climbed|dropped|grew|jumped|surged|increased|declined|from|of|at|by|"
    "now|currently|still|figures?|numbers?|[0-9.]+m"
)
_COUNTED = re.compile(rf"(?<![a-z])(?:{any_of(words('million_words'))}),?(?: (?:{_LINK}|{_HEDGE}),?){{0,8}} $")
_TAKEN_IN = re.compile(
    rf"(?<![a-z])(?:drew|draws|attract(?:s|ed)|sold|(?:watched|seen|viewed|used|read) by)(?: (?:{_HEDGE})){{0,4}} $"
)
_MOVED = re.compile(r"(?:rose|fell|climbed|dropped|grew|jumped|surged|increased|declined|stood) $")
"""Right before the figure these may tell of a length: "passengers fell 30m"."""
_FROM_THERE = re.compile(r" from (?![0-9])")
_OF_NUMBERS_TOO = frozenset(
    "fell fall falls fallen drop drops dropped climb climbed climbing jump jumps jumped surge from down above below "
    "under off plunge plunged plunges run runs ran throw".split()
)


def tells_millions(text: str, start: int, end: int) -> bool:
    """Whether the words before the figure ``[start, end)`` count a crowd or sales by it, and none tells of a length.

    Where nothing tells, the letter is a metre: "a wall of 3m".
    """
    lead = _lead(text, start)
    if _MOVED.search(lead) or not (_COUNTED.search(lead) or _TAKEN_IN.search(lead)):
        return False
    return not _told_behind(text, end)


def tells_metres(text: str, start: int, end: int) -> bool:
    """Whether a word of lengths stands in the clause of the figure ``[start, end)``."""
    lead = {*_WORD.findall(_lead(text, start))}
    return not _METRES.isdisjoint(lead - _OF_NUMBERS_TOO) or _told_behind(text, end)


def _told_behind(text: str, end: int) -> bool:
    trail = text[end : end + _TRAIL].lower()
    stop = _BREAK.search(trail)
    trail = trail[: stop.start()] if stop else trail
    return bool(_FROM_THERE.match(trail)) or not _METRES.isdisjoint({*_WORD.findall(trail)} - {"from"})


def _lead(text: str, start: int) -> str:
    """The clause before a figure, in lower case."""
    lead = text[max(0, start - _LEAD) : start]
    stops = [match.end() for match in _BREAK.finditer(lead)]
    return lead[stops[-1] :].lower() if stops else lead.lower()

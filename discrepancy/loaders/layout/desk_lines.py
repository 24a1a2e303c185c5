"""Lines that a newsroom writes above a story: "DRAFT 3, world desk, 22.03.2025, 09:20", "The Echo, 4 May 2024, page 3".

They hold a whole date and, beside it, nothing but words of the desk and names. What names a day in running text
("Draft budget of 5 March 2025 splits coalition") is none.
"""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.loaders.layout.shape import tokens
from discrepancy.loaders.layout.stamps import WEEKDAY, Stamp, stamps, without_stamps

__all__ = ["ending_stamp", "is_desk_line"]

_LONGEST = 160
_MOST_NAMES = 8
_SLUG = re.compile(r"\b(?:slug|catchline|id|keyword|file|ref)\b\s*[:=#]?\s*[\w./-]+", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Za-z]{0,2}\.?\d{1,3}(?:st|nd|rd|th)?")
_FROM_TEXT = re.compile(
    r"\b(?!(?<=week )of\b|(?<=edition )of\b|(?<=issue )of\b|(?<=draft )of\b"
    r"|for\b|dated?\b|at\b|edition\b|draft\b|filed\b|published\b|posted\b)[a-z]+\s+$"
)
_ON_IN_TEXT = re.compile(r"\s+(?!at\b|edition\b|issue\b|draft\b|by\b|for\b|page\b|web\b|print\b|update)[a-z]+")
_WEEKDAY_BEFORE = re.compile(WEEKDAY + r",?\s+$", re.IGNORECASE)
_SET_OFF = (",", ";", ":", "|", "/", "-", "\u2013", "\u2014", "(", "[", "\u00b7", "\u2022")
_JOINS = frozenset("and & in at by on de da del der di du la le van von".split())


def is_desk_line(text: str) -> bool:
    """Whether a line says when and for what desk or paper a story was written, and nothing else."""
    if len(text) > _LONGEST:
        return False
    found = stamps(text)
    if len(found) != 1 or not _stands_apart(text, found[0].start, found[0].end):
        return False
    rest = tokens(without_stamps(_SLUG.sub(" ", text)))
    others = [word for word in rest if not _is_of_desk(word)]
    if any(not word[0].isupper() and word.casefold() not in _JOINS for word in others):
        return False
    return len(others) < len(rest) and len(others) <= _MOST_NAMES and _says_what(tokens(text))


def ending_stamp(text: str) -> Stamp | None:
    """The one date that a short line ends in, set off from what stands before it; None without one."""
    found = stamps(text) if len(text) <= _LONGEST else []
    if len(found) != 1 or found[0].value is None or text[found[0].end :].strip(" .)]"):
        return None
    before = _WEEKDAY_BEFORE.sub("", text[: found[0].start]).rstrip()
    return found[0] if not before or before.endswith(_SET_OFF) else None


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a date is set off from the words around it, as no sentence sets it."""
    before = _WEEKDAY_BEFORE.sub("", text[:start])
    return not _FROM_TEXT.search(before) and not _ON_IN_TEXT.match(text, end)


def _is_of_desk(word: str) -> bool:
    low = word.casefold()
    return low in words("desk_words") or low in words("byline_words") or _NUMBERED.fullmatch(word) is not None


def _says_what(rest: list[str]) -> bool:
    """Whether some word is of a desk or of a paper's name; a name and a small word alone are none."""
    small = words("english_function_words")
    told = words("desk_words") | words("byline_words") | words("outlet_words")
    return any(word.casefold() in told and word.casefold() not in small for word in rest)

"""Persons whom headlines call by their initials: MBS for Mohammed bin Salman, AMLO, JFK."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["by_initials"]

_FEWEST: Final = 2
_MOST: Final = 5
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def by_initials(a: str, b: str) -> str:
    """In words, why two names that do not match may still be one person's: the one is the other's initials; else empty.

    Particles count (MBS), and both parts of a name with a hyphen (AOC).
    """
    if not (a.isupper() or b.isupper()):
        return ""
    short, long = sorted((a.strip(), b.strip()), key=len)
    if not _FEWEST <= len(short) <= _MOST or not short.isupper() or not short.isalpha() or long.isupper():
        return ""
    initials = "".join(word[0] for word in _WORDS.findall(long)).upper()
    return f"{short}: the initials of the other name" if initials == short else ""

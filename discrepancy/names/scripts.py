"""Names in two scripts of which one can't be read by its letters alone: nothing can be said of what does not match."""

from __future__ import annotations

from typing import Final

from discrepancy.names.prepare import Prepared
from discrepancy.names.syllables import reads_as_chinese

__all__ = ["unread"]

_EAST: Final = frozenset({"CJK", "HANGUL"})
_READ: Final = frozenset(
    "LATIN CYRILLIC GREEK ARABIC HEBREW ARMENIAN GEORGIAN HANGUL DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL"
    " TELUGU KANNADA MALAYALAM SINHALA".split()
)
"""Scripts whose letters tell the sounds of a name well enough to call two names different."""


def unread(a: Prepared, b: Prepared) -> str:
    """In words, why two names that do not match may still be one person's; empty where they can be read."""
    if a.script == b.script or not a.script or not b.script:
        return ""
    for one, other in ((a, b), (b, a)):
        if one.script == "CJK" and not (other.script == "LATIN" and reads_as_chinese(other.keys)):
            return "Chinese characters are read in several ways"
        if one.script == "CYRILLIC" and (other.script in _EAST or reads_as_chinese(other.keys)):
            return "Chinese and Korean names are spelled by other rules in Cyrillic"
        if one.script not in _READ and one.script != "CJK":
            return f"{one.script.title()} script can not be read by its letters alone"
    return ""

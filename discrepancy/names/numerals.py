"""The number after a ruler's name: Henry VIII, John Paul II, Richard the Third."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.names import lists
from discrepancy.names.characters import letters

__all__ = ["is_numeral", "is_regnal", "without_numeral"]

_NUMERAL: Final = re.compile(r"(?:X{0,2})(?:IX|IV|V?I{0,3})")
_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_SURNAMES: Final = frozenset({"VI", "XI"})
"""Numbers that are surnames too: in a name all in capitals nothing tells them apart."""


def without_numeral(pieces: list[str], *, shouted: bool) -> tuple[list[str], str, str]:
    """``pieces`` without the number at their end, with that number in figures and as written; both empty without one.

    Args:
        pieces: the words of a name without titles.
        shouted: whether the whole name is in capitals.
    """
    if len(pieces) < 2:
        return pieces, "", ""
    last, before = pieces[-1], pieces[:-1]
    if is_numeral(last) and not (shouted and last in _SURNAMES):
        return (before, str(_value(last)), last) if len(last) > 1 or is_regnal(before) else (pieces, "", "")
    ordinal = lists.ordinals().get(last.lower(), "")
    if ordinal and len(before) > 1 and before[-1].lower() == "the":
        return before[:-1], ordinal, f"the {last}"
    return pieces, "", ""


def is_numeral(word: str) -> bool:
    """Whether a word is a Roman numeral from I to XXIX, in capitals."""
    return _NUMERAL.fullmatch(word) is not None


def is_regnal(words: list[str]) -> bool:
    """Whether every word is a name that rulers bear with a number."""
    return bool(words) and all(letters(word) in lists.regnal_names() for word in words)


def _value(numeral: str) -> int:
    """A Roman numeral up to XXIX as a number: a smaller figure before a larger one is taken away."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))

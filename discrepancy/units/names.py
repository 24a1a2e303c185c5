"""Units as text writes them: "metres", "km", "sq ft", "per cent"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of

__all__ = ["UNITS", "Unit", "unit_after"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: its canonical name, in the singular, British spelling ("metre").
        dimension: what it measures ("length").
    """

    name: str
    dimension: str


def _load() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    by_name: dict[str, Unit] = {}
    by_word: dict[str, Unit] = {}
    by_symbol: dict[str, Unit] = {}
    for dimension, units in table("units").items():
        for name, row in units.items():
            unit = Unit(str(name), str(dimension))
            by_name[unit.name] = unit
            by_word.update(dict.fromkeys(_forms(row, "words"), unit))
            by_symbol.update(dict.fromkeys(_forms(row, "symbols"), unit))
    return by_name, by_word, by_symbol


def _forms(row: dict[str, Any], key: str) -> list[str]:
    return [str(form) for form in row.get(key, ())]


UNITS, _WORDS, _SYMBOLS = _load()
"""Every unit by its canonical name."""

_LONGEST = max(len(word) for word in _WORDS) + 2
_WORD = re.compile(rf"[ \-\u00a0\u202f]?({any_of(_WORDS)})(?![a-z])")
_LETTERED = {symbol for symbol in _SYMBOLS if symbol[-1].isalpha() or symbol[-1].isdigit()}
_SYMBOL = re.compile(
    rf"[ \-\u00a0\u202f]?(?:({any_of(_LETTERED)})(?![A-Za-z0-9²³])|({any_of(set(_SYMBOLS) - _LETTERED)})(?!s[ .,]))"
)
_SPACED_LETTERS = frozenset("mgWVCFLlhb°º%")
_NEAR = 80
_HYPHENED_LETTERS = frozenset("mgWVL%")


def unit_after(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that stands at ``position``, glued, after a space or after a hyphen, and where it ends.

    A symbol of one letter is read after a space or a hyphen only where it is hardly anything else: never "5 A" or
    "2 x 4".
    """
    following = text[position : position + 1]
    if following == "%":
        return UNITS["%"], position + 1
    if not following or following in '.,;:)\n"”':
        return None
    symbol = _SYMBOL.match(text, position)
    word = _WORD.match(text[position : position + _LONGEST].lower())
    if word and (symbol is None or word.end() + position >= symbol.end()):
        return _WORDS[word.group(1)], position + word.end()
    if symbol is None:
        return None
    written = symbol.group(1) or symbol.group(2)
    if len(written) == 1 and text[symbol.end() : symbol.end() + 1] == "-" and text[symbol.end() + 1 :][:1].isdigit():
        return None  # "12 F-16 jets"
    if len(written) == 1 and following in " -\u00a0\u202f":
        allowed = _HYPHENED_LETTERS if following == "-" else _SPACED_LETTERS
        if written not in allowed or (written in "CFh" and text[symbol.end() : symbol.end() + 2] == ". "):
            return None
    if written == "F" and "capacit" in text[max(0, position - _NEAR) : position]:
        return UNITS["farad"], symbol.end()  # in any other news F is Fahrenheit
    return _SYMBOLS[written], symbol.end()

"""Reads the small numbers that dates hold, from tokens: "two and a half", "a couple of", "twenty-first"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from discrepancy.grammar.dates.tokens import Tokens
from discrepancy.grammar.dates.words import NUMBERS, ORDINALS

__all__ = ["amount", "ordinal_at"]

_LONGEST: Final = 9
_HUNDRED: Final = 100
_COUPLES: Final = {"couple": 2, "dozen": 12}


def ordinal_at(tokens: Tokens, start: int, end: int) -> int | None:
    """The day or rank that tokens ``[start, end)`` name: "21st", "first", "twenty-first", "5"."""
    total = 0
    for index in range(start, end):
        code, word = tokens.code(index), tokens.word(index).lower()
        if code in "2O":
            total += int(re.sub(r"\D", "", word))
        elif code in "oS":
            total += ORDINALS[word]
        elif code == "9":
            total += NUMBERS[word]
    return total or None


def _in_words(words: list[str]) -> int:
    total = 0
    for word in words:
        number = NUMBERS[word]
        total = (total or 1) * number if number == _HUNDRED else total + number
    return total


def amount(tokens: Tokens, start: int, end: int) -> str | None:
    """The number that tokens ``[start, end)`` write, in TimeML digits; ``X`` for "several", None where it is none."""
    codes = tokens.codes[start:end]
    half = codes.replace("-", "").endswith("AH")
    if "q" in codes:
        return "X"
    if codes.startswith("H"):
        return "0.5"
    if "K" in codes:
        return str(_COUPLES[tokens.word(start + codes.index("K")).lower()])
    if codes == "A":
        return "1"
    words = [tokens.word(index).lower() for index in range(start, end) if tokens.code(index) == "9"]
    if words:
        number = Decimal(_in_words(words))
    else:
        digits = tokens.word(start).replace(",", "")
        if len(digits) > _LONGEST:
            return None
        number = Decimal(digits)
    return f"{(number + Decimal('0.5') if half else number).normalize():f}"

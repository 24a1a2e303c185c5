"""Figures that stand raised: a power and a square are part of what is said, the mark of a note is not.

A format that knows what is raised writes it between two marks (``raised``); where the text of a part is made, they go
(``settled``). Written out as plain figures, "37 people¹" would be 371, and "10⁶" 106.
"""

from __future__ import annotations

import re

__all__ = ["MARKS", "POWERS", "SQUARES", "raise_digits", "raised", "settled"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
MARKS = _OPEN + _CLOSE
"""Code points that Unicode keeps for use inside programs; no text holds them. Source: Unicode 15, 23.7."""
SQUARES = re.compile(r"(?<![^\W\d_])(?:[kcmd]?m|ft|in|mi|yd)\s?$")
"""Units that a raised 2 or 3 makes square or cubic."""
POWERS = re.compile(r"(?<![\d.,])10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
"""A raised figure after a ten is its power; no other figure has one in a newspaper."""
_SYMBOL = re.compile(r"(?<![^\W_])[A-Za-z]$")
"""A letter by itself, of which x² is a power, and no word that a note is about."""
_PRICE = re.compile(r"[$\u20ac\u00a3\u00a5]\s?\d{1,6}$")
"""A price whose cents may stand raised."""
_CENTS = re.compile(r"\d\d")
_RAISED = re.compile(f"{_OPEN}([^{MARKS}]*){_CLOSE}")
_GLUED = _CLOSE + _OPEN
_EXPONENT = re.compile(r"[-\u2212]?\d{1,3}")
_NOTE = re.compile(r"(?:[\[(]?\d{1,3}[\])]?|[*\u2020\u2021\u00a7\u00b6]{1,3})(?:\s?,\s?(?:[\[(]?\d{1,3}[\])]?))*")
_OVER = ("/", "\u2044")
_LOOKED_AT = 20
"""Characters before a raised figure that tell what it is."""
_DIGITS = str.maketrans("0123456789-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")


def raised(text: str) -> str:
    """Text marked as standing above the line."""
    return f"{_OPEN}{text}{_CLOSE}" if text else ""


def raise_digits(digits: str) -> str:
    """Digits as superscripts: ``2`` to ``²``."""
    return digits.translate(_DIGITS)


def settled(text: str) -> str:
    """Text in which what was marked as raised is written as it is meant.

    Powers, squares and cubes become superscripts; cents stand behind a point; the upper half of a fraction stands apart
    from a figure before it; the marks of notes are left out; letters ("21st", "Mme") stay.
    """
    if _OPEN not in text:
        return text
    whole = text.replace(_GLUED, "")
    pieces: list[str] = []
    before, at = "", 0
    for match in _RAISED.finditer(whole):
        pieces.append(whole[at : match.start()])
        before = (before + pieces[-1])[-_LOOKED_AT:]
        pieces.append(_written(before, match[1], whole[match.end() : match.end() + 1]))
        before += pieces[-1]
        at = match.end()
    return "".join([*pieces, whole[at:]])


def _written(before: str, text: str, after: str) -> str:
    bare = text.strip()
    if bare.isdecimal() and after in _OVER and after:
        return f" {bare}" if before[-1:].isdecimal() else bare
    if _CENTS.fullmatch(bare) and _PRICE.search(before):
        return f".{bare}"
    if _EXPONENT.fullmatch(bare):
        of_unit = bare in ("2", "3") and SQUARES.search(before)
        isotope = not before.strip() and after.isalpha()
        if of_unit or isotope or POWERS.search(before) or _SYMBOL.search(before):
            return raise_digits(bare)
    if _NOTE.fullmatch(bare):
        return " " if text[-1:].isspace() else ""
    return text

"""The text of one line: spaces where a reader sees them, ligatures undone, footnote marks taken out."""

from __future__ import annotations

import re
from itertools import pairwise

from discrepancy.loaders.articles.raised import POWERS, SQUARES, raise_digits
from discrepancy.loaders.pdfs.sheets import Glyph

__all__ = ["written"]

_SPACE = 0.17
"""Ems between two words at least; letters of one word may stand a little apart."""
_SMALL = 0.85
_RAISED = 0.15
"""Ems above the line from which on a small letter is raised."""
_LETTERSPACED = 0.6
"""Share of single letters among the words of a line from which on its letters are spaced out."""
_FEWEST = 4
_JUMP = 1.5
"""How much wider the gap between two words is than that between two spaced letters."""
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[\d,*†‡§¶()\[\]⁰¹²³⁴⁵⁶⁷⁸⁹]")
_FRACTION = "/\u2044"
_ONE_SPACE = re.compile(r"[ \t\r\n\x0b\x0c\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def written(run: list[Glyph], size: float, base: float) -> str:
    """The text of a run of letters.

    Args:
        run: letters of one line from left to right, spaces among them as far as the file has them.
        size: that of most of them.
        base: the height of their line.
    """
    solid, spaced = _with_spaces(run)
    wide = _word_gap(solid, spaced, size)
    text = ""
    for i, (glyph, space) in enumerate(zip(solid, spaced, strict=True)):
        gap = glyph.x - solid[i - 1].end if i else 0.0
        if i and (gap > wide or (space and wide <= _SPACE * size)):
            text += space or " "
        raised = glyph.size < _SMALL * size and glyph.y > base + _RAISED * size
        if raised and _is_numerator(solid, i):
            text = (
                f"{text} {glyph.char}" if text[-1:].isdigit() and solid[i - 1].size > glyph.size else text + glyph.char
            )
        else:
            text = _with(text, glyph, raised=raised)
    return _ONE_SPACE.sub(" ", _CONTROLS.sub("", text)).strip()


def _with(text: str, glyph: Glyph, *, raised: bool) -> str:
    """A text with one more letter; a raised figure or star is the mark of a note, unless it is a power."""
    char = _LIGATURES.get(glyph.char, glyph.char)
    plain = char.translate(_SUPERSCRIPTS)
    if (raised or plain != char) and _MARK.match(char):
        if (plain in "23" and SQUARES.search(text)) or (plain.isdigit() and POWERS.search(text)):
            return text + raise_digits(plain)
        return text
    return text + char


def _is_numerator(solid: list[Glyph], i: int) -> bool:
    """Whether a small raised figure is the upper half of a fraction."""
    after = next((glyph.char for glyph in solid[i:] if not glyph.char.isdigit()), "")
    return after in _FRACTION and after != ""


def _with_spaces(run: list[Glyph]) -> tuple[list[Glyph], list[str]]:
    """The letters, and the white space that the file has before each."""
    solid: list[Glyph] = []
    spaced: list[str] = []
    space = ""
    for glyph in run:
        if glyph.char.isspace():
            space = space or glyph.char
            continue
        solid.append(glyph)
        spaced.append(space)
        space = ""
    return solid, spaced


def _word_gap(solid: list[Glyph], spaced: list[str], size: float) -> float:
    """How wide the gap between two words is at least, in points; more where a line's letters are spaced out."""
    gaps = [after.x - glyph.end for glyph, after in pairwise(solid)]
    parted = [gap > _SPACE * size or bool(space) for gap, space in zip(gaps, spaced[1:], strict=True)]
    figures = any(glyph.char.isdigit() for glyph in solid)  # a row of a table is no word
    if figures or sum(parted) < max(_FEWEST, _LETTERSPACED * len(gaps)):
        return _SPACE * size
    ordered = sorted(gaps)
    usual = ordered[len(ordered) // 2]
    return max(_SPACE * size, usual * _JUMP) + 0.01

"""A large first letter that stands beside several lines, put before its word again."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.loaders.pdfs.hyphens import Words
from discrepancy.loaders.pdfs.lines import Line

__all__ = ["with_drop_caps"]

_LARGE = 1.7
"""How much larger than the lines beside it the letter is."""
_CAP = re.compile(r"[\"'“‘]?[^\W\d_]")
_NEAR = 1.5
"""Ems of the lines beside it that the letter may stand apart from them, and rise above or hang under them."""
_MOST = 10
"""Drop caps of one page."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def with_drop_caps(lines: list[Line], words: Words) -> list[Line]:
    """The lines of a page, every drop cap joined to the line that it begins.

    The lines that are set in beside it are given its left edge, since they begin no paragraphs.
    """
    caps = sorted((line for line in lines if _CAP.fullmatch(line.text)), key=lambda line: -line.size)
    for cap in caps[:_MOST]:
        beside = [line for line in lines if _stands_beside(cap, line)]
        if not beside:
            continue
        first = max(beside, key=lambda line: line.y)
        whole = replace(first, text=_together(cap.text, first.text, words), left=cap.left)
        lines = [
            whole if line is first else (replace(line, left=cap.left) if line in beside else line)
            for line in lines
            if line is not cap
        ]
    return lines


def _stands_beside(cap: Line, line: Line) -> bool:
    """Whether a line is set in beside a letter."""
    if cap.size < _LARGE * line.size or not -1 < line.left - cap.right < _NEAR * line.size:
        return False
    return cap.y - line.size <= line.y and line.top <= cap.top + _NEAR * line.size


def _together(cap: str, text: str, words: Words) -> str:
    """The letter and the line; "A" and "I" are words by themselves where the text shows the rest of it whole."""
    word = _FIRST_WORD.match(text)
    if word is None or cap[-1] not in "AI":
        return cap + text
    rest = word.group().casefold()
    apart = rest in words.known and cap[-1].casefold() + rest not in words.known
    return f"{cap} {text}" if apart else cap + text

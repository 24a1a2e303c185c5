"""A page cut into units: one paragraph each, whether it stands on one line or is wrapped over several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Unit", "split_at", "units"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_EDGE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\u200b\u200e\u200f\u2060\ufeff"
_WIDEST = 120
_NARROWEST = 40
_MOSTLY = 0.6
_FEWEST_WRAPPED = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a line that stands for one.

    Attributes:
        start, end: where it stands in the page, without white space at either end.
        text: exactly that slice.
        gap: how many empty lines stand before it.
        indent: by how many characters its (first) line is indented.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int


def units(text: str) -> list[Unit]:
    """Cut a page into paragraphs, in order. No unit is empty; only white space stands between them."""
    lines = _lines(text)
    width = _wrap_width(lines)
    return _joined(text, lines, width) if width else lines


def _lines(text: str) -> list[Unit]:
    found: list[Unit] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip(_EDGE)
        if not bare:
            continue
        indent = line.index(bare[0])
        start = match.start() + indent
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        found.append(Unit(start, start + len(bare), bare, max(0, breaks - 1) if found else 0, indent))
        last = start + len(bare)
    return found


def _wrap_width(lines: list[Unit]) -> int:
    """The width at which a page's paragraphs are wrapped, or 0 where each stands on a line of its own."""
    followed = [(line, after) for line, after in pairwise(lines) if not after.gap]
    if len(followed) < _FEWEST_WRAPPED:
        return 0
    width = sorted(len(line.text) for line in lines)[(len(lines) * 19) // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, after, width) for line, after in followed)
    return width if full >= _MOSTLY * len(followed) else 0


def _is_full(line: Unit, after: Unit, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one, so that it had to be wrapped."""
    first_word = after.text.split(None, 1)[0]
    return len(line.text) + line.indent + 1 + len(first_word) > width - 2 and len(line.text) > width // 2


def _joined(text: str, lines: list[Unit], width: int) -> list[Unit]:
    """Wrapped lines put together to paragraphs again."""
    found: list[Unit] = []
    first = last = lines[0]
    for line in lines[1:]:
        if line.gap or line.indent > last.indent + 1 or not _is_full(last, line, width):
            found.append(Unit(first.start, last.end, text[first.start : last.end], first.gap, first.indent))
            first = line
        last = line
    found.append(Unit(first.start, last.end, text[first.start : last.end], first.gap, first.indent))
    return found


def split_at(unit: Unit, at: int) -> list[Unit]:
    """A unit cut in two at a place in its text."""
    first, rest = unit.text[:at].rstrip(_EDGE), unit.text[at:].lstrip(_EDGE)
    begin = unit.end - len(rest)
    parts = [Unit(unit.start, unit.start + len(first), first, unit.gap, unit.indent)]
    return [*parts, Unit(begin, unit.end, rest, 0, 0)] if rest else parts

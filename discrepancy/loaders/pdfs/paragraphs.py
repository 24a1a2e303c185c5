"""Lines to paragraphs: by indents, gaps, sizes and the ends of sentences, over column and page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from discrepancy.loaders.pdfs.columns import Column
from discrepancy.loaders.pdfs.hyphens import HYPHENS
from discrepancy.loaders.pdfs.lines import Line

__all__ = ["Paragraph", "body_size", "paragraphs_of"]

_SIZES = 0.08
"""Share by which two sizes of one paragraph may differ."""
_LEADING = 1.3
"""How much farther than usual the next line stands where a paragraph begins."""
_USUAL_LEADING = 1.25
_INDENT = (0.7, 5.0)
"""Ems by which the first line of a paragraph is set in; more is another column or a centred line."""
_ROOM = 0.3
"""Ems beside the next line's first word that a line must have free to be a paragraph's last."""
_SHORT = 0.35
"""Share of the column that a line leaves free when it is a line for itself, whatever it ends in."""
_EM_OF_LETTER = 0.5
_END = re.compile(r"[.!?:…][\"'”’)\]»]*$")
_BULLET = re.compile(r"(?:[•●▪◦‣■□►➢\u00b7\uf0b7\uf0a7]|[-–—*](?=\s)|\(?\d{1,2}[.)](?=\s))\s*")


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, in reading order."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def size(self) -> float:
        """The size that most of its letters have."""
        return body_size(self.lines)

    @property
    def bold(self) -> bool:
        """Whether every line of it is bold."""
        return all(line.bold for line in self.lines)


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most of the letters are set; 0 without any."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs_of(columns: Iterable[Column], size: float) -> list[Paragraph]:
    """Put lines together.

    Args:
        columns: of all pages, in reading order.
        size: that of the body: what is set in another size stands between its lines without ending its paragraph.
    """
    found: list[Paragraph] = []
    running: Paragraph | None = None
    for column in columns:
        for piece in _pieces(column):
            is_body = _alike(piece.first.size, size)
            if is_body and running is not None and _goes_on(running.lines, piece.first, column):
                running.lines += piece.lines
                continue
            found.append(piece)
            if is_body:
                running = piece
    return found


def _pieces(column: Column) -> Iterator[Paragraph]:
    """The paragraphs of one column, as far as it shows them."""
    rights = {size: max(each) for size, each in _rights(column).items()}
    leading = _usual_leading(column.lines)
    here = Paragraph()
    for line in column.lines:
        if here.lines:
            right = rights.get(round(line.size), column.right)
            if _begins(here.lines, line, right, leading.get(round(line.size), _USUAL_LEADING * line.size)):
                yield here
                here = Paragraph()
        here.lines.append(line)
    if here.lines:
        yield here


def _rights(column: Column) -> dict[int, list[float]]:
    """Where lines of a size end, for the sizes of which there are several."""
    found: dict[int, list[float]] = {}
    for line in column.lines:
        found.setdefault(round(line.size), []).append(line.right)
    return {size: rights for size, rights in found.items() if len(rights) > 2}


def _usual_leading(lines: Iterable[Line]) -> dict[int, float]:
    """How far lines of a size stand apart."""
    steps: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        step = before.y - line.y
        if _alike(before.size, line.size) and 0 < step < 2 * line.size:
            steps.setdefault(round(line.size), []).append(step)
    return {size: median(found) for size, found in steps.items()}


def _begins(before: list[Line], line: Line, right: float, leading: float) -> bool:
    """Whether a paragraph begins with a line, by what stands above it in its column."""
    last = before[-1]
    if not _alike(last.size, line.size) or not 0 < last.y - line.y <= _LEADING * leading:
        return True
    if _BULLET.match(line.text):
        return True
    if line.bold != last.bold and (_ends(last.text) or _has_room(last, line, right)):
        return True
    indent = (line.left - last.left) / line.size
    hanging = len(before) == 1 and _BULLET.match(before[0].text)
    if _INDENT[0] < indent < _INDENT[1] and not hanging and (_ends(last.text) or not last.text.endswith((",", "-"))):
        return True
    width = right - last.left
    alone = width > 0 and (right - last.right) / width > _SHORT and not line.text[:1].islower()
    return _has_room(last, line, right) and (_ends(last.text) or alone)


def _has_room(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have stood on the last one."""
    word = line.text.split(" ", 1)[0]
    return last.right + (len(word) * _EM_OF_LETTER + _ROOM) * line.size < right


def _goes_on(before: list[Line], line: Line, column: Column) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    last = before[-1]
    if _BULLET.match(line.text) or line.bold != last.bold:
        return False
    if last.text.endswith(tuple(HYPHENS)) or line.text[:1].islower():
        return not _ends(last.text)
    if _ends(last.text) or (line.left - column.left) / line.size > _INDENT[0]:
        return False
    width = max(each.right - each.left for each in before)
    return len(before) > 1 and last.right - last.left > (1 - _SHORT / 2) * width


def _ends(text: str) -> bool:
    return bool(_END.search(text))


def _alike(size: float, other: float) -> bool:
    return abs(size - other) <= _SIZES * max(size, other) + 0.01

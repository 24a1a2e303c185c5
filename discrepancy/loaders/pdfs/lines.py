"""Letters to lines: what stands on one line of writing without a wide gap, with the spaces that a reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from discrepancy.loaders.pdfs.letters import written
from discrepancy.loaders.pdfs.sheets import Glyph, Sheet

__all__ = ["Line", "lines_of"]

_WIDE = 1.2
"""Ems between two words of a line that is set to full width; a gap that is wider parts two columns."""
_NARROW, _SPACED = 0.7, 3.0
"""Ems between two letters that are spaced out, and how much wider the gap between their words may be."""
_NEAR = 0.5
"""Ems between two pieces of a line that the file gives apart; two columns are never so near."""
_BACK = 0.6
"""Ems by which a letter may reach back under the one before it: kerning, accents set by hand."""
_LEVEL = 0.2
"""Ems by which letters of one size may leave their line."""
_RAISED = 0.6
"""Ems by which a small letter may stand above or below the line that it belongs to."""
_SMALL = 0.85
_PIECES = 30
"""Pieces of a row that are looked at for one to join."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, or a piece of one in its column: its text, where it starts and ends, its size, its page."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    page: int
    order: int = 0

    @property
    def top(self) -> float:
        """About where its capitals end."""
        return self.y + 0.7 * self.size


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a page, each piece by itself where a wide gap parts two; in the order of the file."""
    runs = _merged(_runs(sheet.glyphs))
    found = []
    for number, run in enumerate(runs):
        size = _size(run)
        base = Counter(round(g.y, 1) for g in run if g.size >= _SMALL * size).most_common(1)[0][0]
        text = written(run, size, base)
        if text:
            bold = sum(g.bold for g in run if not g.char.isspace())
            solid = [g for g in run if not g.char.isspace()]
            found.append(
                Line(
                    text=text,
                    left=min(g.x for g in solid),
                    right=max(g.end for g in solid),
                    y=base,
                    size=size,
                    bold=bold * 2 > len(solid),
                    page=sheet.number,
                    order=number,
                )
            )
    return _closed_up(found)


def _closed_up(lines: list[Line]) -> list[Line]:
    """Pieces of a line that was set to full width with wide gaps put together: they end where the line before does."""
    found: list[Line] = []
    rows = [list(row) for _, row in groupby(lines, key=lambda line: round(line.y, 1))]
    for before, row, after in zip([[], *rows], rows, [*rows[1:], []], strict=False):
        solid = [each[0] for each in (before, after) if len(each) == 1]
        first, last = row[0], row[-1]
        if len(row) > 1 and any(_as_wide(first, last, line) for line in solid):
            found.append(replace(first, text=" ".join(line.text for line in row), right=last.right))
        else:
            found += row
    return found


def _as_wide(first: Line, last: Line, other: Line) -> bool:
    near = abs(first.left - other.left) < _NEAR * first.size and abs(last.right - other.right) < _NEAR * first.size
    return near and abs(first.y - other.y) < 2 * first.size and first.size == other.size == last.size


def _runs(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters that follow one another in the file and on the page."""
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    wide = 0.0
    for glyph in glyphs:
        if glyph.char.isspace():
            if runs and last is not None and _level(last, glyph):
                runs[-1].append(glyph)
            continue
        if last is not None and _follows(last, glyph, wide):
            runs[-1].append(glyph)
            wide = _SPACED * (glyph.x - last.end) if glyph.x - last.end < _NARROW * glyph.size else wide
        else:
            runs.append([glyph])
            wide = 0.0
        last = glyph
    return runs


def _follows(last: Glyph, glyph: Glyph, wide: float) -> bool:
    """Whether a letter stands on the line after another one; ``wide`` is a gap that its spaced letters make likely."""
    size = max(last.size, glyph.size)
    beside = last.x == glyph.x or last.end - _BACK * size <= glyph.x <= last.end + max(_WIDE * size, wide)
    return beside and glyph.x >= last.x - _BACK * size and _level(last, glyph)


def _level(last: Glyph, glyph: Glyph) -> bool:
    small, large = sorted((last.size, glyph.size))
    drop_cap = small * 2 < large
    return abs(last.y - glyph.y) <= (_RAISED if small < _SMALL * large and not drop_cap else _LEVEL) * large


def _merged(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Pieces of one line that the file gives apart, put together."""
    found: list[list[Glyph]] = []
    rows: dict[int, list[list[Glyph]]] = {}
    for run in runs:
        row = round(run[0].y)
        beside = [other for key in (row - 1, row, row + 1) for other in rows.get(key, ())[-_PIECES:]]
        near = next((other for other in beside if _joins(other, run)), None)
        if near is None:
            found.append(run)
            rows.setdefault(row, []).append(run)
        else:
            near += run if run[0].x > near[0].x else []
            near[:0] = run if run[0].x <= near[0].x else []
    return found


def _joins(other: list[Glyph], run: list[Glyph]) -> bool:
    small, large = sorted((other[0].size, run[0].size))
    if abs(other[0].y - run[0].y) > _LEVEL * large or small < _SMALL * large:
        return False
    gap = max(run[0].x - other[-1].end, other[0].x - run[-1].end)
    return -_LEVEL * large <= gap <= _NEAR * large


def _size(run: list[Glyph]) -> float:
    return Counter(round(g.size, 1) for g in run if not g.char.isspace()).most_common(1)[0][0]

"""The order in which a page is read: bands from top to bottom, in each its columns from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from discrepancy.loaders.pdfs.lines import Line

__all__ = ["Column", "columns_of"]

_GUTTER = 0.55
"""Ems between two columns at least."""
_OVERLAP = 0.15
"""Share of the smaller line's height that two lines share when they stand beside one another: two columns need not
stand on the same lines."""
_DEPTH = 0.3
"""Ems that a line reaches under its letters' feet."""
_NEXT = 1.7
"""Ems from line to line in a column."""
_ROW = 0.5
"""Ems between two pieces of one row, from line to line."""
_APART, _NEAR = 3.0, 0.8
"""Ems under the columns from which on a line belongs to none of them; fewer under a row that may be no columns."""
_LARGER = 1.6
"""How much larger than the columns' letters a line is that belongs to none of them: the next headline."""
_LATEST = 20
"""Lines of a band whose size is looked at."""
_DEEPEST = 6
"""Columns in columns in columns: a page of an article has no more."""
_NEARBY = 60
"""Lines further down that may stand beside one: a row of more pieces is no text."""
_MOST_COLUMNS = 30
"""Columns beside one another: no page has more, and what stands scattered has none."""
_MOST_LINES = 1500
"""Lines of a page that are put in order by their places; a page of more is no article, and is read as the file goes."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines under one another, and the edges between which they are set."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(slots=True)
class _Band:
    """Lines that are read before what stands below them: of one width, or columns beside one another."""

    beside: bool
    lines: list[Line] = field(default_factory=list)
    spans: list[tuple[float, float]] = field(default_factory=list)
    bottom: float = 0.0


def columns_of(lines: list[Line]) -> list[Column]:
    """Put the lines of a page in reading order."""
    if len(lines) > _MOST_LINES:
        return [Column(tuple(lines), min(each.left for each in lines), max(each.right for each in lines))]
    return list(_ordered(lines, 0))


def _ordered(lines: list[Line], depth: int) -> Iterator[Column]:
    if not lines:
        return
    left, right = min(each.left for each in lines), max(each.right for each in lines)
    if depth >= _DEEPEST:
        yield Column(tuple(sorted(lines, key=_downwards)), left, right)
        return
    for band in _bands(lines):
        parts = _split(band) if band.beside else [band.lines]
        if len(parts) == 1:
            yield Column(tuple(_rows(sorted(band.lines, key=_downwards))), left, right)
        else:
            for part in parts:
                yield from _ordered(part, depth + 1)


def _downwards(line: Line) -> tuple[float, float]:
    return (-line.y, line.left)


def _bands(lines: list[Line]) -> list[_Band]:
    """Cut a region where the number of columns changes."""
    bands: list[_Band] = []
    ordered = sorted(lines, key=lambda line: (-line.top, line.left))
    beside = _with_neighbours(ordered)
    for number, line in enumerate(ordered):
        band = bands[-1] if bands else None
        alone = number not in beside
        if band is None or not (
            _fits(band, line, alone=alone) if band.beside and band.lines[1:] else alone != band.beside
        ):
            bands.append(band := _Band(beside=not alone, bottom=line.y))
        band.lines.append(line)
        band.spans = _added(band.spans, line)
        band.bottom = min(band.bottom, line.y)
        if len(band.spans) > _MOST_COLUMNS:
            return [_Band(beside=False, lines=ordered)]
    for above, band in pairwise(bands):
        if band.beside and not above.beside:
            _raise_columns(above, band)
    return [band for band in bands if band.lines]


def _raise_columns(above: _Band, band: _Band) -> None:
    """Give the columns the lines right above them that belong to one: one that begins higher than the others."""
    while above.lines:
        line = above.lines[-1]
        under = [each.y for each in band.lines if each.left < line.right and line.left < each.right]
        spans = _added(band.spans, line)
        if not under or line.y - max(under) > _NEXT * line.size or len(spans) < len(band.spans):
            return
        band.lines.insert(0, above.lines.pop())
        band.spans = spans


def _with_neighbours(ordered: list[Line]) -> set[int]:
    """The numbers of the lines that stand beside another one."""
    found: set[int] = set()
    for i, line in enumerate(ordered):
        for j in range(i + 1, min(len(ordered), i + _NEARBY)):
            other = ordered[j]
            if other.top < line.y - _DEPTH * line.size:
                break
            shared = min(line.top, other.top) - max(line.y - _DEPTH * line.size, other.y - _DEPTH * other.size)
            gap = max(line.left, other.left) - min(line.right, other.right)
            if shared > _OVERLAP * min(line.size, other.size) and gap > _GUTTER * line.size:
                found |= {i, j}
    return found


def _fits(band: _Band, line: Line, *, alone: bool) -> bool:
    """Whether a line belongs to a band; to one of columns, where a gap between two of them stays free."""
    if not band.beside or len(band.lines) < 2:
        return alone != band.beside
    spans = _added(band.spans, line)
    if alone:
        size = max(each.size for each in band.lines[-_LATEST:])
        far = _APART if len(band.lines) > 2 * len(band.spans) else _NEAR
        if line.size > _LARGER * size or band.bottom - line.top > far * size or len(spans) < len(band.spans) - 1:
            return False
    return len(spans) > 1


def _added(spans: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What lines take up across the page, from left to right, with one more line; a gutter parts two of them."""
    near = _GUTTER * line.size
    touched = [each for each in spans if each[0] - near <= line.right and line.left <= each[1] + near]
    whole = (
        min([line.left, *(each[0] for each in touched)]),
        max([line.right, *(each[1] for each in touched)]),
    )
    return sorted([*(each for each in spans if each not in touched), whole])


def _split(band: _Band) -> list[list[Line]]:
    """The lines of a band in columns."""
    parts: list[list[Line]] = [[] for _ in band.spans]
    for line in band.lines:
        parts[next((i for i, (_, right) in enumerate(band.spans) if line.left <= right), -1)].append(line)
    return [part for part in parts if part]


def _rows(lines: list[Line]) -> Iterator[Line]:
    """Lines from top to bottom, pieces of one row put together: a line set to full width with few words in it."""
    last: Line | None = None
    for line in lines:
        if last is not None and abs(last.y - line.y) < _ROW * last.size and line.left >= last.right:
            last = replace(last, text=f"{last.text} {line.text}", right=line.right)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last

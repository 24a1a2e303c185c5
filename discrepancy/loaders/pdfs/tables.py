"""Tables: rows of cells, most of them figures. A figure in a cell says nothing by itself and is never compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from discrepancy.loaders.pdfs.columns import Column
from discrepancy.loaders.pdfs.lines import Line

__all__ = ["without_tables"]

_FIGURE = re.compile(r"[-+−–(]?\s?[$€£¥]?\s?\d[\d.,\u00a0\u202f\u2009 ]*\s?(?:%|bn|m|k)?\)?|[-–—]|n/?a", re.IGNORECASE)
_MOSTLY = 0.6
"""Share of a column's lines that are figures."""
_FEWEST_ROWS = 3
_LONGEST = 6
"""Words of the name of a row; longer ones are a column of text that a list of figures stands beside."""
_LEVEL = 2.0
"""Points by which the cells of one row may leave its line."""


def without_tables(columns: Sequence[Column]) -> tuple[list[Column], list[list[Line]]]:
    """Part columns that stand beside one another and hold a table from the others.

    Returns:
        The columns that are text, and the rows of all tables, each its cells from left to right.
    """
    figures = [column for column in columns if _is_of_figures(column)]
    heights = {round(line.y / _LEVEL) for column in figures for line in column.lines if _FIGURE.fullmatch(line.text)}
    rows: dict[int, list[Line]] = defaultdict(list)
    text: list[Column] = []
    for column in columns:
        if column in figures or (figures and _is_beside(column, heights)):
            for line in column.lines:
                rows[round(line.y / _LEVEL)].append(line)
        else:
            text.append(column)
    return text, [sorted(rows[key], key=lambda line: line.left) for key in sorted(rows, reverse=True)]


def _is_of_figures(column: Column) -> bool:
    count = sum(bool(_FIGURE.fullmatch(line.text)) for line in column.lines)
    return count >= _FEWEST_ROWS and count >= _MOSTLY * len(column.lines)


def _is_beside(column: Column, heights: set[int]) -> bool:
    """Whether most lines of a column stand in a row with figures."""
    if sum(len(line.text.split()) > _LONGEST for line in column.lines) > (1 - _MOSTLY) / 2 * len(column.lines):
        return False
    level = sum(any(round(line.y / _LEVEL) + step in heights for step in (-1, 0, 1)) for line in column.lines)
    return level >= _FEWEST_ROWS and level >= _MOSTLY * len(column.lines)

"""Tables of a document as lines: a row of figures is one line, a grid that only lays out text is its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.loaders.articles import Part, part, table_row
from discrepancy.model import BlockRole

__all__ = ["is_layout", "row"]

_MANY = 3
"""Paragraphs in a cell that make it a column of text."""


def is_layout(rows: Sequence[Sequence[Sequence[Part]]]) -> bool:
    """Whether a table, given as the paragraphs of the cells of its rows, only lays out running text."""
    cells = [cell for cells in rows for cell in cells]
    return any(len(cell) >= _MANY for cell in cells) or all(sum(map(bool, cells)) <= 1 for cells in rows)


def row(cells: Sequence[Sequence[Part]], role: BlockRole | None, place: str) -> Part:
    """A row as one line: ``Wells | 212``."""
    texts = (" ".join(each.text.replace("\n", " ") for each in cell) for cell in cells)
    return part(table_row(texts), role, place)

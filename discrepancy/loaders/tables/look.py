"""A first look at a table of cells: what parts the cells, what its columns are called, and its first rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from discrepancy.loaders.tables.names import FIELDS, plain_name

__all__ = ["Dialect", "Look", "look_at", "unique"]

_DELIMITERS = (",", "\t", ";", "|")
_TOLD = re.compile(r'\ufeff?"?sep=(.)"?\r?\n', re.IGNORECASE)
"""The line by which Excel is told what parts the cells."""
_ROWS = 50
_MOST_COLUMNS = 2_000
_LONGEST_CELL = 1_000_000


class Dialect(TypedDict):
    """How cells are written, as ``csv.reader`` takes it."""

    delimiter: str
    doublequote: bool
    escapechar: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a table looks like.

    Attributes:
        dialect: for ``csv.reader``.
        names: of its columns; of two of one name the second has a number behind it.
        rows: the first ones, by column; those that have too few cells or too many are left out.
        even: the share of rows that have as many cells as there are columns.
        told: whether its first line says what parts the cells, and is no row.
    """

    dialect: Dialect
    names: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    even: float
    told: bool


def look_at(text: str, *, whole: bool) -> Look | None:
    """Look at a table's beginning; None where there is no row of names, or more of them than any table of articles has.

    Args:
        text: its first characters.
        whole: whether they are all of it; else the last row may be cut off.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    told = _TOLD.match(text)
    body = text[told.end() :] if told else text
    first = next((line for line in body.splitlines() if line.strip()), "")
    likely = (told[1],) if told else tuple(sign for sign in _DELIMITERS if sign in first) or (",",)
    slashed = '\\"' in body and '""' not in body
    looks = []
    for sign in likely:
        dialect = Dialect(delimiter=sign, doublequote=not slashed, escapechar="\\" if slashed else None)
        found = _look(body, dialect, whole=whole, told=bool(told))
        looks += [found] if found else []
    return max(looks, key=_likelihood, default=None)


def unique(names: list[str]) -> tuple[str, ...]:
    """Names of columns without white space around them, each once; one without a name is called by its place."""
    found: dict[str, int] = {}
    for place, name in enumerate(names, 1):
        free = bare = name.strip() or f"column {place}"
        while free in found:
            found[bare] += 1
            free = f"{bare} {found[bare]}"
        found[free] = 1
    return tuple(found)


def _look(text: str, dialect: Dialect, *, whole: bool, told: bool) -> Look | None:
    rows = list(_rows(text, dialect))
    if not rows or len(rows[0]) > _MOST_COLUMNS:
        return None
    names = unique(rows[0])
    data = rows[1:_ROWS]
    if not whole and len(rows) < _ROWS and len(data) > 1:
        data = data[:-1]
    full = [dict(zip(names, cells, strict=False)) for cells in data if _fits(cells, len(names))]
    # A row that is longer than all that is looked at is short of its last cells.
    partly = [dict(zip(names, cells, strict=False)) for cells in data] if not whole and not full else full
    return Look(dialect, names, tuple(partly), len(full) / len(data) if data else 0.0, told)


def _rows(text: str, dialect: Dialect) -> Iterator[list[str]]:
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), **dialect):
            if any(cell.strip() for cell in cells):
                yield cells
    except csv.Error:
        return


def _fits(cells: list[str], width: int) -> bool:
    return len(cells) >= width and not any(cells[width:])


def _likelihood(look: Look) -> tuple[bool, float, int]:
    known = any(plain_name(name) in FIELDS["text"] for name in look.names)
    return known, round(look.even, 1), len(look.names)

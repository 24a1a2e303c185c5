"""The rows of a CSV table, one at a time, each with its number."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.tables.lines import mended
from discrepancy.loaders.tables.look import Look
from discrepancy.loaders.tables.rows import Numbered

__all__ = ["csv_rows"]

_END = "\x1fthe table ends here\x1f"
"""A line of our own after the last: where it comes to stand in a cell, that cell's quotation mark was never closed."""


def csv_rows(lines: Iterable[str], look: Look, encoding: str, display: str) -> Iterator[Numbered]:
    """The rows below the heading, numbered from 1; empty ones count, as in a spreadsheet, and are passed over.

    Where a row ends in the middle of a cell, or can not be told from the next, the last one is the error that says so.
    """
    reader = csv.reader(_with_end(lines, told=look.told), **look.dialect)
    number, heading, begins = 0, False, 1
    try:
        for cells in reader:
            begins, line = reader.line_num + 1, begins
            where = f"{display}, row {number + 1}"
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                yield Numbered(number + 1, _open(where, line))
                return
            if not heading:
                heading = any(cell.strip() for cell in cells)
                continue
            number += 1
            if any(cell.strip() for cell in cells):
                yield Numbered(number, _row(cells, look.names, encoding, f"{where} (line {line})"))
    except csv.Error:
        yield Numbered(number + 1, _open(f"{display}, row {number + 1}", begins))
    except InputError as error:
        yield Numbered(number + 1, error)


def _with_end(lines: Iterable[str], *, told: bool) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number or not told:
            yield line
    yield _END


def _row(cells: list[str], names: tuple[str, ...], encoding: str, where: str) -> dict[str, object] | InputError:
    if len(cells) < len(names) or any(cells[len(names) :]):
        return Malformed(
            f"has {len(cells):,} cells under {len(names):,} headings, and was not read.",
            where=where,
            remedy="Put a cell that holds a comma or a line end between double quotation marks.",
        )
    try:
        return {name: mended(cell, encoding, where) for name, cell in zip(names, cells, strict=False)}
    except InputError as error:
        return error


def _open(where: str, line: int) -> Malformed:
    return Malformed(
        "has a quotation mark that is never closed, and neither it nor what comes after it was read.",
        where=f"{where} (line {line})",
        remedy="The table may be cut off: get it again, or close the quotation mark.",
    )

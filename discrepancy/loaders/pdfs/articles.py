"""Pages to the parts of an article: lines, what stands at the edges, columns, paragraphs, roles."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from discrepancy.loaders.articles import Part
from discrepancy.loaders.pdfs.assembled import part_of
from discrepancy.loaders.pdfs.columns import Column, columns_of
from discrepancy.loaders.pdfs.dropcaps import with_drop_caps
from discrepancy.loaders.pdfs.edges import edge_lines
from discrepancy.loaders.pdfs.headings import looks_of
from discrepancy.loaders.pdfs.hyphens import words_of
from discrepancy.loaders.pdfs.labels import with_labels
from discrepancy.loaders.pdfs.lines import Line, lines_of
from discrepancy.loaders.pdfs.paragraphs import body_size, paragraphs_of
from discrepancy.loaders.pdfs.sheets import Sheet
from discrepancy.loaders.pdfs.tables import without_tables
from discrepancy.model import BlockRole, Landmark

__all__ = ["parts_of"]

_LONGEST = 30.0
"""Seconds for putting all pages in order; an article takes a tenth of one."""


def parts_of(sheets: Sequence[Sheet], title: str = "") -> list[Part]:
    """The paragraphs of an article in reading order, what pages have at their edges after them.

    Args:
        sheets: its pages.
        title: what the file says that it is called; empty where it does not.

    Raises:
        TimeoutError: its letters are so scattered that putting them in order takes too long.
    """
    pages = [lines_of(sheet) for sheet in sheets]
    edge = edge_lines(list(zip((sheet.box for sheet in sheets), pages, strict=True)))
    inner = [[line for line in page if line not in edge] for page in pages]
    words = words_of([line.text for page in inner for line in page])
    columns: list[Column] = []
    rows: list[list[Line]] = []
    began = time.monotonic()
    for page in inner:
        if time.monotonic() - began > _LONGEST:
            raise TimeoutError
        whole = with_drop_caps(with_labels(page), words)
        texts, tables = without_tables(columns_of(whole))
        columns += texts
        rows += tables
    outer = [line for page in pages for line in page if line in edge]
    numbers = _numbers(
        [*(line for column in columns for line in column.lines), *(x for row in rows for x in row), *outer]
    )
    size = body_size(line for column in columns for line in column.lines)
    paragraphs = paragraphs_of(columns, size)
    plain = [part_of(each.lines, numbers, words) for each in paragraphs]
    images = {sheet.number: sheet.images for sheet in sheets}
    roles = looks_of(paragraphs, [each.text for each in plain], size, images, title)
    found = [Part(each.text, role, each.landmarks) for each, role in zip(plain, roles, strict=True)]
    found += [_row(row, numbers) for row in rows]
    return found + [part_of([line], numbers, words, BlockRole.FURNITURE) for line in outer]


def _row(cells: Sequence[Line], numbers: Mapping[Line, int]) -> Part:
    """A table's row, its cells parted by tabs: two of them are never one figure."""
    first = cells[0]
    place = Landmark(0, f"page {first.page}, line {numbers[first]}")
    return Part("\t".join(cell.text for cell in cells), BlockRole.FURNITURE, (place,))


def _numbers(lines: Sequence[Line]) -> dict[Line, int]:
    """The number of every line on its page, from 1, from the top down, columns from left to right."""
    last: dict[int, int] = {}
    found: dict[Line, int] = {}
    for line in lines:
        last[line.page] = found[line] = last.get(line.page, 0) + 1
    return found

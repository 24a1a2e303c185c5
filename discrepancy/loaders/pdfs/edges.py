"""What a page has at its edges: running heads, page numbers, a browser's print stamps. They are no part of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from discrepancy.loaders.pdfs.lines import Line
from discrepancy.loaders.pdfs.sheets import Box

__all__ = ["edge_lines"]

_EDGE = 0.12
"""Share of a page's height, at its top and at its foot, in which running heads stand."""
_ROWS = 4
"""Rows from the edge that may be one."""
_LEVEL = 6.0
"""Points by which a running head may move from page to page."""
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:[-–—|•·]\s*)?(?:page\s+|p\.\s?|pg\.?\s)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|•·])?",
    re.IGNORECASE,
)
"""A page's number by itself: "3", "- 3 -", "Page 3 of 7", "3/7", "iv"."""
_STAMP = re.compile(
    r"(?:https?://|www\.|file:///)\S+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?", re.IGNORECASE
)
"""What a browser prints at the edge: the page's address, the time of printing."""


def edge_lines(pages: Iterable[tuple[Box, list[Line]]]) -> set[Line]:
    """The lines at the edges of pages that repeat from page to page, or that say what pages say at their edges.

    Args:
        pages: each page's visible box and its lines.
    """
    found: set[Line] = set()
    seen: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for box, lines in pages:
        for near in (_near_edge(box, lines, top=True), _near_edge(box, lines, top=False)):
            for number, row in enumerate(near):
                if number == 0 and any(_says_itself(line.text) for line in row):
                    found.update(row)
                for line in row:
                    seen[_DIGITS.sub("#", line.text.casefold()), round(line.y / _LEVEL), round(line.size)].append(line)
    for (text, height, size), same in list(seen.items()):
        near_by = [each for step in (-1, 1) for each in seen.get((text, height + step, size), ())]
        if len({line.page for line in (*same, *near_by)}) > 1:
            found.update(same)
    return found


def _says_itself(text: str) -> bool:
    return bool(_PAGE.fullmatch(text) or _STAMP.fullmatch(text))


def _near_edge(box: Box, lines: list[Line], *, top: bool) -> list[list[Line]]:
    """The rows of lines near one edge, the outermost first."""
    height = (box.top - box.bottom) * _EDGE
    inside = [line for line in lines if (line.y > box.top - height if top else line.y < box.bottom + height)]
    rows: list[list[Line]] = []
    for line in sorted(inside, key=lambda each: -each.y if top else each.y):
        if rows and abs(rows[-1][0].y - line.y) < line.size / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows[:_ROWS]

"""The bullet or number of a list's entry, put before its entry: a tab parts the two as a gutter parts columns."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.loaders.pdfs.lines import Line

__all__ = ["with_labels"]

_LABEL = re.compile(r"[•●▪◦‣■□►➢\u00b7\uf0b7\uf0a7*–—-]|\(?\d{1,2}[.)]")
_WIDE = 4.0
"""Ems between a label and its entry."""
_MOST = 60
"""Labels of one page."""
_LEVEL = 0.3
"""Ems by which the two may stand on different lines: bullets come from other fonts."""


def with_labels(lines: list[Line]) -> list[Line]:
    """The lines of a page, every label of a list joined to the line that it stands before."""
    found: dict[int, Line] = dict(enumerate(lines))
    labels = [(number, line) for number, line in enumerate(lines) if _LABEL.fullmatch(line.text)]
    for number, label in labels[:_MOST]:
        after = [i for i, line in found.items() if i != number and _stands_before(label, line)]
        if after:
            first = min(after, key=lambda i: found[i].left)
            entry = found[first]
            found[first] = replace(entry, text=f"{label.text} {entry.text}", left=label.left)
            del found[number]
    return list(found.values())


def _stands_before(label: Line, line: Line) -> bool:
    return abs(label.y - line.y) <= _LEVEL * line.size and 0 <= line.left - label.right <= _WIDE * line.size

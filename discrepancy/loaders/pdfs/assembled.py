"""Paragraphs of lines as parts of an article: one run of text each, and where every line of it stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from discrepancy.loaders.articles import Part
from discrepancy.loaders.pdfs.hyphens import HYPHENS, Words, joined
from discrepancy.loaders.pdfs.lines import Line
from discrepancy.model import BlockRole, Landmark

__all__ = ["part_of"]

_CLOSED = re.compile(r"(?:[—/]|(?<=\d)–)$")
"""After a dash without a space before it, or a stroke, the next line goes on at once."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)


def part_of(lines: Iterable[Line], numbers: Mapping[Line, int], words: Words, role: BlockRole | None = None) -> Part:
    """Put lines together, broken words made whole.

    Args:
        lines: of one paragraph, in order.
        numbers: the number of each line on its page, from 1.
        words: what the whole text shows of its words, see :mod:`discrepancy.loaders.pdfs.hyphens`.
        role: where the page's look tells it.

    Returns:
        A part with a landmark for each line: ``page 2, line 14``. A word that was broken has its end in the next one.
    """
    pieces: list[str] = []
    marks: list[Landmark] = []
    at = 0
    for line in lines:
        if pieces:
            pieces[-1] = _before(pieces[-1], line.text, words)
            at += len(pieces[-1])
        marks.append(Landmark(at, f"page {line.page}, line {numbers[line]}"))
        pieces.append(line.text)
    return _without_soft_hyphens("".join(pieces), role, marks)


def _before(text: str, after: str, words: Words) -> str:
    """A line's text as it stands before the next line: with a space, or without one where a word goes on."""
    if text.endswith(tuple(HYPHENS)):
        whole = joined(text, after, words)
        if whole is not None:
            return whole
    if _CLOSED.search(text) and not text[-2:-1].isspace() and (text[-1] != "/" or _ADDRESS.search(text)):
        return text
    return text + " "


def _without_soft_hyphens(text: str, role: BlockRole | None, marks: list[Landmark]) -> Part:
    if "\u00ad" in text:
        marks = [Landmark(mark.start - text.count("\u00ad", 0, mark.start), mark.label) for mark in marks]
        text = text.replace("\u00ad", "")
    return Part(text.rstrip(), role, tuple(marks))

"""Quotations that an attribution breaks in the middle of a sentence (“We will,” she said, “close it.”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Document, Fact

_ENDED = re.compile(r"[.!?…]\s*$")
_GAP = re.compile(r"[\"”’»“']*,?[\"”’»“']*\s[^.!?:;\n\"“”«»]{2,120},\s*[\"“‘«„»']+$")
"""What stands between the halves: a closing mark, who says it, a comma, an opening mark."""


def joined(document: Document, quotes: Sequence[Fact]) -> list[Fact]:
    """The quotations, in order; each part of one that an attribution breaks has the words of all its parts."""
    rows: list[list[Fact]] = []
    for fact in quotes:
        if rows and _goes_on(document, rows[-1][-1], fact):
            rows[-1].append(fact)
        else:
            rows.append([fact])
    return [_of_all(fact, row) for row in rows for fact in row]


def _of_all(fact: Fact, row: Sequence[Fact]) -> Fact:
    if len(row) == 1:
        return fact
    return replace(fact, value=replace(fact.quotation, words=" ".join(part.quotation.words.strip() for part in row)))


def _goes_on(document: Document, first: Fact, second: Fact) -> bool:
    """Whether the second half belongs to the sentence of the first, with only the attribution between them."""
    said, span = first.quotation, first.quotation.speaker_span
    if not said.verb or span is None or said.speaker != second.quotation.speaker:
        return False
    start, end = first.mention.end, second.mention.start
    within = start <= span.start and span.end <= end
    goes_on = second.mention.text[:1].islower() and not _ENDED.search(first.mention.text)
    return within and goes_on and bool(_GAP.match(document.text[start:end]))

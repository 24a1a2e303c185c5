"""Sums that a text tells in whatever order: of the figures of one unit in a sentence or two, the rest nearly make one.

Four figures or more of one unit, beside words that say that a whole is divided ("of which", "of that", "break down
into", "in total"), where all the others come within a slip of the largest. Chance seldom brings them so near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.totals import Total
from discrepancy.rules.written import runs

_KINDS: Final = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.COUNT})
_PARTS: Final = range(3, 7)
"""How many parts a whole is told to have: two are met by chance, more are a table."""
_NEAR: Final = Decimal("0.06")
"""How far the sum may be from the whole, as a part of it, to be a slip and no other figure."""
_LEAST: Final = 13
_DIVIDES: Final = re.compile(
    r"\bof (?:which|that|it|this|them|whom)\b|\b(?:breaks?|broken|break) down\b|\b(?:divided|split|shared)\b"
    r"|\b(?:made|makes?|making) up\b|\bcompris\w+\b|\bconsist\w+\b|\b(?:in|a|the) (?:all|total)\b"
    r"|\btotal(?:s|ling|ing)\b"
    r"|\baltogether\b|\bthe (?:rest|remainder|remaining|balance)\b|\bcomes? from\b|\brespectively\b",
    re.IGNORECASE,
)
_PARTLY: Final = re.compile(
    r"\b(?:includ\w+|among (?:them|these|those who|whom|which)|plus|besides|on top|more than|up from|down from"
    r"|compared|against|another|further|extra|previous\w*|earlier|last year|a year (?:ago|earlier|before))\b",
    re.IGNORECASE,
)
"""Words that say that a figure is no part, or that the parts are not all."""


def near_sums(story: Story) -> Iterator[Total]:
    """Every whole that all other figures of its unit nearly make, in one sentence or in two that follow each other."""
    for document in story.documents:
        rows = [[fact for fact in row if fact.quantity.converts < 0] for row in runs(story, document.id)]
        rows = [row for row in rows if row]
        for row in rows:
            yield from _of(document, row)
        for before, row in pairwise(rows):
            if document.text[before[-1].sentence.end : row[0].sentence.start].strip(" ") == "":
                yield from _of(document, [*before, *row])


def _of(document: Document, row: Sequence[Fact]) -> Iterator[Total]:
    told = document.text[row[0].sentence.start : row[-1].sentence.end]
    if not _DIVIDES.search(told) or _PARTLY.search(told):
        return
    for _, found in groupby(sorted(row, key=_unit), key=_unit):
        facts = sorted(found, key=lambda fact: fact.mention.start)
        if len(facts) - 1 not in _PARTS or not all(map(_is_exact, facts)):
            continue
        whole = max(facts, key=lambda fact: fact.quantity.low)
        parts = tuple(fact for fact in facts if fact is not whole)
        if whole.quantity.low >= _LEAST and whole in {facts[0], facts[-1]} and _is_one_thing(whole, parts):
            yield Total(document, whole, parts, exhaustive=True, near=_NEAR)


def _unit(fact: Fact) -> tuple[str, str]:
    return fact.quantity.kind.value, fact.quantity.unit


def _is_exact(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind in _KINDS and q.low == q.high > 0 and not q.increment and not q.per


def _is_one_thing(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether counts are told of one thing, as far as their nouns say; sums and measures need no noun."""
    if whole.quantity.kind is not QuantityKind.COUNT:
        return True
    return len({fact.subject.concept for fact in (whole, *parts)} - {""}) <= 1

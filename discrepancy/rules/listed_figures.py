"""A list of figures in one sentence, with what was told before it, and the total that it may have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind
from discrepancy.rules.totals import Total
from discrepancy.rules.written import room

NEAR: Final = Decimal("0.15")
"""How far a sum may be off, as a part of the total, to be a slip of it."""
_LEAST: Final = 4
_REST: Final = re.compile(r"\b(?:remaining|(?:the|their|its) (?:other|final|last)) $")


@dataclass(frozen=True, slots=True)
class ListedFigures:
    """A list of figures in one sentence, with what was told before it."""

    document: Document
    parts: Sequence[Fact]
    row: Sequence[Fact]
    earlier: Sequence[Fact]
    previous: Sequence[Fact]
    elsewhere: Sequence[Fact]
    """The first count of each other version."""
    texts: Mapping[str, str]
    """The versions' texts by their ids."""

    @property
    def lead(self) -> str:
        """The words of the sentence before the first part, its hedge aside."""
        return lead_of(self.document, self.parts[0])

    def story_text(self, fact: Fact) -> str:
        """The sentence that states a figure, of this version or another."""
        return self.texts[fact.mention.document][fact.sentence.start : fact.sentence.end]

    @property
    def rest(self) -> bool:
        """Whether the last part is told to be all that is left: "and the remaining 20"."""
        last = self.parts[-1]
        return _REST.search(self.document.text[last.sentence.start : last.mention.start]) is not None

    @property
    def sum(self) -> tuple[Decimal, Decimal]:
        """What the parts make, as rounded."""
        rooms = [room(part) for part in self.parts]
        return sum((low for low, _ in rooms), Decimal(0)), sum((high for _, high in rooms), Decimal(0))


def lead_of(document: Document, fact: Fact) -> str:
    """The words of a sentence before a figure, its hedge aside."""
    text = document.text[fact.sentence.start : fact.mention.start].lstrip()
    return text.removesuffix(f"{fact.quantity.hedge_text} ") if fact.quantity.hedge_text else text


def is_count(fact: Fact) -> bool:
    """Whether a figure counts what it names."""
    return fact.quantity.kind is QuantityKind.COUNT and bool(fact.quantity.noun)


def may_be_total(total: Fact, found: ListedFigures) -> bool:
    """Whether a figure is of the parts' kind and larger than each of them."""
    q = total.quantity
    first = found.parts[0].quantity
    alike = (q.kind, q.unit, q.per) == (first.kind, first.unit, first.per) and q.low == q.high
    most = max(part.quantity.low for part in found.parts)
    return alike and q.low > most and q.low >= _LEAST and not q.increment and not q.change


def total_of(found: ListedFigures, total: Fact, *, exhaustive: bool) -> Total:
    """The total that a list is the parts of."""
    return Total(found.document, total, tuple(found.parts), exhaustive=exhaustive, near=NEAR)

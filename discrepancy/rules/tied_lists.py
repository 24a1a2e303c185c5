"""Lists that a text ties to a total by how their sentence opens, or by a colon: "They are 21 men, nine women …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.listed_figures import ListedFigures, is_count
from discrepancy.rules.totals import Total, closed, list_of
from discrepancy.rules.totals_before import total_before
from discrepancy.rules.totals_here import total_here, total_of_two
from discrepancy.rules.written import runs

_LEAST_PARTS: Final = 3
_THE_REST: Final = re.compile(
    r"[^.:()\d]{1,90}(?:[,;]|\band|\bwhile|\bbut) (?:and |while |but )?[^.;:()\d,]{0,30}?\b(?:the|their"
    r"|its) (?:remaining|other) "
)


def tied_lists(story: Story) -> Iterator[Total]:
    """Every list that its own words tie to a total, document by document."""
    texts = {document.id: document.text for document in story.documents}
    first = {
        document.id: next(fact for fact in story.quantities[document.id] if is_count(fact))
        for document in story.documents
        if any(is_count(fact) for fact in story.quantities[document.id])
    }
    for document in story.documents:
        rows = [[fact for fact in row if fact.quantity.converts < 0] for row in runs(story, document.id)]
        rows = [row for row in rows if row]
        elsewhere = [fact for each, fact in first.items() if each != document.id]
        for place, row in enumerate(rows):
            for parts in _lists(document, row):
                earlier = [fact for each in rows[:place] for fact in each]
                previous = rows[place - 1] if place and _follows(document, rows[place - 1][0], row[0]) else []
                total = _read(ListedFigures(document, parts, row, earlier, previous, elsewhere, texts))
                if total is not None:
                    yield total
                    break


def _follows(document: Document, one: Fact, other: Fact) -> bool:
    return not document.text[one.sentence.end : other.sentence.start].strip()


def _lists(document: Document, row: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    """The figures of a sentence that it joins to a list, or to some and the rest of them."""
    for place in range(len(row) - 1):
        parts = list_of(document, row[place:])
        if len(parts) > 1 and _of_one_unit(parts) and closed(document, parts[-1]) and not _added(document, parts[-1]):
            yield parts
    for pair in pairwise(row):
        gap = document.text[pair[0].mention.end : pair[1].mention.start]
        if _THE_REST.fullmatch(gap) and _of_one_unit(pair) and closed(document, pair[1]):
            yield pair


def _of_one_unit(facts: Sequence[Fact]) -> bool:
    kinds = {(fact.quantity.kind, fact.quantity.unit, fact.quantity.per) for fact in facts}
    exact = all(fact.quantity.low == fact.quantity.high for fact in facts)
    return exact and len(kinds) == 1 and facts[0].quantity.kind in _ADDED


def _added(document: Document, last: Fact) -> bool:
    """Whether more are told behind the list: "plus five goalkeepers", "three more got out alone"."""
    rest = document.text[last.mention.end : last.sentence.end + _AFTERWARDS].partition("\n")[0]
    return _PLUS.search(rest) is not None


_ADDED: Final = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})


def _read(found: ListedFigures) -> Total | None:
    if len(found.parts) < _LEAST_PARTS and not found.rest:
        return total_of_two(found)
    return total_here(found) or total_before(found)


_PLUS: Final = re.compile(r"\b(?:plus|as well as|along with|besides|in addition|apart from|not counting)\b|\bmore\b")
_AFTERWARDS: Final = 60

"""Which pairs of quantities are weighed: all of one dimension, but in long tables only those of rows alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from discrepancy.align.dimensions import dimension
from discrepancy.align.grouping import Pair
from discrepancy.align.shared_words import telling
from discrepancy.model import Document, Fact
from discrepancy.units.slips import digits_of

MOST: Final = 600
"""Figures of one dimension in a story that are all held against each other: more than the longest news stories have."""
_FEW: Final = 40
"""Figures around which a word is rare enough to tell one row of a long table from the others."""


def find_candidates(documents: Sequence[Document], figures: Sequence[Fact]) -> Iterator[Pair]:
    """The pairs of ``figures`` that may measure one thing, by their places, low before high, each once.

    Beyond :data:`MOST` figures of one dimension the work would grow with their square. Such texts are tables, where two
    figures of one measure share the name of their row or are made of the same digits: only pairs that share one of
    those, and share it with few others, are weighed, and the work grows with the length of the table.
    """
    texts = {document.id: document.text for document in documents}
    by_dimension: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(figures):
        by_dimension[dimension(fact)].append(i)
    for members in by_dimension.values():
        if len(members) <= MOST:
            yield from combinations(members, 2)
        else:
            yield from _of_rows_alike({i: _marks(texts[figures[i].mention.document], figures[i]) for i in members})


def _marks(text: str, fact: Fact) -> Iterable[str]:
    """What may tell a figure's row: the telling words of its sentence, and its own digits."""
    digits = "".join(sorted(digits_of(fact.quantity)))
    return (*telling(text[fact.sentence.start : fact.sentence.end]), digits)


def _of_rows_alike(marks: Mapping[int, Iterable[str]]) -> list[Pair]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, found in marks.items():
        for mark in found:
            holders[mark].append(i)
    return sorted({pair for few in holders.values() if len(few) <= _FEW for pair in combinations(few, 2)})

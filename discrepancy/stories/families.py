"""Wire families: versions that share most of their words in a row are one voice, however many outlets print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from discrepancy.model import BlockRole, Document
from discrepancy.text.likeness import mask

__all__ = ["find_families"]

_ROW = 5
"""Words in a row that are looked for in the other text: shorter rows are common phrases."""
_MOST = 0.5
"""The share of the shorter text's rows that the other must have: most of its sentences, however they are ordered."""
_LEAST = 20
"""Rows that a text must have to be judged: a headline alone is alike by chance."""
_TOLD = frozenset({BlockRole.BODY, BlockRole.SUMMARY})


def find_families(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each family of two or more, in the documents' order.

    Figures are masked: a copy with a corrected figure is of the family. A copy of a copy is too.

    Source:
        A. Z. Broder, "On the resemblance and containment of documents", 1997: containment of shingles.
    """
    rows = [_rows(document) for document in documents]
    home = list(range(len(documents)))
    for i, j in combinations(range(len(documents)), 2):
        if home[i] != home[j] and _is_copy(rows[i], rows[j]):
            joined = home[j]
            home = [home[i] if each == joined else each for each in home]
    families = ([d.id for d, at in zip(documents, home, strict=True) if at == first] for first in dict.fromkeys(home))
    return tuple(tuple(members) for members in families if len(members) > 1)


def _rows(document: Document) -> frozenset[tuple[str, ...]]:
    """Every row of words of the body: a row never runs from one block into the next."""
    found: set[tuple[str, ...]] = set()
    for block in document.blocks:
        if block.role in _TOLD:
            words = mask(document.text[block.start : block.end]).split()
            found.update(zip(*(words[n:] for n in range(_ROW)), strict=False))
    return frozenset(found)


def _is_copy(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _LEAST and len(one & other) >= _MOST * shorter

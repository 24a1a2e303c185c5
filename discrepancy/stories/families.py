"""Wire families: versions that share most of their words in a row are one voice, however many outlets print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from discrepancy.model import BlockRole, Document
from discrepancy.stories.homes import Homes
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

    Figures are masked: a copy with a corrected figure is of the family. A copy of a copy is too. Documents that state
    their family are joined by what they say, and those that state two are never joined, through a third one either.

    Source:
        A. Z. Broder, "On the resemblance and containment of documents", 1997: containment of shingles.
    """
    homes = Homes([document.family for document in documents])
    rows = [_rows(document) for document in documents]
    pairs: Iterable[tuple[int, int]] = combinations(range(len(documents)), 2)
    if homes.several:  # the likest first: whose copy a text is must not hang on the order of the documents
        shares = {pair: _share(*(rows[n] for n in pair)) for pair in pairs if homes.may_join(*pair)}
        pairs = sorted((pair for pair in shares if shares[pair] >= _MOST), key=lambda pair: (-shares[pair], pair))
    for i, j in pairs:
        if homes.may_join(i, j) and _share(rows[i], rows[j]) >= _MOST:
            homes.join(i, j)
    families = (tuple(documents[n].id for n in members) for members in homes.members())
    return tuple(members for members in families if len(members) > 1)


def _rows(document: Document) -> frozenset[tuple[str, ...]]:
    """Every row of words of the body: a row never runs from one block into the next."""
    found: set[tuple[str, ...]] = set()
    for block in document.blocks:
        if block.role in _TOLD:
            words = mask(document.text[block.start : block.end]).split()
            found.update(zip(*(words[n:] for n in range(_ROW)), strict=False))
    return frozenset(found)


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of the shorter text's rows that the other has; 0 where it is too short to be judged."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _LEAST else 0.0

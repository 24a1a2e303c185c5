"""Chains: the versions of one source, each an update of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key

from discrepancy.documents import came_before
from discrepancy.model import Document
from discrepancy.text.characters import fold

__all__ = ["find_chains"]


def find_chains(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each source that has two or more, in the order of their publication.

    A version whose place can not be told (no date, or the hour of another) is in no chain. A document that does not
    say who published it is its own source.
    """
    by_source: dict[str, list[Document]] = {}
    for document in documents:
        if document.dated is not None and document.source.strip():
            by_source.setdefault(fold(document.source).strip(), []).append(document)
    chains = [_ordered(members) for members in by_source.values() if len(members) > 1]
    return tuple(tuple(document.id for document in chain) for chain in chains if len(chain) > 1)


def _ordered(members: Sequence[Document]) -> list[Document]:
    """The members that have a place among all the others, first to last."""
    placed = [one for one in members if all(one is two or came_before(one, two) is not None for two in members)]
    return sorted(placed, key=cmp_to_key(_order))


def _order(one: Document, other: Document) -> int:
    before = came_before(one, other)
    return 0 if before is None else -1 if before else 1

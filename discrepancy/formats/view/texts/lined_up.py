"""The sentences of all versions, with a number for what each tells: the same where another version tells it too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.formats.view.index import Index
from discrepancy.formats.view.texts.likeness import Compared, tell_the_same
from discrepancy.formats.view.texts.sentences import sentence_starts
from discrepancy.model import Block, BlockRole, Document, Fact, FactKind, FactRole

__all__ = ["Told", "line_up"]

ONCE = (BlockRole.HEADLINE, BlockRole.DATELINE)
"""What every text has once, at its head: these stand side by side whatever they say."""
_GIVEN = frozenset({FactKind.QUANTITY, FactKind.DATE, FactKind.QUOTATION, FactKind.CLAIM})
"""What a sentence tells; names and places stand in many that tell other things."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: ``[start, end)`` in its document's text, with the white space behind it; the number of what it tells.

    The number is 0 where no other version tells it, and in furniture, whose blocks are each one sentence.
    """

    block: Block
    start: int
    end: int
    number: int = 0


def line_up(index: Index) -> dict[str, list[Told]]:
    """Each document's sentences in order, by its id."""
    cut = {document.id: list(_cut(document)) for document in index.data.documents}
    compared = [list(_compared(index, document, cut[document.id])) for document in index.data.documents]
    found: dict[str, list[Told]] = {}
    for (name, told), numbers in zip(cut.items(), tell_the_same(compared), strict=True):
        found[name] = [
            Told(each.block, each.start, each.end, number) for each, number in zip(told, numbers, strict=True)
        ]
    return found


def _cut(document: Document) -> Iterator[Told]:
    for block in document.blocks or (Block(BlockRole.BODY, 0, len(document.text)),):
        if block.role is BlockRole.FURNITURE:
            yield Told(block, block.start, block.end)
        else:
            starts = sentence_starts(document.text, block.start, block.end)
            yield from (Told(block, start, end) for start, end in pairwise([*starts, block.end]))


def _compared(index: Index, document: Document, told: list[Told]) -> Iterator[Compared]:
    facts = sorted(index.by_document.get(document.id, ()), key=lambda fact: (fact.mention.start, fact.mention.end))
    starts = [fact.mention.start for fact in facts]
    left = list(ONCE)
    for each in told:
        inside = facts[bisect_left(starts, each.start) : bisect_left(starts, each.end)]
        if each.block.role is BlockRole.FURNITURE:
            yield Compared("")
        elif each.block.role in left:
            left.remove(each.block.role)
            yield Compared("", part=each.block.role.value)
        else:
            yield Compared(_without_names(document.text, each, inside), _given(index, inside))


def _without_names(text: str, told: Told, facts: list[Fact]) -> str:
    """A sentence's words without the names of people: two that name one person tell other things of that person."""
    kept, at = [], told.start
    for fact in facts:
        if fact.kind is FactKind.PERSON and fact.mention.start >= at:
            kept.append(text[at : fact.mention.start])
            at = fact.mention.end
    kept.append(text[at : told.end])
    return " ".join(kept)


def _given(index: Index, facts: list[Fact]) -> frozenset[str]:
    """The groups of what a sentence gives; not ages, which tell a person from another in any sentence."""
    told = (fact for fact in facts if fact.kind in _GIVEN and fact.role is not FactRole.AGE)
    return frozenset(index.home[fact.id].id for fact in told if fact.id in index.home)

"""The versions' texts, block by block, with the places marked that rows and findings speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from discrepancy.formats.view.index import Index, anchor, state_of
from discrepancy.formats.view.parts import Paragraph, Row, Run, State, Text, TextPart, Version
from discrepancy.model import Block, BlockRole, Document, Mention

__all__ = ["build_texts"]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    state: State
    link: str

    @property
    def weight(self) -> tuple[int, int]:
        """What matters most first, then what is shortest."""
        return self.state.order, self.end - self.start


def build_texts(index: Index, versions: tuple[Version, ...], rows: tuple[Row, ...]) -> tuple[Text, ...]:
    """Every document's text; every mention that a row or a card shows starts a marked run with its anchor."""
    marks = _marks(index, {row.anchor: row.state for row in rows})
    pairs = zip(index.data.documents, versions, strict=True)
    return tuple(Text(version, tuple(_parts(document, version, marks[document.id]))) for document, version in pairs)


def _marks(index: Index, rows: dict[str, State]) -> dict[str, list[_Mark]]:
    marks: dict[str, list[_Mark]] = {document.id: [] for document in index.data.documents}

    def put(mention: Mention, state: State, link: str) -> None:
        marks[mention.document].append(_Mark(mention.start, mention.end, state, link))

    for finding in index.data.findings:
        for value in finding.values:
            for mention in value.mentions:
                put(mention, state_of(finding), anchor("f", finding.id))
    for group in index.data.groups:
        if (row := anchor("g", group.id)) in rows:
            for fact in group.facts:
                put(index.facts[fact].mention, State.AGREES, row)
    return marks


def _parts(document: Document, version: Version, marks: list[_Mark]) -> Iterator[TextPart]:
    blocks = document.blocks or (Block(BlockRole.BODY, 0, len(document.text)),)
    marks = sorted(marks, key=lambda mark: mark.start)
    starts, longest = [mark.start for mark in marks], max((mark.end - mark.start for mark in marks), default=0)
    for furniture, run in groupby(blocks, key=lambda block: block.role is BlockRole.FURNITURE):
        paragraphs = []
        for block in run:
            near = marks[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
            runs = tuple(_runs(document.text, version, block, near))
            paragraphs.append(Paragraph(block.role, runs))
        yield TextPart(furniture, tuple(paragraphs))


def _runs(text: str, version: Version, block: Block, marks: list[_Mark]) -> Iterator[Run]:
    """A block cut wherever a mark starts or ends; a run under several marks takes the one that matters most."""
    edges = {block.start, block.end}
    for mark in marks:
        edges |= {edge for edge in (mark.start, mark.end) if block.start < edge < block.end}
    over: list[_Mark] = []
    coming = deque(marks)
    for start, end in pairwise(sorted(edges)):
        while coming and coming[0].start <= start:
            over.append(coming.popleft())
        over = [mark for mark in over if mark.end > start]
        best = min(over, key=lambda mark: mark.weight, default=None)
        if best:
            yield Run(text[start:end], best.state, f"t{version.number}-{start}", best.link)
        else:
            yield Run(text[start:end])

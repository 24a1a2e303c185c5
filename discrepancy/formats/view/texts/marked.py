"""The versions' texts, block by block, with the places marked that rows and findings speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from discrepancy.formats.view.index import Index, card_anchor, group_anchor, spot, state_of
from discrepancy.formats.view.parts import Paragraph, Row, Run, Sentence, State, Text, TextPart, Version
from discrepancy.formats.view.texts.lined_up import Told, line_up
from discrepancy.model import BlockRole, Document, Mention

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
    told = line_up(index)
    pairs = zip(index.data.documents, versions, strict=True)
    return tuple(
        Text(version, tuple(_parts(document, version, marks[document.id], told[document.id])))
        for document, version in pairs
    )


def _marks(index: Index, rows: dict[str, State]) -> dict[str, list[_Mark]]:
    marks: dict[str, list[_Mark]] = {document.id: [] for document in index.data.documents}

    def put(mention: Mention, state: State, link: str) -> None:
        marks[mention.document].append(_Mark(mention.start, mention.end, state, link))

    for finding in index.data.findings:
        for value in finding.values:
            for mention in value.mentions:
                put(mention, state_of(finding), card_anchor(finding.id))
    for group in index.data.groups:
        if (row := group_anchor(group.id)) in rows:
            for fact in group.facts:
                put(index.facts[fact].mention, State.AGREES, row)
    return marks


def _parts(document: Document, version: Version, marks: list[_Mark], told: Iterable[Told]) -> Iterator[TextPart]:
    marks = sorted(marks, key=lambda mark: mark.start)
    starts, longest = [mark.start for mark in marks], max((mark.end - mark.start for mark in marks), default=0)
    for furniture, run in groupby(told, key=lambda each: each.block.role is BlockRole.FURNITURE):
        paragraphs = []
        for block, sentences in groupby(run, key=lambda each: each.block):
            near = marks[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
            runs = _Runs(document.text, version.number, near)
            made = (Sentence(tuple(runs.of(each.start, each.end)), each.number) for each in sentences)
            paragraphs.append(Paragraph(block.role, tuple(made)))
        yield TextPart(furniture, tuple(paragraphs))


class _Runs:
    """A block's text cut wherever a mark starts or ends; a run under several marks takes the one that matters most."""

    def __init__(self, text: str, version: int, marks: list[_Mark]) -> None:
        self._text, self._version = text, version
        self._coming = deque(marks)
        self._over: list[_Mark] = []
        self._edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})

    def of(self, start: int, end: int) -> Iterator[Run]:
        """The runs of ``text[start:end]``; asked for in order."""
        inside = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        for first, last in pairwise([start, *inside, end]):
            while self._coming and self._coming[0].start <= first:
                self._over.append(self._coming.popleft())
            self._over = [mark for mark in self._over if mark.end > first]
            best = min(self._over, key=lambda mark: mark.weight, default=None)
            words = self._text[first:last]
            if best:
                yield Run(words, best.state, spot(self._version, first), best.link, begins=best.start == first)
            else:
                yield Run(words)

"""The stories that are open, and what is kept of their documents to know another of theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.likeness import Rows, Turned, pairs

__all__ = ["MEMBERS", "Open", "Shelf"]

MEMBERS = 8
"""Documents of a story that others are held against: a story is known by a few, however many print it."""
_ANEW = 4
"""The shelf is laid anew once what came since is a fourth of it."""


@dataclass(slots=True, eq=False)
class Open:
    """A story that may still grow.

    Attributes:
        stated: the name that its documents give it; empty where they give none.
        first: the day of its first document; None while none has one.
        last: the day of its last one.
        told: its documents: day, digest and id of each, which order them.
        members: how many of them stand on the shelf.
        level: how alike those of its parts are that are least alike; 0 while it is one document.
        figures: the columns of the rare figures of the documents that it was made of.
        days: those of the days that they tell of.
        into: the story that it was found to be a part of.
        gone: whether it was handed out.
    """

    stated: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    told: list[tuple[dt.date, str, str]] = field(default_factory=list)
    members: int = 0
    level: float = 0.0
    figures: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    into: Open | None = None
    gone: bool = False

    def add(self, sketch: Sketch) -> None:
        """Let it have one more document."""
        self.told.append((sketch.day or dt.date.max, sketch.key, sketch.id))
        self._reach(sketch.day, sketch.day)
        self.stated = self.stated or sketch.story

    def take_in(self, other: Open) -> None:
        """Let it have all of another, which is then no story of its own."""
        self.told += other.told
        self.members += other.members
        self.stated = self.stated or other.stated
        self._reach(other.first, other.last)
        self.figures |= other.figures
        self.days |= other.days
        other.into, other.told = self, []

    def whole(self) -> Open:
        """The story that it is now a part of, itself where it is none of another."""
        found = self
        while found.into is not None:
            found = found.into
        return found

    def _reach(self, first: dt.date | None, last: dt.date | None) -> None:
        if first is not None and last is not None:
            self.first = min(self.first or first, first)
            self.last = max(self.last or last, last)


@dataclass(slots=True)
class _Board:
    """Documents as rows, the same the other way round once others are held against them, and whose each is."""

    rows: Rows
    owners: list[Open]
    _turned: Turned | None = None

    @property
    def across(self) -> Turned:
        self._turned = self._turned or Turned(self.rows)
        return self._turned


class Shelf:
    """Documents of open stories, to hold others against."""

    def __init__(self) -> None:
        self._boards: list[_Board] = []

    def put(self, rows: Rows, owners: Sequence[Open]) -> None:
        """Place documents there, a row each, each with its story."""
        if not owners:
            return
        self._boards.append(_Board(rows, list(owners)))
        for owner in owners:
            owner.members += 1
        fresh = sum(len(board.owners) for board in self._boards[1:])
        if fresh * _ANEW > len(self._boards[0].owners):
            self._lay_anew()

    def alike(self, rows: Rows, least: float) -> Iterator[tuple[int, Open, float]]:
        """How alike each row is to each document there, where that is ``least`` or more and its story is open."""
        for board in self._boards:
            found = (each.tolist() for each in pairs(rows, board.across, least))
            for row, column, likeness in zip(*found, strict=True):
                owner = board.owners[column].whole()
                if not owner.gone:
                    yield row, owner, likeness

    def _lay_anew(self) -> None:
        owners = [owner.whole() for board in self._boards for owner in board.owners]
        kept = [n for n, owner in enumerate(owners) if not owner.gone]
        if not kept:
            self._boards = []
            return
        rows = Rows.stacked([board.rows for board in self._boards]).take(kept)
        self._boards = [_Board(rows, [owners[n] for n in kept])]

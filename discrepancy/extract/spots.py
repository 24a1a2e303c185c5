"""Things by where they stand in a text: what holds a character is found without a look at everything else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Spots(Generic[T]):
    """Things that each stand at a half-open stretch of a text; they may overlap, and come in any order."""

    def __init__(self, placed: Iterable[tuple[int, int, T]]) -> None:
        """Take the things with the start and the end of each."""
        rows = [(start, end, place, thing) for place, (start, end, thing) in enumerate(placed)]
        self._rows = sorted(rows, key=lambda row: row[0])
        self._starts = [row[0] for row in self._rows]
        self._reach = list(accumulate((row[1] for row in self._rows), max))
        """For each row the furthest end of it and of all before it: none of them reaches beyond."""

    def over(self, start: int, end: int) -> list[T]:
        """The things that share a character with ``[start, end)``, in the order in which they were given."""
        at = bisect_left(self._starts, end)
        if not at or self._reach[at - 1] <= start:
            return []
        found: list[tuple[int, T]] = []
        while at and self._reach[at - 1] > start:
            at -= 1
            row = self._rows[at]
            if row[1] > start:
                found.append((row[2], row[3]))
        if len(found) > 1:
            found.sort(key=lambda each: each[0])
        return [thing for _, thing in found]

    def at(self, offset: int) -> list[T]:
        """The things that hold the character at ``offset``, in the order in which they were given."""
        return self.over(offset, offset + 1)

    def begun(self, start: int, end: int) -> list[T]:
        """The things that begin inside ``[start, end)``, in the order of the text."""
        return [row[3] for row in self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]]

    def following(self, offset: int) -> Iterator[T]:
        """The things that begin at ``offset`` or behind it, in the order of the text."""
        at = bisect_left(self._starts, offset)
        while at < len(self._rows):
            yield self._rows[at][3]
            at += 1

    def before(self, offset: int) -> Iterator[T]:
        """The things that begin before ``offset``, the last one first."""
        at = bisect_left(self._starts, offset)
        while at:
            at -= 1
            yield self._rows[at][3]

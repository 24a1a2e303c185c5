"""Between the stages: the sketches of all parts in the order of their days, and the stories that they tell in buckets.

Memory is bounded by the busiest days: of each chunk only the first and last day are kept, and its sketches are read
day by day, when their turn comes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from discrepancy.scale.done import Chunk
from discrepancy.scale.job import Bucket, Job, Member, StoryOf, is_border
from discrepancy.scale.packs import Packs
from discrepancy.stories.grouping import Sketch, group

__all__ = ["Sketches", "buckets"]

_SLICE = 2_048
"""Sketches that are read at a time, unless one day has more: some megabytes."""


@dataclass(frozen=True, slots=True)
class _Held:
    sketches: str
    first: str
    last: str


@dataclass(slots=True)
class Sketches:
    """Where the sketches of a run are, and how many there are of each day."""

    packs: Packs
    held: list[_Held] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)

    def add(self, chunks: Iterable[Chunk]) -> None:
        """Note the sketches of a part."""
        for chunk in chunks:
            if chunk.days:
                self.held.append(_Held(chunk.sketches, chunk.days[0][0], chunk.days[-1][0]))
                self.days.update(dict(chunk.days))

    def in_order(self) -> Iterator[tuple[Sketch, Member]]:
        """All of them by day and id, those of no day last. The parts that they come from change nothing."""
        self.held.sort(key=lambda each: each.sketches)
        for first, last in self._slices():
            found = [
                (slot, sketch, Member(*told))
                for held in self.held
                if held.first <= last and held.last >= first
                for slot, sketch, told in self._between(held, first, last)
            ]
            found.sort(key=lambda each: (each[0], each[1].id))
            for _, sketch, member in found:
                yield sketch, member

    def _slices(self) -> Iterator[tuple[str, str]]:
        """The days in runs that hold enough to be read together."""
        first, last, count = "", "", 0
        for day in sorted(self.days):
            if count and count + self.days[day] > _SLICE:
                yield first, last
                count = 0
            first = day if not count else first
            last, count = day, count + self.days[day]
        if count:
            yield first, last

    def _between(self, held: _Held, first: str, last: str) -> Iterator[tuple[str, Sketch, tuple[Any, ...]]]:
        (days,) = self.packs.read(held.sketches, 0, 1)
        start, end = bisect_left(days, first), bisect_right(days, last)
        if start < end:
            for day, found in zip(days[start:end], self.packs.read(held.sketches, start + 1, end + 1), strict=True):
                yield from ((day, sketch, member) for sketch, member in found)


def buckets(sketches: Sketches, job: Job, known: Mapping[str, str] | None = None) -> Iterator[Bucket]:
    """The stories that the documents tell, some at a time, as soon as no later document can be of them."""
    waiting: dict[str, Member] = {}
    held: list[StoryOf] = []
    count = 0
    for told in group(_noting(sketches, waiting), window=job.window, known=known):
        members = tuple(waiting.pop(each) for each in told.documents)
        if held and (count + len(members) > job.part_size or is_border(held[-1].id, count, job.part_size)):
            yield Bucket(tuple(held))
            held, count = [], 0
        held.append(StoryOf(told.story, members, told.formerly))
        count += len(members)
    if held:
        yield Bucket(tuple(held))


def _noting(sketches: Sketches, waiting: dict[str, Member]) -> Iterator[Sketch]:
    for sketch, member in sketches.in_order():
        waiting[sketch.id] = member
        yield sketch

"""The articles that stand: how rare their words are, and which stories a new one may belong to."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, islice, pairwise

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.shelf import MEMBERS
from discrepancy.stories.grouping.vectors import Marks, Often

__all__ = ["Standing", "StandingStory"]

_NEAR = 16
"""Stories that a new article is held against: those that share the most rare words with it."""
_LOOKED_AT = _NEAR * MEMBERS
"""Documents that are looked at to find them, as all of a story may be among the likest."""
_PARTS = 64
"""What a story counts for is dealt to its documents in so many parts: sums of halves of halves are never rounded,
so that taking a story out leaves what there would be if it had never been in."""
_AT_ONCE = 256


@dataclass(slots=True, eq=False)
class StandingStory:
    """A story with the documents that tell it.

    Attributes:
        order: when it began, beside the others: the number of its first document.
        members: number and sketch of each document, the one that was placed first first.
        stated: the name that its documents give it; empty where they give none.
        first, last: the days of its first and last document; None while none has one.
        shown: the first of its documents, by which it is known, and the place of each.
    """

    id: str
    order: int
    members: dict[str, tuple[int, Sketch]] = field(default_factory=dict)
    stated: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    shown: list[tuple[Sketch, int]] = field(default_factory=list)

    def gather(self) -> None:
        """Tell anew, of its documents, in which order they came, and the rest that follows from them."""
        self.members = dict(sorted(self.members.items(), key=lambda each: each[1][0]))
        sketches = [sketch for _, sketch in self.members.values()]
        days = [sketch.day for sketch in sketches if sketch.day]
        self.first, self.last = min(days, default=None), max(days, default=None)
        self.stated = next((sketch.story for sketch in sketches if sketch.story), "")

    def foremost(self) -> list[Sketch]:
        """The documents that it is to be known by: the first ones, so that it does not drift."""
        return [sketch for _, sketch in islice(self.members.values(), MEMBERS)]


class Standing:
    """Stories that stand, known by their first few documents each.

    What is rare is counted in stories: a name that five documents of one story have is no more common for it. All that
    it holds follows from the stories that stand, not from how they came and went.

    Attributes:
        often: how often each column of their words stands in them.
    """

    def __init__(self) -> None:
        self.often = Often()
        self._owners: list[StandingStory] = []
        self._stands = bytearray()
        self._empty = 0
        self._index: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))

    def show(self, stories: Iterable[StandingStory]) -> None:
        """Take note of what stories have now, whether they are new here or not; of one without documents, nothing."""
        fresh: list[StandingStory] = []
        size = 0
        for story in stories:
            fresh.append(story)
            size += min(len(story.members), MEMBERS) + len(story.shown)
            if size >= _AT_ONCE:
                self._show(fresh)
                fresh, size = [], 0
        self._show(fresh)
        if self._empty * 2 > len(self._owners):
            self._lay_anew()

    def near(self, sketch: Sketch) -> list[StandingStory]:
        """The stories that share the most rare words, figures and rows of words with a document, the oldest first."""
        import numpy as np

        own = Marks([sketch])
        told = own.likeness(self.often).marks
        weights = dict(zip(own.columns.take(told.indices).tolist(), (told.data**2).tolist(), strict=True))
        met = [
            (np.frombuffer(self._index[column], np.uint32), weight)
            for column, weight in weights.items()
            if column in self._index
        ]
        if not met:
            return []
        places = np.concatenate([each for each, _ in met])
        shared = np.repeat([weight for _, weight in met], [len(each) for each, _ in met])
        scores = np.bincount(places, shared, len(self._owners)) * np.frombuffer(self._stands, np.uint8)
        least = np.partition(scores, -_LOOKED_AT)[-_LOOKED_AT] if len(scores) > _LOOKED_AT else 0.0
        found: dict[StandingStory, float] = {}
        for place in np.flatnonzero((scores >= least) & (scores > 0)).tolist():
            owner = self._owners[place]
            found[owner] = max(float(scores[place]), found.get(owner, 0.0))
        nearest = sorted(found, key=lambda story: (-found[story], story.order))[:_NEAR]
        return sorted(nearest, key=lambda story: story.order)

    def _show(self, stories: Sequence[StandingStory]) -> None:
        before = [[sketch for sketch, _ in story.shown] for story in stories]
        after = [story.foremost() for story in stories]
        self._count(before, -1)
        self._count(after, 1)
        fresh: list[tuple[StandingStory, Sketch]] = []
        for story, sketches in zip(stories, after, strict=True):
            stays = defaultdict[int, list[int]](list)
            for sketch, place in story.shown:
                stays[id(sketch)].append(place)
            story.shown = []
            for sketch in sketches:
                if stays[id(sketch)]:
                    place = stays[id(sketch)].pop()
                else:
                    place = len(self._owners) + len(fresh)
                    fresh.append((story, sketch))
                story.shown.append((sketch, place))
            for place in chain.from_iterable(stays.values()):
                self._stands[place] = 0
                self._empty += 1
        self._enter(fresh)

    def _enter(self, fresh: Sequence[tuple[StandingStory, Sketch]]) -> None:
        """Give documents the next places, each of which its columns lead to."""
        first, index = len(self._owners), self._index
        self._owners += [story for story, _ in fresh]
        self._stands += bytes([1]) * len(fresh)
        marks = Marks([sketch for _, sketch in fresh])
        columns = marks.columns.take(marks.places).tolist()
        for place, (begin, end) in enumerate(pairwise(marks.borders.tolist()), first):
            for column in columns[begin:end]:
                index[column].append(place)

    def _count(self, several: Sequence[Sequence[Sketch]], sign: int) -> None:
        """Count the documents of stories, as much for each story however many it has; or do so no longer."""
        stories = [sketches for sketches in several if sketches]
        if not stories:
            return
        shares = [sign * round(_PARTS / len(sketches)) / _PARTS for sketches in stories for _ in sketches]
        marks = Marks([sketch for sketches in stories for sketch in sketches])
        self.often.stand(marks, shares, sign * len(stories))

    def _lay_anew(self) -> None:
        """Lead to the documents that stand and to no others, where most places are empty by now."""
        stories = list(dict.fromkeys(compress(self._owners, self._stands)))
        self._owners, self._stands, self._empty = [], bytearray(), 0
        self._index.clear()
        for start in range(0, len(stories), _AT_ONCE):
            several = stories[start : start + _AT_ONCE]
            fresh = [(story, sketch) for story in several for sketch, _ in story.shown]
            for story in several:
                story.shown = []
            for place, (story, sketch) in enumerate(fresh, len(self._owners)):
                story.shown.append((sketch, place))
            self._enter(fresh)

"""Where each document belongs: with a story that is open, with others that came when it did, or by itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.joining import join
from discrepancy.stories.grouping.merging import LEAST, Merging
from discrepancy.stories.grouping.shelf import MEMBERS, Open, Shelf
from discrepancy.stories.grouping.vectors import Marks, Often, pairs

__all__ = ["Placing"]

_CHANCE = 0.2
"""Likeness that is no more than chance; it counts as none."""


class Placing:
    """Places documents as they come, in the order of their days.

    Args:
        window: how far apart the days of a story's documents may be.
    """

    def __init__(self, window: dt.timedelta) -> None:
        self._window = window
        self._often = Often()
        self._shelf = Shelf()
        self._open: list[Open] = []
        self._of_texts: dict[str, Open] = {}
        self._named: dict[str, Open] = {}

    def hear(self, sketches: Sequence[Sketch]) -> None:
        """Take note of the words of documents that are to be placed later: what is rare, and what is not."""
        self._often.hear(Marks(list({each.key: each for each in sketches}.values())))

    def place(self, sketches: Sequence[Sketch]) -> None:
        """Find the story of each of some documents, which are looked at together."""
        fresh = [each for each in sketches if not self._is_there(each)]
        if fresh:
            self._place(fresh)

    def close(self, day: dt.date | None) -> list[Open]:
        """Take out the stories that no document of ``day`` or later can belong to; all of them if it is None."""
        every = dict.fromkeys(story.whole() for story in self._open)
        past = {story for story in every if day is None or self._is_past(story, day)}
        self._open = [story for story in every if story not in past]
        self._of_texts = {key: story for key, story in self._of_texts.items() if story.whole() not in past}
        return sorted(past, key=lambda story: min(story.told))

    def _is_past(self, story: Open, day: dt.date) -> bool:
        return not story.stated and story.first is not None and day - story.first > self._window

    def _is_there(self, sketch: Sketch) -> bool:
        """Whether the same words are there already: then the document belongs where they do."""
        found = self._of_texts.get(sketch.key)
        if found is None:
            return False
        story = found.whole()
        if sketch.story not in {"", story.stated} or not _is_near(story, sketch, self._window):
            return False
        story.add(sketch)
        return True

    def _place(self, fresh: Sequence[Sketch]) -> None:
        """Find the stories of documents that came together."""
        table = _Table()
        units: dict[tuple[str, str, dt.date | None], int] = {}
        chosen = []
        for each in fresh:
            what = (each.story, each.key, each.day)
            if what not in units:
                units[what] = table.place(self._home(each), more=1)
                chosen.append(each)
            table.stories[units[what]].add(each)
        homes = list(units.values())
        marks = Marks(chosen)
        rows = marks.matrix(self._often)
        alike = [(homes[one], homes[other], likeness) for one, other, likeness in _among(rows)]
        alike += [
            (homes[row], table.place(story), likeness) for row, story, likeness in self._shelf.alike(rows, _CHANCE)
        ]
        merging = Merging(table.stories, self._window)
        joined = join(table.sizes, alike, LEAST, merging.joins)
        old = [story.members > 0 for story in table.stories]
        for place, home in enumerate(joined):
            if home != place:
                old[home] |= old[place]
                table.stories[home].take_in(table.stories[place])
                table.stories[home].level = merging.levels[home]
        ended = [joined[home] for home in homes]
        self._open += {home: table.stories[home] for home in ended}.values()
        self._count(marks, ended, old)
        for each, home in zip(chosen, ended, strict=True):
            self._of_texts[each.key] = table.stories[home]
        self._shelve(rows, [table.stories[home] for home in ended])

    def _home(self, unit: Sketch) -> Open:
        """The story that a document starts with: the one that it names, else one of its own."""
        if not unit.story:
            return Open()
        return self._named.setdefault(unit.story, Open(unit.story)).whole()

    def _count(self, marks: Marks, ended: Sequence[int], old: Sequence[bool]) -> None:
        """Count the words of the stories that are new, as much for each story however many documents it has."""
        many = Counter(ended)
        shares = [0.0 if old[home] else 1 / many[home] for home in ended]
        self._often.tell(marks, shares, sum(not old[home] for home in many))

    def _shelve(self, rows: Any, owners: Sequence[Open]) -> None:  # noqa: ANN401 - scipy ships no types
        kept, many = [], Counter[int]()
        for place, owner in enumerate(owners):
            many[id(owner)] += 1
            if owner.members + many[id(owner)] <= MEMBERS:
                kept.append(place)
        if kept:
            self._shelf.put(rows[kept], [owners[place] for place in kept])


class _Table:
    """The stories that are looked at together, each with how many of its documents are."""

    def __init__(self) -> None:
        self.stories: list[Open] = []
        self.sizes: list[int] = []
        self._places: dict[int, int] = {}

    def place(self, story: Open, more: int = 0) -> int:
        """The place of a story, and so many documents more than it has on the shelf."""
        place = self._places.get(id(story))
        if place is None:
            place = self._places[id(story)] = len(self.stories)
            self.stories.append(story)
            self.sizes.append(story.members)
        self.sizes[place] += more
        return place


def _among(rows: Any) -> Iterator[tuple[int, int, float]]:  # noqa: ANN401 - scipy ships no types
    """How alike each two rows are, where that is more than chance."""
    return ((one, other, likeness) for one, other, likeness in pairs(rows, rows.T.tocsr(), _CHANCE) if one < other)


def _is_near(story: Open, sketch: Sketch, window: dt.timedelta) -> bool:
    return sketch.day is None or story.first is None or sketch.day - story.first <= window

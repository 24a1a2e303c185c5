"""Where each document belongs: with a story that is open, with others that came when it did, or by itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.joining import join
from discrepancy.stories.grouping.likeness import Rows, among
from discrepancy.stories.grouping.merging import LEAST, Merging
from discrepancy.stories.grouping.shelf import MEMBERS, Open, Shelf
from discrepancy.stories.grouping.vectors import Marks, Often

__all__ = ["Heard", "Placing"]

_CHANCE = 0.2
"""Likeness that is no more than chance; it counts as none."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Documents that are to be placed together.

    Attributes:
        marks: those of each text.
        places: where the marks of each text are, by its digest.
    """

    sketches: tuple[Sketch, ...]
    marks: Marks
    places: Mapping[str, int]


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

    def hear(self, sketches: Sequence[Sketch]) -> Heard:
        """Take note of the words of documents that are to be placed later: what is rare, and what is not."""
        texts = {each.key: each for each in sketches}
        marks = Marks(list(texts.values()))
        self._often.hear(marks)
        return Heard(tuple(sketches), marks, {key: place for place, key in enumerate(texts)})

    def place(self, heard: Heard) -> None:
        """Find the story of each of some documents, which are looked at together."""
        fresh = [each for each in heard.sketches if not self._is_there(each)]
        if fresh:
            self._place(fresh, heard)

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

    def _place(self, fresh: Sequence[Sketch], heard: Heard) -> None:
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
        figures, days = heard.marks.figures(), heard.marks.days()
        places = [heard.places[each.key] for each in chosen]
        rows = heard.marks.likeness(self._often).take(places)
        for home, place in zip(homes, places, strict=True):
            story = table.stories[home]
            story.figures, story.days = story.figures or figures[place], story.days or days[place]
        alike = [(homes[one], homes[other], likeness) for one, other, likeness in among(rows, _CHANCE)]
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
        self._count(heard, places, ended, old)
        for each, home in zip(chosen, ended, strict=True):
            self._of_texts[each.key] = table.stories[home]
        self._shelve(rows, [table.stories[home] for home in ended])

    def _home(self, unit: Sketch) -> Open:
        """The story that a document starts with: the one that it names, else one of its own."""
        if not unit.story:
            return Open()
        return self._named.setdefault(unit.story, Open(unit.story)).whole()

    def _count(self, heard: Heard, places: Sequence[int], ended: Sequence[int], old: Sequence[bool]) -> None:
        """Count the words of the stories that are new, as much for each story however many documents it has."""
        many = Counter(ended)
        shares = [0.0] * len(heard.places)
        for place, home in zip(places, ended, strict=True):
            shares[place] += 0.0 if old[home] else 1 / many[home]
        self._often.tell(heard.marks, shares, sum(not old[home] for home in many))

    def _shelve(self, rows: Rows, owners: Sequence[Open]) -> None:
        kept, many = [], Counter[int]()
        for place, owner in enumerate(owners):
            many[id(owner)] += 1
            if owner.members + many[id(owner)] <= MEMBERS:
                kept.append(place)
        if kept:
            self._shelf.put(rows.take(kept), [owners[place] for place in kept])


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


def _is_near(story: Open, sketch: Sketch, window: dt.timedelta) -> bool:
    return sketch.day is None or story.first is None or sketch.day - story.first <= window

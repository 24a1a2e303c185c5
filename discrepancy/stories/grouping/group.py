"""Stories out of sketches, as they come in the order of their days."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.naming import Names
from discrepancy.stories.grouping.placing import Heard, Placing
from discrepancy.stories.grouping.shelf import Open

__all__ = ["WINDOW", "Told", "group", "in_order"]

WINDOW = dt.timedelta(days=5)
"""How many days after its first document a story is still told: what comes later is another day's news of the topic."""
_AT_ONCE = 512
"""Documents that are looked at together: all of them may be alike, and pairs grow with the square."""
_AHEAD = 4
"""How many times as many are read ahead."""
_HELD = 1_000
"""Documents of stories whose window is past that are still held for those of no day, which come last."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story that was found.

    Attributes:
        story: its id.
        documents: the ids of the documents that tell it, in the order of their days.
        formerly: other ids that an earlier run knew parts of it by.
    """

    story: str
    documents: tuple[str, ...]
    formerly: tuple[str, ...] = ()


def group(
    sketches: Iterable[Sketch], *, window: dt.timedelta = WINDOW, known: Mapping[str, str] | None = None
) -> Iterator[Told]:
    """The stories that documents tell, each document in one: one that nothing else tells is a story by itself.

    A story is handed out once its window is past, so that what is held in memory is what lies within the window; those
    that documents name by themselves, and those of no day, are held to the end. The order of documents of one day
    changes nothing.

    Args:
        sketches: in the order of their days, those of no day last.
        window: how many days apart the first and the last document of a story may be.
        known: of each document of an earlier run, the id of its story: that id stays.

    Raises:
        ValueError: the sketches are not in the order of their days.
    """
    names, placing = Names(known or {}), Placing(window)
    held: list[Open] = []
    for several in _heard(_together(sketches), placing):
        day = several.sketches[0].day
        if day is not None:
            held += placing.close(day)
            yield from (_told(story, names) for story in _let_go(held, _HELD))
        placing.place(several)
    held += placing.close(None)
    yield from (_told(story, names) for story in _let_go(held, 0))


def in_order(sketches: Iterable[Sketch]) -> list[Sketch]:
    """Sketches in the order of their days, those of no day last, as :func:`group` takes them."""
    return sorted(sketches, key=lambda sketch: (_day(sketch), sketch.id))


def _heard(together: Iterable[list[Sketch]], placing: Placing) -> Iterator[Heard]:
    """The same, each once those that come next were heard: by them it is told what is rare."""
    waiting: deque[Heard] = deque()
    for several in together:
        waiting.append(placing.hear(several))
        if len(waiting) > _AHEAD:
            yield waiting.popleft()
    yield from waiting


def _together(sketches: Iterable[Sketch]) -> Iterator[list[Sketch]]:
    """Some sketches after the other, in an order that does not hang on how those of one day were ordered.

    Raises:
        ValueError: they are not in the order of their days.
    """
    ready: list[Sketch] = []
    before = dt.date.min
    for day, several in groupby(sketches, key=_day):
        if day < before:
            raise ValueError(f"A document of {day} came after one of {before}: give sketches in the order of days.")
        before = day
        ready += sorted(several, key=lambda sketch: (not sketch.story, sketch.key, sketch.id))
        while len(ready) >= _AT_ONCE:
            yield ready[:_AT_ONCE]
            del ready[:_AT_ONCE]
    if ready:
        yield ready


def _day(sketch: Sketch) -> dt.date:
    return sketch.day or dt.date.max


def _let_go(held: list[Open], most: int) -> Iterator[Open]:
    """Take out the stories that were closed first, until the documents of the others are ``most`` at most."""
    held[:] = [story for story in held if story.into is None]
    documents = sum(len(story.told) for story in held)
    done = 0
    while documents > most:
        documents -= len(held[done].told)
        done += 1
    leaving, held[:] = held[:done], held[done:]
    for story in leaving:
        story.gone = True
        yield story


def _told(story: Open, names: Names) -> Told:
    ordered = sorted(story.told)
    name, formerly = names.name(story.stated, ordered)
    return Told(name, tuple(each for _, _, each in ordered), formerly)

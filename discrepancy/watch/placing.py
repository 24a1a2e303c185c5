"""Which story an article belongs to, as articles come one by one; and which earlier one it replaces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, pairwise

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.evidence import Evidence
from discrepancy.stories.grouping.joining import join
from discrepancy.stories.grouping.likeness import among
from discrepancy.stories.grouping.merging import LEAST, Merging
from discrepancy.stories.grouping.shelf import Open
from discrepancy.stories.grouping.sketch import ROWS
from discrepancy.stories.grouping.standing import Standing, StandingStory
from discrepancy.stories.grouping.tokens import FIGURE
from discrepancy.stories.grouping.vectors import Marks

__all__ = ["Placed", "Placing", "supersedes"]

Alike = tuple[int, int, float]

_CHANCE = 0.2
"""Likeness that is no more than chance; it counts as none."""
_COMMON = 0.85
"""What the shares of names and of figures that two single articles have in common must add up to, each a share of those
of the one with fewer. Where all of a day's articles are there at once, versions find each other before a stranger comes
between them; here the stranger may come first. Of pairs of tests/clusters four in five have as much, of other events of
the same sort in the same place one in twenty; what two could not tell, a third may show."""
_COMMON_A_DAY = 0.1
"""What each day between them adds."""
_DAYS = 1
"""The days between two that names may join: later on, other words mostly tell another day's news."""
_DIGITS = 6
"""Bytes of a digest that an id shows: among a million stories two share them with one chance in five hundred."""
_KEPT = 0.5
"""The share of its rows of words that an article must find again in the one that replaces it. Ten writethrus keep
.56 or more of what they replace, ten sidebars of the same stories .22 or less (tests/watch/replaced.py)."""
_FROM_BEFORE = 0.25
"""The share of its own rows that what replaces an article must have from it: a longer piece that quotes all of a brief
is another piece."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article belongs.

    Attributes:
        story: the id of its story.
        merged: the ids of other stories that it showed to be the same one: these are known by ``story`` from now on.
    """

    story: str
    merged: tuple[str, ...] = ()


class Placing:
    """Places articles in stories, each by those that were placed before it.

    What it does next follows from the articles that it holds, their stories and the order in which they were placed,
    and from nothing else: made anew of the same it goes on as before.

    Args:
        window: how many days apart the first and the last article of a story may be.
        known: id, latest sketch and story of the articles that were placed, in that order; of each story that may
            still grow, all of them.
    """

    def __init__(self, window: dt.timedelta, known: Iterable[tuple[str, Sketch, str]] = ()) -> None:
        self._window = window
        self._standing = Standing()
        self._stories: dict[str, StandingStory] = {}
        self._of: dict[str, StandingStory] = {}
        self._number = 0
        for article, sketch, story in known:
            self._enter(article, sketch, self._stories.get(story) or self._begin(story))
        for each in self._stories.values():
            each.gather()
        self._standing.show(self._stories.values())

    def place(self, article: str, sketch: Sketch) -> Placed:
        """Find the story of an article that was not placed before; where nothing tells what it tells, a new one.

        Args:
            article: its id.
            sketch: of its first version. Its day should be known: the day it was seen where it does not say.
        """
        known = self._of.get(article)
        if known is not None:
            return Placed(known.id)
        found = self._named(sketch.story) or self._alike(sketch)
        story = found[0] if found else self._begin(sketch.story or _made(article))
        self._enter(article, sketch, story)
        for other in found[1:]:
            story.members |= other.members
            self._of.update(dict.fromkeys(other.members, story))
            other.members = {}
            del self._stories[other.id]
        story.gather()
        self._standing.show([*found[1:], story])
        return Placed(story.id, tuple(other.id for other in found[1:]))

    def update(self, article: str, sketch: Sketch) -> None:
        """Know an article by a later version from now on; it stays where it is."""
        story = self._of.get(article)
        if story is not None and story.members[article][1] != sketch:
            story.members[article] = (story.members[article][0], sketch)
            story.gather()
            self._standing.show([story])

    def forget(self, before: dt.date) -> None:
        """Drop the stories that began before a day: what comes later than the window allows joins none of them.

        Those of no day go with the ones they came with, once nothing stands that began before them.
        """
        gone: list[StandingStory] = []
        dated = False
        for story in sorted(self._stories.values(), key=lambda story: story.order):
            if story.first < before if story.first else not dated:
                gone.append(story)
            dated = dated or (story.first is not None and story.first >= before)
        for story in gone:
            for article in story.members:
                del self._of[article]
            del self._stories[story.id]
            story.members = {}
        self._standing.show(gone)

    def _begin(self, name: str) -> StandingStory:
        """A new story, or where an article states a name that is taken, that one."""
        return self._stories.setdefault(name, StandingStory(name, self._number))

    def _enter(self, article: str, sketch: Sketch, story: StandingStory) -> None:
        story.members[article] = (self._number, sketch)
        self._of[article] = story
        self._number += 1

    def _named(self, stated: str) -> list[StandingStory]:
        """The story that an article names by itself, if it stands."""
        return [story for story in self._stories.values() if stated and story.stated == stated][:1]

    def _alike(self, sketch: Sketch) -> list[StandingStory]:
        """The stories that an article shows to be its own, the oldest first."""
        near = self._standing.near(sketch)
        if not near:
            return []
        joined = _Meeting(sketch, near, self._standing, self._window).joined()
        return [story for story, home in zip(near, joined[1:], strict=True) if home == joined[0]]


class _Meeting:
    """A new article, at place 0, and the stories that it may belong to, after it, held against each other."""

    def __init__(
        self, sketch: Sketch, stories: Sequence[StandingStory], standing: Standing, window: dt.timedelta
    ) -> None:
        several = [[sketch], *(story.foremost() for story in stories)]
        self._sizes = [len(each) for each in several]
        self._whose = [place for place, each in enumerate(several) for _ in each]
        marks = self._marks = Marks([each for sketches in several for each in sketches])
        self._often = standing.often
        self._rows = marks.likeness(standing.often)
        self._likeness = list(among(self._rows, _CHANCE))
        alone = StandingStory("", 0, first=sketch.day, last=sketch.day, stated=sketch.story)
        self._merging = Merging(self._opened([alone, *stories], marks), window)
        self._own = {0}

    def joined(self) -> list[int]:
        """Where each is at home once those are joined that the article is one story with."""
        alike = [(self._whose[one], self._whose[other], each) for one, other, each in self._likeness]
        homes = join(self._sizes, alike, LEAST, self._joins)
        return self._joined_by_names(homes)

    def _joined_by_names(self, homes: Sequence[int]) -> list[int]:
        """The same once those are joined too that tell it in other words, the likest first."""
        homes = list(homes)
        evidence = Evidence(self._marks, self._often, [homes[place] for place in self._whose], len(homes))
        while True:
            own, alike = homes[0], evidence.alike(homes[0])
            alike[[not self._near(own, other) for other in range(len(homes))]] = 0.0
            likest = int(alike.argmax())
            if not alike[likest]:
                return homes
            self._merging.unite(own, likest, float(alike[likest]))
            evidence.join(own, likest)
            homes = [own if home == likest else home for home in homes]

    def _near(self, one: int, other: int) -> bool:
        return self._merging.apart(one, other) <= _DAYS and self._merging.may_be_one(one, other)

    def _joins(self, one: int, other: int, alike: float) -> bool:
        if self._own.isdisjoint((one, other)):
            return False
        single = not self._merging.levels[one] and not self._merging.levels[other]
        if single and self._common(one, other) < _COMMON + _COMMON_A_DAY * self._merging.apart(one, other):
            return False
        if self._merging.joins(one, other, alike):
            self._own |= {one, other}
            return True
        return False

    def _common(self, one: int, other: int) -> float:
        """The shares of names and of figures that two single articles have in common; of few figures, names twice."""
        rows = self._rows
        first, second = self._whose.index(one), self._whose.index(other)
        fewer = min(rows.named[first], rows.named[second])
        if not fewer:
            return float("inf")
        names: float = rows.names[[first]].multiply(rows.names[[second]]).sum() / fewer
        figures = self._merging.shared(one, other)
        return names + (names if figures is None else figures)

    def _opened(self, stories: Sequence[StandingStory], marks: Marks) -> list[Open]:
        """The same as merging takes them."""
        figures, days = marks.figures(), marks.days()
        within: list[list[Alike]] = [[] for _ in stories]
        borders = [0, *accumulate(self._sizes)]
        for one, other, alike in self._likeness:
            home = self._whose[one]
            if home == self._whose[other]:
                within[home].append((one - borders[home], other - borders[home], alike))
        return [
            Open(
                stated=story.stated,
                first=story.first,
                last=story.last,
                level=_level(end - begin, alike),
                figures=frozenset().union(*figures[begin:end]),
                days=frozenset().union(*days[begin:end]),
            )
            for story, alike, (begin, end) in zip(stories, within, pairwise(borders), strict=True)
        ]


def supersedes(sketch: Sketch, others: Sequence[tuple[str, Sketch]]) -> str | None:
    """The id of the article that a new one of the same source and story replaces, as a wire's writethru does.

    What replaces an article keeps the better part of its words, and is in good part made of them. A sidebar takes over
    a few paragraphs at most.

    Args:
        sketch: of the new article.
        others: id and latest sketch of the articles that the same source has in the story.

    Returns:
        Of several the likest one; None where it replaces none.
    """
    best: tuple[float, str] | None = None
    for article, other in others:
        kept, own = _shared_rows(other, sketch)
        if kept >= _KEPT and own >= _FROM_BEFORE and (best is None or kept + own > best[0]):
            best = kept + own, article
    return best[1] if best else None


def _shared_rows(before: Sketch, after: Sketch) -> tuple[float, float]:
    """The share of the rows of words of one that another has, and of the other's that the one has.

    A sketch keeps the rows of the smallest hashes, so that two can be held against each other as far as both reach.
    """
    ones, others = (set(memoryview(sketch.rows).cast("I")) for sketch in (before, after))
    reach = min(max(rows) if len(rows) >= ROWS else FIGURE * 2 for rows in (ones, others)) if ones and others else 0
    ones, others = ({row for row in rows if row <= reach} for rows in (ones, others))
    both = len(ones & others)
    return (both / len(ones), both / len(others)) if both else (0.0, 0.0)


def _level(size: int, alike: Sequence[Alike]) -> float:
    """How alike those parts of a story are that are least alike; 0 for a single article."""
    levels: list[float] = []

    def joins(_one: int, _other: int, alike: float) -> bool:
        levels.append(alike)
        return True

    join([1] * size, alike, 0, joins)
    return min(levels, default=LEAST) if size > 1 else 0.0


def _made(article: str) -> str:
    return f"story-{blake2b(article.encode(), digest_size=_DIGITS).hexdigest()}"

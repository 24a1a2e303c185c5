"""When two are one story: by how alike they are, beside how alike each is in itself, and by their days and names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from discrepancy.stories.grouping.shelf import Open

__all__ = ["LEAST", "Merging"]

LEAST = 0.27
"""The mean likeness that a story's parts must have; versions told by two outlets in their own words come to .3."""
_FIRST = 0.36
"""What two single documents must have: there is nothing yet to measure them by."""
_A_DAY_OF_FIRST = 0.15
_NO_FIGURES = 0.6
"""What two single documents must have besides where they share no figure: it is the event that has figures."""
_NO_FIGURES_OF_STORY = 0.2
"""Likewise of two stories, as a share of their own likeness."""
_ENOUGH = 0.3
"""The share of the figures of the one with fewer that versions have in common."""
_FEW = 5
"""Figures that each must have for these to tell; documents with fewer are short: the days they name tell."""
_A_DAY = 0.03
"""What each day between them adds: another day's news of the topic is the likest stranger."""
_SHARE = 0.45
"""The share of a story's own likeness that what joins it must have. Versions of a story that print much of each other
come to 1.5, and another event of the topic to .5 beside them; where versions are written anew, .5 is what they have."""
_A_DAY_OF_SHARE = 0.07


class Merging:
    """Decides on stories that are looked at together.

    Args:
        stories: those that there are.
        window: how far apart the days of a story's documents may be.

    Attributes:
        levels: of each story, how alike the parts are that were joined last.
    """

    def __init__(self, stories: Sequence[Open], window: dt.timedelta) -> None:
        self.levels = [story.level for story in stories]
        self._stated = [story.stated for story in stories]
        self._figures = [story.figures for story in stories]
        self._days = [story.days for story in stories]
        self._spans = [(story.first, story.last) for story in stories]
        self._window = window

    def joins(self, one: int, other: int, alike: float) -> bool:
        """Whether two are one story; they then are one, at the first one's place."""
        if not self.may_be_one(one, other) or alike < self._asked(one, other):
            return False
        self.unite(one, other, alike)
        return True

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether neither the names that their documents state nor the days speak against two."""
        if self._stated[one] and self._stated[other]:
            return False
        days = self._days_of(one, other)
        stated = self._stated[one] or self._stated[other]
        return bool(stated) or not days or max(days) - min(days) <= self._window

    def unite(self, one: int, other: int, alike: float) -> None:
        """Make two one story, at the first one's place."""
        days = self._days_of(one, other)
        self._stated[one] = self._stated[one] or self._stated[other]
        self._figures[one] |= self._figures[other]
        self._days[one] |= self._days[other]
        self._spans[one] = (min(days), max(days)) if days else (None, None)
        self.levels[one] = min(level for level in (self.levels[one], self.levels[other], alike) if level)

    def _days_of(self, one: int, other: int) -> list[dt.date]:
        return [day for place in (one, other) for day in self._spans[place] if day is not None]

    def _asked(self, one: int, other: int) -> float:
        """How alike two must be."""
        apart = self.apart(one, other)
        level = max(self.levels[one], self.levels[other])
        missing = self._missing(one, other)
        if not level:
            return _FIRST + _A_DAY_OF_FIRST * apart + _NO_FIGURES * missing
        return _NO_FIGURES_OF_STORY * missing * level + max(
            LEAST + _A_DAY * apart, level * (_SHARE + _A_DAY_OF_SHARE * apart)
        )

    def shared(self, one: int, other: int) -> float | None:
        """The share of the figures of the one with fewer that both have; None where they are too few to tell."""
        few = min(len(self._figures[one]), len(self._figures[other]))
        return None if few < _FEW else len(self._figures[one] & self._figures[other]) / few

    def _missing(self, one: int, other: int) -> float:
        """How much it speaks against two, 0 to 1, that they share few figures; of short ones, no day."""
        shared = self.shared(one, other)
        if shared is None:
            days, others = self._days[one], self._days[other]
            return float(bool(days and others) and days.isdisjoint(others))
        return 1 - min(shared / _ENOUGH, 1)

    def apart(self, one: int, other: int) -> int:
        """The days between the last document of one and the first of the other; 0 where a day is not known."""
        (begin, end), (first, last) = self._spans[one], self._spans[other]
        if begin is None or end is None or first is None or last is None:
            return 0
        return max(0, (first - end).days, (begin - last).days)

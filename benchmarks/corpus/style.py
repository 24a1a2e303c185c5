"""How one outlet writes figures and dates, drawn once a version. None of these differences is a slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Final

__all__ = ["SMALL", "Style", "draw_style", "number", "spelled"]

SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MONTHS: Final = ("January February March April May June July August September October November December").split()
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEKDAY_REACH: Final = 6
"""Days within which a weekday alone says which day is meant."""
ROUNDING: Final = 0.15
"""How often a version gives a large count as "about" a round one."""


@dataclass(frozen=True, slots=True)
class Style:
    """One version's habits.

    Attributes:
        words_below: counts under this are spelled out.
        percent: what follows a share.
        million: what follows an amount in millions.
        day_first: "4 March" and a 24-hour clock, or "March 4" and a.m.
        rounds: whether large counts are given as about so many.
        post: whether a title follows its name: "Ada Colby, the mayor,".
        converts: whether a measure is given in other units too.
    """

    words_below: int
    percent: str
    million: str
    day_first: bool
    rounds: bool
    post: bool
    converts: bool

    def day(self, day: date, published: datetime, *, preposition: bool) -> str:
        """A day as this version names it, with "on" where one was asked for and a day takes one."""
        away = (day - published.date()).days
        if abs(away) <= WEEKDAY_REACH:
            said = _WEEKDAYS[day.weekday()]
        else:
            month = _MONTHS[day.month - 1]
            said = f"{day.day} {month}" if self.day_first else f"{month} {day.day}"
        return f"on {said}" if preposition else said

    def clock(self, hour: int, minute: int) -> str:
        """A time of day."""
        if self.day_first:
            return f"{hour:02}:{minute:02}"
        return f"{(hour - 1) % 12 + 1}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"

    def stamp(self, published: datetime) -> str:
        """The line that says when a version was published."""
        month, clock = _MONTHS[published.month - 1], self.clock(published.hour, published.minute)
        if self.day_first:
            return f"{published.day} {month} {published.year}, {clock}"
        return f"{month} {published.day}, {published.year}, {clock}"


def draw_style(rng: Random) -> Style:
    """A version's habits."""
    return Style(
        words_below=rng.choice((10, 10, 10, 13, 0)),
        percent=rng.choice(("%", " percent", " per cent")),
        million=rng.choice((" million", " million", "m")),
        day_first=rng.random() < 0.5,
        rounds=rng.random() < ROUNDING,
        post=rng.random() < 0.3,
        converts=rng.random() < 0.2,
    )


def spelled(value: int) -> str:
    """A whole number under a hundred in words."""
    if value < len(SMALL):
        return SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")


def number(value: int, style: Style) -> str:
    """A whole number in the version's way."""
    return spelled(value) if value < style.words_below else f"{value:,}"

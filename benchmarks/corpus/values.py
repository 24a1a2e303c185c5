"""The facts of a story: each value knows how a version writes it, and how it goes wrong."""

# ruff: noqa: ARG002, D102, FBT001 - every value is asked in one way, which Value tells

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Final, Protocol

from benchmarks.corpus.slips import digits, misspelled
from benchmarks.corpus.style import Style, number, spelled

__all__ = ["Amount", "Clock", "Count", "Day", "Either", "Measure", "Name", "Page", "Percent", "Person", "Quote",
           "Value", "Words", "Year"]  # fmt: skip


@dataclass(slots=True)
class Page:
    """The version that is being written: its habits, its hour, who was named in it already."""

    style: Style
    published: datetime
    stage: int
    named: set[str] = field(default_factory=set)
    last: Person | None = None


class Value(Protocol):
    """A fact of the story."""

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        """How the version writes it, and whether that says the value exactly."""

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        """A kind of slip and the wrong value; None where it has none."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many: one figure for each stage of the story, the same one where it does not rise.

    ``exact`` ones are never given as about a round figure: what is planted must stand in its text.
    """

    stages: tuple[int, ...]
    exact: bool = False

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        value = self.stages[min(page.stage, len(self.stages) - 1)]
        if opening and value < 100:
            return spelled(value).capitalize(), True
        rounded = round(value, 1 - len(str(value)) + 1)
        if page.style.rounds and not (form or self.exact) and value >= 1000 and rounded != value:
            return f"{'About' if opening else 'about'} {rounded:,}", False
        return number(value, page.style), True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        if len(set(self.stages)) > 1:
            return None
        wrong = digits(self.stages[0], rng)
        return ("figure", Count((wrong,), exact=True)) if wrong > 1 and wrong != self.stages[0] else None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in millions, with one decimal."""

    tenths: int
    currency: str
    scale: str = "million"

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        whole, part = divmod(self.tenths, 10)
        scale = page.style.million if self.scale == "million" else page.style.million.replace("m", "b", 1)
        if scale == "b":
            scale = "bn"
        return f"{self.currency}{whole:,}{f'.{part}' if part else ''}{scale}", True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        if rng.random() < 0.4:
            return "magnitude", replace(self, scale="billion")
        wrong = digits(self.tenths, rng)
        return ("figure", replace(self, tenths=wrong)) if wrong > 1 and wrong != self.tenths else None


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in tenths of a per cent."""

    tenths: int

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        whole, part = divmod(self.tenths, 10)
        return f"{whole}.{part}{page.style.percent}" if part else f"{whole}{page.style.percent}", True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        wrong = self.tenths // 10 if rng.random() < 0.3 else digits(self.tenths, rng)
        return ("figure", Percent(wrong)) if 1 < wrong < 1000 and wrong != self.tenths else None


_UNITS: Final = {
    "m": ("metres", "feet", 3.28084), "mm": ("millimetres", "inches", 0.0393701),
    "km": ("kilometres", "miles", 0.621371),
    "kmh": ("kilometres an hour", "miles an hour", 0.621371), "t": ("tonnes", "tons", 1.10231),
    "ha": ("hectares", "acres", 2.47105), "kg": ("kilograms", "pounds", 2.20462),
}  # fmt: skip
_WRONG_UNIT: Final = {"m": "feet", "mm": "centimetres", "km": "miles", "t": "kilograms", "ha": "square kilometres"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in tenths of its unit."""

    tenths: int
    unit: str
    wrong: str = ""

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        whole, part = divmod(self.tenths, 10)
        name, other, factor = _UNITS[self.unit]
        said = f"{whole:,}{f'.{part}' if part else ''} {self.wrong or name}"
        if page.style.converts and not self.wrong and not part and whole >= 20:
            said += f" ({round(whole * factor):,} {other})"
        return said, True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        if self.unit in _WRONG_UNIT and rng.random() < 0.4:
            return "unit", replace(self, wrong=_WRONG_UNIT[self.unit])
        wrong = digits(self.tenths // 10, rng) * 10 + self.tenths % 10
        return ("figure", replace(self, tenths=wrong)) if wrong > 10 and wrong != self.tenths else None


@dataclass(frozen=True, slots=True)
class Year:
    """A year."""

    year: int

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return str(self.year), True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        wrong = self.year + rng.choice((-30, -20, -10, -3, -1, 1, 3, 10))
        return "date", Year(wrong)


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    day: date

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        if form == "until":
            return f"until {page.style.day(self.day, page.published, preposition=False)}", True
        return page.style.day(self.day, page.published, preposition=form == "on"), True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return "date", Day(self.day + timedelta(days=rng.choice((-2, -1, 1, 2))))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return page.style.clock(self.hour, self.minute), True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return None


@dataclass(frozen=True, slots=True)
class Name:
    """A place or an organisation; ``other`` is one that it could be taken for."""

    name: str
    other: str = ""

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return self.name[:1].upper() + self.name[1:] if opening else self.name, True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return ("place", Name(self.other)) if self.other else None


@dataclass(frozen=True, slots=True)
class Words:
    """Words that only give colour."""

    words: str

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return self.words[:1].upper() + self.words[1:] if opening else self.words, False

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return None


@dataclass(frozen=True, slots=True)
class Either:
    """One of two outcomes."""

    right: str
    wrong: str

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return self.right, True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return "outcome", Either(self.wrong, self.right)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words; ``altered`` says something else."""

    right: str
    altered: str

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        return self.right, True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        return "quotation", Quote(self.altered, self.right)


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with a title and one that it could be taken for, or with an age and no title."""

    first: str
    last: str
    title: str = ""
    other: str = ""
    age: int = 0
    woman: bool = True

    def show(self, page: Page, form: str, opening: bool) -> tuple[str, bool]:
        page.last = self
        full = f"{self.first} {self.last}"
        if form == "aged":
            page.named.add(full)
            return f"{full}, {self.age},", True
        if full in page.named:
            return self.last, True
        page.named.add(full)
        if not self.title:
            return full, True
        if page.style.post:
            return f"{full}, the {self.title.lower()},", True
        return f"{self.title[:1].upper() + self.title[1:] if opening else self.title} {full}", True

    def slips(self, rng: Random) -> tuple[str, Value] | None:
        if self.other and rng.random() < 0.4:
            return "title", replace(self, title=self.other, other=self.title)
        return "name", replace(self, last=misspelled(self.last, rng))

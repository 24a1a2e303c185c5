"""What the page of a timeline is drawn from: places in per cent, words in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from discrepancy.followed import Happening
from discrepancy.formats.timeline.differences import Run

__all__ = [
    "Article",
    "Band",
    "Chart",
    "Course",
    "Diff",
    "Fact",
    "Mark",
    "Part",
    "Row",
    "Strip",
    "Tick",
    "Told",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis; ``above`` is said over the label where the day is another one than at the tick before."""

    at: Decimal
    label: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time, at one height; of a range of figures, from ``top`` to ``height``."""

    start: Decimal
    width: Decimal
    height: Decimal
    top: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a version does to a value, where it does; ``number`` is that of the value among the line's."""

    at: Decimal
    height: Decimal
    what: Happening
    number: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """The figures of one article over time.

    Attributes:
        lane: the article's place among all, which its colour and dashes go by; ``letter`` and ``name`` call it.
        shift: pixels by which it is moved, so that it does not lie upon another that gives the same figure.
        flats: stretches on which one figure stands.
        rises: where it goes from one to another: place, height before, height after.
        ranges: where a range is given, from its upper to its lower end.
        named_at: the height at which its name stands.
    """

    lane: int
    letter: str
    name: str
    shift: Decimal
    flats: tuple[Band, ...]
    rises: tuple[tuple[Decimal, Decimal, Decimal], ...]
    ranges: tuple[Band, ...]
    marks: tuple[Mark, ...]
    named_at: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures over time; ``size`` is its height in rem, ``stale`` where what was corrected is still given."""

    size: Decimal
    courses: tuple[Course, ...]
    stale: tuple[Band, ...]
    levels: tuple[Tick, ...]
    times: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """What one article gives over time where that is no figure: stretches, each with the number of its value."""

    lane: int
    letter: str
    name: str
    bars: tuple[Band, ...]
    stale: tuple[Band, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values of a line: its number, and the words in which it was first given."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A step as a row of a table; ``moment`` is when in ISO 8601, ``when`` in the reader's way."""

    moment: str
    when: str
    letter: str
    lane: int
    source: str
    anchor: str
    own: bool
    value: str
    number: int
    what: Happening
    said: str
    sentence: str
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the timeline: its picture, and the same as a table."""

    id: str
    kind: str
    subject: str
    unit: str
    chart: Chart | None
    strips: tuple[Strip, ...]
    times: tuple[Tick, ...]
    values: tuple[Value, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that changed from one version to the next: what became of it, and both values."""

    what: str
    kind: str
    subject: str
    before: str
    after: str
    note: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Diff:
    """Two versions of an article, word by word; ``name`` tells which two."""

    name: str
    paragraphs: tuple[tuple[Run, ...], ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A version of an article.

    Attributes:
        anchor: by which the page can be opened at it.
        number: its place among the article's versions, from 1.
        standing: what it is, or what it changed, in words.
        paragraphs: the whole text of a first version; else none.
        diff: how it differs from the version before; None for a first one and for what is no article.
    """

    anchor: str
    number: int
    moment: str
    when: str
    title: str
    address: str
    standing: str
    paragraphs: tuple[str, ...]
    diff: Diff | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its versions, and further pairs of them; ``lane`` is its place among all."""

    lane: int
    letter: str
    anchor: str
    name: str
    own: bool
    versions: tuple[Told, ...]
    pairs: tuple[Diff, ...]

"""The small pictures of a finding as raw numbers and strings, before any markup.

A place on a picture is in per cent of its width, from the left, or of its height, from the top: 0 to 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Lane", "Link", "Point", "Strip", "Tick", "Timeline"]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on a scale with what stands there."""

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One value on a strip.

    Attributes:
        letter, label: the value's, as its card gives them.
        low, high: where the figure stands; equal for a point.
        least, most: how far the room reaches that its hedge leaves; ``low`` and ``high`` where it leaves none.
        opens_below, opens_above: whether the hedge leaves that end open ("up to", "more than").
        excluded: whether the figure itself is outside of what is said ("more than", "less than").
    """

    letter: str
    label: str
    low: Decimal
    high: Decimal
    least: Decimal
    most: Decimal
    opens_below: bool = False
    opens_above: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The values of a finding on one scale, a lane each.

    Attributes:
        ticks: two to four, in order.
        unit: what is measured, in words ("euros"); empty for a bare count and for days.
        factor: how many times the tick before each tick is, on a logarithmic scale; empty on an even one.
        told: all that it shows, in words.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    unit: str
    factor: str
    told: str

    @property
    def name(self) -> str:
        """Which picture it is, and so which template draws it."""
        return "strip"

    @property
    def has_room(self) -> bool:
        """Whether a hedge leaves room that is drawn."""
        return any(lane.least < lane.low or lane.high < lane.most for lane in self.lanes)

    @property
    def is_open(self) -> bool:
        """Whether an end is drawn as open."""
        return any(lane.opens_below or lane.opens_above for lane in self.lanes)

    @property
    def is_bare(self) -> bool:
        """Whether it shows single figures only, each as it stands."""
        return not (self.has_room or self.is_open or any(lane.low < lane.high for lane in self.lanes))

    def height(self, place: int) -> Decimal:
        """Where the middle of a lane lies, by its place among the lanes."""
        return (Decimal(200 * place + 100) / (2 * len(self.lanes))).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What versions give at one time: their numbers, and where they stand; ``below``: the numbers stand under it."""

    numbers: tuple[int, ...]
    at: Decimal
    height: Decimal
    below: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """From one point to the next: along at the height of the first, then up or down. ``own``: both of one source."""

    start: Point
    end: Point
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One figure as versions of different times give it.

    Attributes:
        points: in order of time.
        links: the lines between them.
        levels: the figures by their heights, from the top.
        first, last: the times of the first and the last version, in words.
        unit: what is measured, in words; empty for a bare count.
        told: all that it shows, in words.
    """

    points: tuple[Point, ...]
    links: tuple[Link, ...]
    levels: tuple[Tick, ...]
    first: str
    last: str
    unit: str
    told: str

    @property
    def name(self) -> str:
        """Which picture it is, and so which template draws it."""
        return "timeline"

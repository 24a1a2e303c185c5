"""A timeline: one figure as versions of different times give it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from discrepancy.documents import day_of
from discrepancy.formats.view.figures import figure_words, unit_words
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.parts import Version
from discrepancy.formats.view.pictures.drawn import Link, Point, Tick, Timeline
from discrepancy.formats.view.pictures.measured import Measured
from discrepancy.formats.view.pictures.scales import scale_of
from discrepancy.formats.words import Words
from discrepancy.model import Finding, Hedge, QuantityKind

__all__ = ["figure_timeline"]

_GROWING = frozenset({"later-update", "correction"})
"""Reconciliations that are about time; any other says that the figures are not of one thing at two times."""
_MOVING = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE})
_PLAIN = frozenset({Hedge.NONE, Hedge.EXACTLY, Hedge.ABOUT, Hedge.AT_LEAST})
"""Hedges that leave a figure where it stands, as tolls are told: "at least 14"."""
_TELLING = 3
"""Times from which on the figures of different sources show a course."""
_NEAR = Decimal(8)
"""Per cent of the width that two points need; nearer ones of one figure are shown as one."""
_APART = Decimal(13)
"""Per cent of the height that two figures need to be read one above the other."""
_MOST_LEVELS = 6
"""Figures beyond which there is no telling one from the next."""
_FEWEST_POINTS = 3
"""Points below which a picture has one line and tells no more than the words beside it."""
_MOST_POINTS = 10
"""Points beyond which a narrow screen has no room for their numbers."""
_WHOLE = Decimal(100)
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Given:
    """What one version gives, and when."""

    version: Version
    source: str
    when: dt.date
    moment: Decimal
    figure: Decimal
    label: str


def figure_timeline(
    index: Index, finding: Finding, values: Sequence[Measured], versions: tuple[Version, ...], words: Words
) -> Timeline | None:
    """The figure over the versions' times; None where these do not differ, or where it does not change with them."""
    reason = finding.reconciliation
    if (reason and reason.kind not in _GROWING) or not all(_is_point(each, values[0]) for each in values):
        return None
    given = _given(index, values, versions)
    if not _tells(given) or not (reason or _goes_one_way(given)):
        return None
    heights = _heights(sorted({each.figure for each in given}, reverse=True))
    points = _points(given, heights)
    if not _FEWEST_POINTS <= len(points) <= _MOST_POINTS:
        return None
    unit = unit_words(values[0].quantity.kind, values[0].unit, words)
    shown = {figure: figure_words(figure, words, values[0].quantity.kind) for figure in heights}
    return Timeline(
        points=points,
        links=tuple(_links(points, {each.version.number: each.source for each in given})),
        levels=tuple(Tick(height, shown[figure]) for figure, height in heights.items()),
        first=words.date(given[0].when),
        last=words.date(given[-1].when),
        unit=unit,
        told=_told(given, words),
    )


def _is_point(value: Measured, first: Measured) -> bool:
    """Whether a value is a figure of the same unit as told, of a kind that moves: a count of victims, not an age."""
    read = value.quantity
    return (
        value.low == value.high and read.unit == first.quantity.unit and read.hedge in _PLAIN and read.kind in _MOVING
    )


def _goes_one_way(given: Sequence[_Given]) -> bool:
    """Whether the figures only rise or only fall; those that go to and fro are of sources that disagree."""
    signs = {one.figure < other.figure for one, other in pairwise(given) if one.figure != other.figure}
    return len(signs) == 1


def _given(index: Index, values: Sequence[Measured], versions: tuple[Version, ...]) -> list[_Given]:
    """What each dated version gives, in order of time; nothing where one of them gives two figures."""
    figures: dict[str, Measured] = {}
    for value in values:
        for mention in value.value.mentions:
            if figures.setdefault(mention.document, value).low != value.low:
                return []
    dated = {name: when for name in figures if (when := index.documents[name].dated)}
    moments = _moments(dated)
    return sorted(
        (
            _Given(
                version=versions[index.place[name]],
                source=index.documents[name].source,
                when=when,
                moment=moments[name],
                figure=figures[name].low,
                label=figures[name].value.label,
            )
            for name, when in dated.items()
        ),
        key=lambda each: (each.moment, each.version.number),
    )


def _moments(dated: dict[str, dt.date]) -> dict[str, Decimal]:
    """When each was published, on one count: seconds where all say the time, and the zone or none; else days."""
    times = {name: when for name, when in dated.items() if isinstance(when, dt.datetime)}
    zoned = {when.tzinfo is not None for when in times.values()}
    if len(times) < len(dated) or len(zoned) > 1:
        return {name: Decimal(day_of(when).toordinal()) for name, when in dated.items()}
    return {
        name: Decimal(int((when if when.tzinfo else when.replace(tzinfo=dt.UTC)).timestamp()))
        for name, when in times.items()
    }


def _tells(given: Sequence[_Given]) -> bool:
    """Whether a course can be seen: the figures of one source change, or those of three times or more do."""
    moments = {each.moment for each in given}
    figures = {each.figure for each in given}
    if len(moments) < 2 or not 2 <= len(figures) <= _MOST_LEVELS:
        return False
    if len({(each.moment, each.figure) for each in given}) > len(moments):
        return False
    own = any(
        one.source == other.source and one.figure != other.figure and one.moment != other.moment
        for one in given
        for other in given
    )
    return own or len(moments) >= _TELLING


def _heights(figures: list[Decimal]) -> dict[Decimal, Decimal]:
    """How far from the top each figure stands, by its size, and far enough apart to be read; greatest first."""
    scale = scale_of(figures)
    low, high = scale.place(figures[-1]), scale.place(figures[0])
    raw = [(high - scale.place(figure)) / (high - low) * _WHOLE for figure in figures]
    places = _spread(raw, _APART)
    return dict(zip(figures, places, strict=True))


def _spread(places: Sequence[Decimal], gap: Decimal) -> list[Decimal]:
    """Places from 0 to 100, in order, moved as little as it takes for two of them to stand ``gap`` apart."""
    moved: list[Decimal] = []
    for place in places:
        moved.append(max(place, moved[-1] + gap) if moved else place)
    for back in range(len(moved) - 1, -1, -1):
        moved[back] = min(moved[back], moved[back + 1] - gap if back + 1 < len(moved) else _WHOLE)
    return [place.quantize(_PLACES) for place in moved]


def _points(given: Sequence[_Given], heights: dict[Decimal, Decimal]) -> tuple[Point, ...]:
    start, span = given[0].moment, given[-1].moment - given[0].moment
    points: list[Point] = []
    for each in given:
        at = (each.moment - start) / span * _WHOLE
        height, last = heights[each.figure], points[-1] if points else None
        if last and last.height == height and at - last.at <= _NEAR:
            points[-1] = replace(last, numbers=(*last.numbers, each.version.number))
        else:
            below = bool(last and last.height < height)
            points.append(Point(numbers=(each.version.number,), at=at, height=height, below=below))
    spread = _spread([point.at for point in points], _NEAR)
    return tuple(replace(point, at=at) for point, at in zip(points, spread, strict=True))


def _links(points: Sequence[Point], sources: dict[int, str]) -> list[Link]:
    return [
        Link(one, other, {sources[number] for number in one.numbers} == {sources[number] for number in other.numbers})
        for one, other in pairwise(points)
    ]


def _told(given: Sequence[_Given], words: Words) -> str:
    said = [
        words(
            "timeline.point",
            n=words.number(each.version.number),
            source=each.version.label,
            when=words.date(each.when),
            figure=each.label,
        )
        for each in given
    ]
    return "; ".join(said)

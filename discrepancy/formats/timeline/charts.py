"""Figures over time: a line in steps for each article, in one picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from discrepancy.followed import Happening, Lane, Line, Step
from discrepancy.formats.timeline.figures import figure_of
from discrepancy.formats.timeline.names import Named
from discrepancy.formats.timeline.parts import Band, Chart, Course, Mark, Tick
from discrepancy.formats.timeline.times import Axis
from discrepancy.formats.view.pictures.scales import scale_of

__all__ = ["chart_of", "stretches"]

_ROW = Decimal("1.5")
"""Height, in rem, that a level takes."""
_NAME = Decimal("1.2")
"""Likewise of a name beside the end of a line."""
_BELOW = Decimal("0.4")
"""Of a name, what there is room for below the picture, above the times."""
_LEAST, _MOST = Decimal(4), Decimal(20)
_APART = Decimal(5)
"""Pixels between two lines that give one figure at one time; fewer where many do."""
_WIDEST = Decimal(20)
_MOST_LEVELS = 7
"""Figures that each have a level of their own; of more, round numbers are told."""
_WHOLE = Decimal(100)
_PLACES = Decimal("0.01")


def chart_of(line: Line, axis: Axis, named: Mapping[str, Named]) -> Chart | None:
    """The picture of a line of figures; None where there is no figure in it."""
    figures = sorted({end for lane in line.lanes for step in lane.steps for end in _ends(step)}, reverse=True)
    if not figures:
        return None
    size = min(max(_ROW * 2 * min(len(figures), _MOST_LEVELS), _NAME * len(line.lanes), _LEAST), _MOST)
    heights, levels = _heights(figures, _ROW / size * _WHOLE, line.unit, axis)
    apart = min(_APART, _WIDEST / max(len(line.lanes), 1))
    shifts = [(apart * (2 * n - len(line.lanes) + 1) / 2).quantize(_PLACES) for n in range(len(line.lanes))]
    drawn = [
        _course(lane, heights, axis, named[lane.article], shift) for lane, shift in zip(line.lanes, shifts, strict=True)
    ]
    courses = [course for course in drawn if course]
    courses = list(_with_names(courses, _NAME / size * _WHOLE))
    return Chart(size, tuple(courses), tuple(_stale(line, heights, axis)), levels, axis.ticks())


def _stale(line: Line, heights: Mapping[Decimal, Decimal], axis: Axis) -> Iterator[Band]:
    """Where what was corrected is still given: one stretch for all that give one figure, however long each does."""
    ends: dict[Decimal, tuple[Decimal, Decimal]] = {}
    for lane in line.lanes:
        for step, start, end in stretches(lane, axis):
            if step.what is Happening.STALE and _ends(step):
                height = _middle(step, heights)
                low, high = ends.get(height, (start, end))
                ends[height] = (min(low, start), max(high, end))
    yield from (Band(low, high - low, height) for height, (low, high) in ends.items())


def stretches(lane: Lane, axis: Axis) -> Iterator[tuple[Step, Decimal, Decimal]]:
    """Each step that gives a value with where it begins and ends; a stale one lies upon the one before."""
    end = axis.place(lane.until) if lane.until else _WHOLE
    for place, step in enumerate(lane.steps):
        if step.what is Happening.WITHDRAWN:
            continue
        later = (s for s in lane.steps[place + 1 :] if s.what is not Happening.STALE)
        until = min((axis.place(s.seen) for s in later), default=end)
        start = axis.place(step.seen)
        yield step, start, max(until, start)


def _ends(step: Step) -> tuple[Decimal, ...]:
    return tuple(end for end in (step.low, step.high) if end is not None)


def _heights(
    figures: Sequence[Decimal], gap: Decimal, unit: str, axis: Axis
) -> tuple[dict[Decimal, Decimal], tuple[Tick, ...]]:
    """How far from the top each figure stands, and the levels that are told; greatest first."""
    if len(figures) == 1:
        return {figures[0]: _WHOLE / 2}, (Tick(_WHOLE / 2, figure_of(figures[0], unit, axis.words)),)
    scale = scale_of(figures)
    if len(figures) > _MOST_LEVELS:
        heights = {figure: _WHOLE - scale.place(figure) for figure in figures}
        return heights, tuple(Tick(_WHOLE - scale.place(t), figure_of(t, unit, axis.words)) for t in scale.ticks)
    low, high = scale.place(figures[-1]), scale.place(figures[0])
    raw = [(high - scale.place(figure)) / (high - low) * _WHOLE for figure in figures]
    heights = dict(zip(figures, _spread(raw, gap), strict=True))
    return heights, tuple(Tick(height, figure_of(figure, unit, axis.words)) for figure, height in heights.items())


def _spread(places: Sequence[Decimal], gap: Decimal, most: Decimal = _WHOLE) -> list[Decimal]:
    """Places from 0 to ``most``, in order, moved as little as it takes for two of them to stand ``gap`` apart."""
    gap = min(gap, most / max(len(places) - 1, 1))
    moved: list[Decimal] = []
    for place in places:
        moved.append(max(place, moved[-1] + gap) if moved else place)
    for back in range(len(moved) - 1, -1, -1):
        moved[back] = min(moved[back], moved[back + 1] - gap if back + 1 < len(moved) else most)
    return [max(place, Decimal(0)).quantize(_PLACES) for place in moved]


def _course(lane: Lane, heights: Mapping[Decimal, Decimal], axis: Axis, named: Named, shift: Decimal) -> Course | None:
    """The line of one article; None where it gives no figure in the line's unit."""
    parts = [(step, start, end, _middle(step, heights)) for step, start, end in stretches(lane, axis) if _ends(step)]
    if not parts:
        return None
    solid = [part for part in parts if part[0].what is not Happening.STALE]
    gone = [step for step in lane.steps if step.what is Happening.WITHDRAWN]
    ending = {end: height for _, _, end, height in solid}
    marks = [Mark(start, height, step.what) for step, start, _, height in solid]
    marks += [Mark(at, ending[at], step.what) for step in gone if (at := axis.place(step.seen)) in ending]
    return Course(
        lane=named.lane,
        letter=named.letter,
        name=named.short,
        shift=shift,
        flats=tuple(Band(start, end - start, height) for _, start, end, height in solid),
        rises=tuple((b[1], a[3], b[3]) for a, b in pairwise(solid) if a[2] == b[1] and a[3] != b[3]),
        ranges=tuple(
            Band(start, end - start, heights[step.low], heights[step.high])
            for step, start, end, _ in solid
            if step.low is not None and step.high is not None and step.low != step.high
        ),
        marks=tuple(marks),
        named_at=solid[-1][3],
    )


def _middle(step: Step, heights: Mapping[Decimal, Decimal]) -> Decimal:
    ends = [heights[end] for end in _ends(step)]
    return (sum(ends, Decimal(0)) / len(ends)).quantize(_PLACES)


def _with_names(courses: Sequence[Course], gap: Decimal) -> Iterator[Course]:
    """The lines with their names far enough apart to be read, each as near to its line's end as that lets it be."""
    order = sorted(range(len(courses)), key=lambda n: (courses[n].named_at, n))
    below = gap * _BELOW if len(courses) > 1 else Decimal(0)
    places = _spread([courses[n].named_at for n in order], gap, _WHOLE + below)
    at = dict(zip(order, places, strict=True))
    for n, course in enumerate(courses):
        yield replace(course, named_at=at[n])

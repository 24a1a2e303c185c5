"""Names, days, places and quotations over time: a strip for each article, on which the values are numbered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from discrepancy.followed import Happening, Lane, Line, Step
from discrepancy.formats.timeline.charts import stretches
from discrepancy.formats.timeline.names import Named
from discrepancy.formats.timeline.parts import Band, Mark, Strip, Value
from discrepancy.formats.timeline.times import Axis
from discrepancy.text.characters import fold

__all__ = ["number_of", "strips_of", "values_of"]

_PLACES = Decimal("0.01")
_FEW = 3
"""Words whose order tells nothing: of a date, a name, a place."""


def values_of(line: Line) -> tuple[Value, ...]:
    """The values of a line in the order in which they were first given, those that read the same as one."""
    steps = sorted(
        (step for lane in line.lanes for step in lane.steps if step.label), key=lambda s: (s.seen, s.version)
    )
    labels: dict[str, str] = {}
    for step in steps:
        labels.setdefault(_key(step.label), step.label)
    return tuple(Value(n, label) for n, label in enumerate(labels.values(), 1))


def number_of(step: Step, values: Sequence[Value]) -> int:
    """The number of the value that a step gives; 0 where it gives none."""
    return next((value.number for value in values if step.label and _key(value.label) == _key(step.label)), 0)


def _key(label: str) -> str:
    """What values that read the same share: "June 10" and "10 June" do."""
    words = fold(label).split()
    return " ".join(sorted(words) if len(words) <= _FEW else words)


def strips_of(line: Line, values: Sequence[Value], axis: Axis, named: Mapping[str, Named]) -> tuple[Strip, ...]:
    """The strips of a line, one below the other."""
    count = Decimal(len(line.lanes))
    heights = [((Decimal(n) * 2 + 1) / (count * 2) * 100).quantize(_PLACES) for n in range(len(line.lanes))]
    return tuple(
        _strip(lane, values, axis, named[lane.article], height)
        for lane, height in zip(line.lanes, heights, strict=True)
    )


def _strip(lane: Lane, values: Sequence[Value], axis: Axis, named: Named, height: Decimal) -> Strip:
    parts = list(stretches(lane, axis))
    solid = [part for part in parts if part[0].what is not Happening.STALE]
    marks = [Mark(start, height, step.what, number_of(step, values)) for step, start, _ in solid]
    marks += [Mark(axis.place(s.seen), height, s.what) for s in lane.steps if s.what is Happening.WITHDRAWN]
    return Strip(
        lane=named.lane,
        letter=named.letter,
        name=named.short,
        bars=tuple(Band(start, end - start, height) for _, start, end in solid),
        stale=tuple(Band(start, end - start, height) for step, start, end in parts if step.what is Happening.STALE),
        marks=tuple(marks),
    )

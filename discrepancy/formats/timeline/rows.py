"""The steps of a line as the rows of a table: what its picture shows, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.followed import Happening, Line, Step
from discrepancy.formats.timeline.names import Named
from discrepancy.formats.timeline.parts import Row, Value
from discrepancy.formats.timeline.strips import number_of
from discrepancy.formats.timeline.times import Axis

__all__ = ["WHAT", "rows_of"]

WHAT = {
    Happening.FIRST: "timeline.what.first",
    Happening.CHANGED: "timeline.what.changed",
    Happening.CORRECTED: "timeline.what.corrected",
    Happening.WITHDRAWN: "timeline.what.withdrawn",
    Happening.STALE: "timeline.what.stale",
}
"""How it is said what a version does to a value."""


def rows_of(line: Line, values: Sequence[Value], axis: Axis, named: Mapping[str, Named]) -> tuple[Row, ...]:
    """The steps of all lanes, in the order of time."""
    steps = [(step, named[lane.article]) for lane in line.lanes for step in lane.steps]
    steps.sort(key=lambda each: (each[0].seen, each[0].what is Happening.STALE, each[0].version))
    return tuple(_row(step, name, values, axis) for step, name in steps)


def _row(step: Step, named: Named, values: Sequence[Value], axis: Axis) -> Row:
    return Row(
        moment=step.seen.isoformat(timespec="seconds"),
        when=axis.told(step.seen),
        letter=named.letter,
        lane=named.lane,
        source=named.name,
        anchor=f"version-{step.version}",
        own=named.own,
        value=step.label,
        number=number_of(step, values) if values else 0,
        what=step.what,
        said=axis.words(WHAT[step.what]),
        sentence=step.sentence,
        note="" if step.note and step.note in step.sentence else step.note,
    )

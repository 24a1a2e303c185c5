"""A timeline made ready for its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.followed import Alert, Happening, Line, Timeline
from discrepancy.formats.timeline.articles import articles_of
from discrepancy.formats.timeline.charts import chart_of
from discrepancy.formats.timeline.figures import unit_of
from discrepancy.formats.timeline.names import Named, names_of
from discrepancy.formats.timeline.parts import Article, Part
from discrepancy.formats.timeline.rows import WHAT, rows_of
from discrepancy.formats.timeline.strips import strips_of, values_of
from discrepancy.formats.timeline.times import Axis, axis_of
from discrepancy.formats.words import Words
from discrepancy.model import FactKind
from discrepancy.settings import Presentation

__all__ = ["Told", "View", "view_of"]


@dataclass(frozen=True, slots=True)
class Told:
    """An alert: when, what it says, and the values with their sources."""

    moment: str
    when: str
    summary: str
    values: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows.

    Attributes:
        moved: the lines on which something changed, or on which articles differ; ``still`` are the others.
        legend: what the marks in the pictures mean.
    """

    language: str
    title: str
    story: str
    formerly: tuple[str, ...]
    first: str
    last: str
    now: str
    versions: int
    corrections: int
    moved: tuple[Part, ...]
    still: tuple[Part, ...]
    alerts: tuple[Told, ...]
    articles: tuple[Article, ...]
    legend: tuple[tuple[Happening, str], ...]
    excerpts_only: bool


def view_of(timeline: Timeline, shown: Presentation) -> View:
    """The view of a timeline; the same timeline gives the same view."""
    words = Words(shown.language)
    axis, named = axis_of(timeline, words), names_of(timeline)
    parts = [(line.moved, _part(line, axis, named)) for line in timeline.lines]
    what = {step.what for line in timeline.lines for lane in line.lanes for step in lane.steps if line.moved}
    corrected = {
        (step.version, line.id)
        for line in timeline.lines
        for lane in line.lanes
        for step in lane.steps
        if step.what is Happening.CORRECTED
    }
    seen = [text.version.seen for text in timeline.texts] or [timeline.now]
    return View(
        language=shown.language,
        title=timeline.title,
        story=timeline.story,
        formerly=timeline.formerly,
        first=axis.dated(min(seen)),
        last=axis.dated(max(seen)),
        now=axis.dated(timeline.now),
        versions=len(timeline.texts),
        corrections=len(corrected),
        moved=tuple(part for moved, part in parts if moved),
        still=tuple(part for moved, part in parts if not moved),
        alerts=tuple(_alert(alert, axis) for alert in timeline.alerts),
        articles=articles_of(timeline, axis, named, excerpts_only=shown.excerpts_only),
        legend=tuple((each, words(WHAT[each])) for each in Happening if each in what),
        excerpts_only=shown.excerpts_only,
    )


def _part(line: Line, axis: Axis, named: Mapping[str, Named]) -> Part:
    chart = chart_of(line, axis, named) if line.moved and line.kind is FactKind.QUANTITY else None
    values = () if chart else values_of(line)
    return Part(
        id=line.id,
        kind=axis.words(f"kind.{line.kind.value}"),
        subject=line.subject,
        unit=unit_of(line.unit, axis.words),
        chart=chart,
        strips=strips_of(line, values, axis, named) if line.moved and not chart else (),
        times=axis.ticks(),
        values=values,
        rows=rows_of(line, values, axis, named),
    )


def _alert(alert: Alert, axis: Axis) -> Told:
    return Told(
        moment=alert.at.isoformat(timespec="seconds"),
        when=axis.told(alert.at),
        summary=axis.words.say(alert.summary),
        values=tuple((value.label, value.source, f"version-{value.version}") for value in alert.values),
    )

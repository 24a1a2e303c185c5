"""A followed story put together by hand, one line a lane: what the page and the terminal are tried on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from discrepancy.followed import (
    Alert,
    AlertKind,
    AlertValue,
    Change,
    ChangeKind,
    Happening,
    Lane,
    Line,
    Step,
    Timeline,
    TimelineText,
    Version,
    VersionState,
)
from discrepancy.model import FactKind, Level, Message

__all__ = ["BARE", "SAMPLE", "at", "figure", "lane", "line", "named", "step", "text"]

SOURCES = ("Tidewater Wire", "Granary Post", "Radio Ashmere")


def at(clock: str, day: int = 4) -> dt.datetime:
    """A time of a day in March."""
    hour, minute = map(int, clock.split(":"))
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=dt.UTC)


def step(  # noqa: PLR0913 -- a field of the step each
    version: int,
    clock: str,
    label: str = "",
    what: Happening = Happening.FIRST,
    *,
    low: str = "",
    high: str = "",
    note: str = "",
    day: int = 4,
) -> Step:
    """A step; of a figure ``high`` is ``low`` where it is not given."""
    return Step(
        version=version,
        seen=at(clock, day),
        what=what,
        label=label,
        low=Decimal(low) if low else None,
        high=Decimal(high or low) if low else None,
        sentence=f"It speaks of {label}." if label else "",
        note=note,
    )


def figure(version: int, clock: str, low: str, what: Happening = Happening.FIRST, note: str = "", day: int = 4) -> Step:
    """A step of a figure that is told as it is."""
    return step(version, clock, low, what, low=low, note=note, day=day)


def lane(place: int, *steps: Step, until: str = "") -> Lane:
    """The lane of one of the sources; the third is the newsroom's own."""
    source = SOURCES[place] if place < len(SOURCES) else f"Source {place}"
    return Lane(source=source, article=f"{place:016x}", steps=steps, own=place == 2, until=at(until) if until else None)


def line(*lanes: Lane, subject: str = "households without power", unit: str = "", name: str = "power") -> Line:
    """A line of figures that moved."""
    return Line(id=name, kind=FactKind.QUANTITY, subject=subject, lanes=lanes, unit=unit, moved=True)


def named(*lanes: Lane, kind: FactKind = FactKind.PERSON, subject: str = "Anders Lindqvist") -> Line:
    """A line of something that is no figure, and moved."""
    return Line(id=kind.value, kind=kind, subject=subject, lanes=lanes, moved=True)


def text(  # noqa: PLR0913 -- a field of the version each
    number: int,
    place: int,
    clock: str,
    *paragraphs: str,
    changes: Sequence[Change] = (),
    edited: bool = False,
    state: VersionState = VersionState.ARTICLE,
    why: str = "",
    day: int = 4,
    title: str = "Storm cuts power",
) -> TimelineText:
    """A version with its paragraphs."""
    source = SOURCES[place] if place < len(SOURCES) else f"Source {place}"
    version = Version(
        number=number,
        article=f"{place:016x}",
        source=source,
        seen=at(clock, day),
        digest=f"{number:064x}",
        story="00c0ffee",
        address=f"https://source-{place}.example/storm",
        title=title,
        state=state,
        why=why,
        own=place == 2,
    )
    return TimelineText(version=version, paragraphs=paragraphs, changes=tuple(changes), edited=edited)


FALLEN = Change(
    kind=ChangeKind.CHANGED,
    fact=FactKind.QUANTITY,
    subject="households without power",
    before="4,000",
    after="3,500",
    label="Correction: it is 3,500.",
    corrected=True,
)
POWER = line(
    lane(
        0,
        figure(1, "08:00", "4000"),
        figure(3, "10:00", "3500", Happening.CORRECTED, note="Correction: it is 3,500."),
    ),
    lane(1, figure(2, "09:00", "4000"), figure(2, "10:00", "4000", Happening.STALE)),
    lane(2, step(4, "09:30", "3,000 to 5,000", low="3000", high="5000"), step(6, "11:30", "", Happening.WITHDRAWN)),
)
NAME = named(
    lane(0, step(1, "08:00", "Anders Lindqvist")),
    lane(1, step(2, "09:00", "Anders Lindkvist"), step(5, "11:00", "Anders Lindqvist", Happening.CHANGED)),
)
STILL = replace(NAME, id="place", kind=FactKind.PLACE, subject="storm hit", moved=False)
ALERT = Alert(
    key="0" * 32,
    kind=AlertKind.CORRECTION,
    level=Level.WARNING,
    rule="correction",
    story="00c0ffee",
    thread="t",
    sources=("Tidewater Wire",),
    subject="households without power",
    summary=Message("page.timeline.what.corrected"),
    values=(
        AlertValue(label="4,000", source="Tidewater Wire", version=1),
        AlertValue(label="3,500", source="Tidewater Wire", version=3),
    ),
    version=3,
    at=at("10:00"),
)
SAMPLE = Timeline(
    story="00c0ffee",
    title="Storm cuts power",
    now=at("13:00"),
    texts=(
        text(1, 0, "08:00", "Storm cuts power", "Some 4,000 households had no power on Tuesday."),
        text(2, 1, "09:00", "Storm leaves 4,000 in the dark", "Engineers are at work."),
        text(
            3,
            0,
            "10:00",
            "Storm cuts power",
            "Some 3,500 households had no power on Tuesday.",
            changes=[FALLEN],
            edited=True,
        ),
        text(4, 2, "09:30", "Between 3,000 and 5,000 households lost power."),
        text(5, 1, "11:00", "Storm leaves 4,000 in the dark", "Engineers are working.", edited=True),
        text(6, 2, "11:30", "Households lost power.", edited=True),
        text(7, 0, "12:00", state=VersionState.STUB, why="a sign-in page"),
    ),
    lines=(POWER, NAME, STILL),
    alerts=(ALERT,),
    formerly=("0ddba11",),
)
BARE = Timeline(story="00c0ffee", title="", now=at("13:00"), texts=(), lines=())

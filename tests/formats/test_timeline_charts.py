"""Figures and other values over time as places in a picture: nothing lies outside, and no two labels on each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from discrepancy.followed import Happening, Line, Timeline
from discrepancy.formats.timeline.charts import chart_of
from discrepancy.formats.timeline.names import names_of
from discrepancy.formats.timeline.parts import Chart, Strip
from discrepancy.formats.timeline.strips import strips_of, values_of
from discrepancy.formats.timeline.times import axis_of
from discrepancy.formats.words import Words
from discrepancy.model import FactKind
from tests.formats.followed import BARE, NAME, POWER, SAMPLE, at, figure, lane, line, named, step, text

CHANGED, WITHDRAWN = Happening.CHANGED, Happening.WITHDRAWN
NONE, ALL = Decimal(0), Decimal(100)
MIDDLE = Decimal("47.17")
"""Half the span from the first version to the last, where some room is left behind this."""


def framed(of: Line, places: int = 3, until: str = "18:00") -> Timeline:
    """A timeline from 8 o'clock on, of articles of so many sources."""
    texts = [text(n + 1, n, "08:00", "One.") for n in range(places)]
    return replace(BARE, texts=(*texts, text(99, 0, until, "Two.")), lines=(of,))


def charted(of: Line, places: int = 3) -> Chart:
    timeline = framed(of, places)
    chart = chart_of(of, axis_of(timeline, Words()), names_of(timeline))
    assert chart
    return chart


def stripped(of: Line) -> tuple[Strip, ...]:
    timeline = framed(of)
    return strips_of(of, values_of(of), axis_of(timeline, Words()), names_of(timeline))


def test_a_line_goes_in_steps() -> None:
    [course] = charted(line(lane(0, figure(1, "08:00", "10"), figure(2, "13:00", "20", CHANGED)))).courses
    assert [(flat.start, flat.height) for flat in course.flats] == [(NONE, ALL), (MIDDLE, NONE)]
    assert course.flats[0].width == MIDDLE
    assert course.rises == ((MIDDLE, ALL, NONE),)
    assert [mark.what for mark in course.marks] == [Happening.FIRST, CHANGED]


def test_a_line_ends_where_the_value_is_withdrawn() -> None:
    [course] = charted(line(lane(0, figure(1, "08:00", "10"), step(2, "13:00", what=WITHDRAWN)))).courses
    [flat] = course.flats
    assert flat.start + flat.width == MIDDLE
    assert [(mark.at, mark.height, mark.what) for mark in course.marks][-1] == (MIDDLE, ALL / 2, WITHDRAWN)


def test_a_line_ends_where_its_article_is_gone() -> None:
    [course] = charted(line(lane(0, figure(1, "08:00", "10"), until="13:00"))).courses
    assert course.flats[0].width == MIDDLE


def test_a_value_that_comes_back_is_a_line_of_its_own() -> None:
    steps = figure(1, "08:00", "10"), step(2, "10:00", what=WITHDRAWN), figure(3, "12:00", "20", CHANGED)
    [course] = charted(line(lane(0, *steps))).courses
    assert len(course.flats) == 2
    assert course.rises == ()


def test_what_is_stale_is_one_stretch_behind_all_who_give_it() -> None:
    chart = chart_of(POWER, axis_of(SAMPLE, Words()), names_of(SAMPLE))
    assert chart
    [band] = chart.stale
    assert (band.start, band.start + band.width) == (MIDDLE, ALL)


def test_a_range_reaches_from_end_to_end() -> None:
    chart = chart_of(POWER, axis_of(SAMPLE, Words()), names_of(SAMPLE))
    assert chart
    [band] = [band for course in chart.courses for band in course.ranges]
    assert (band.top, band.height) == (NONE, ALL)


@pytest.mark.parametrize("count", [2, 5, 7, 12, 30])
def test_levels_and_names_do_not_lie_on_each_other(count: int) -> None:
    lanes = [lane(n, figure(n + 1, "08:00", str(1000 + n))) for n in range(count)]
    chart = charted(line(*lanes), count)
    rem = chart.size / 100
    for places, least in (
        ([level.at for level in chart.levels], Decimal("1.2")),
        ([course.named_at for course in chart.courses], Decimal("0.65")),
    ):
        gaps = [(b - a) * rem for a, b in pairwise(sorted(places))]
        assert min(gaps) >= least
    assert all(0 <= flat.height <= 100 for course in chart.courses for flat in course.flats)


def test_lines_that_give_one_figure_lie_side_by_side() -> None:
    chart = charted(line(*[lane(n, figure(n + 1, "08:00", "40")) for n in range(3)]))
    assert [course.shift for course in chart.courses] == [-5, 0, 5]
    assert [level.label for level in chart.levels] == ["40"]


def test_figures_of_other_sizes_share_a_picture() -> None:
    chart = charted(line(lane(0, figure(1, "08:00", "3")), lane(1, figure(2, "08:00", "4000000"))))
    assert [level.label for level in chart.levels] == ["4 million", "3"]


def test_a_line_without_a_figure_has_no_picture_of_figures() -> None:
    timeline = framed(NAME)
    assert chart_of(NAME, axis_of(timeline, Words()), names_of(timeline)) is None


def test_values_that_are_no_figures_are_numbered() -> None:
    assert [(value.number, value.label) for value in values_of(NAME)] == [
        (1, "Anders Lindqvist"),
        (2, "Anders Lindkvist"),
    ]
    assert [[mark.number for mark in strip.marks] for strip in stripped(NAME)] == [[1], [2, 1]]


def test_values_that_read_the_same_have_one_number() -> None:
    days = named(lane(0, step(1, "08:00", "June 10")), lane(1, step(2, "09:00", "10 June")), kind=FactKind.DATE)
    assert [value.label for value in values_of(days)] == ["June 10"]


def test_strips_stand_one_below_the_other() -> None:
    strips = stripped(named(*[lane(n, step(n + 1, "08:00", "x")) for n in range(3)]))
    assert [strip.marks[0].height for strip in strips] == [Decimal("16.67"), 50, Decimal("83.33")]


@pytest.mark.parametrize(
    ("until", "day", "labels"),
    [
        ("08:05", 4, ["08:00", "08:02", "08:04", "08:06", "08:08", "08:10"]),
        ("12:00", 4, ["08:00", "09:00", "10:00", "11:00", "12:00"]),
        ("23:00", 4, ["09:00", "12:00", "15:00", "18:00", "21:00"]),
        ("08:00", 8, ["Mar 5", "Mar 6", "Mar 7", "Mar 8"]),
    ],
)
def test_ticks_stand_at_round_times(until: str, day: int, labels: list[str]) -> None:
    timeline = replace(BARE, texts=(text(1, 0, "08:00", "One."), text(2, 0, until, "Two.", day=day)))
    ticks = axis_of(timeline, Words()).ticks()
    assert [tick.label for tick in ticks] == labels
    assert all(0 <= tick.at <= 100 for tick in ticks)


def test_the_day_stands_above_its_first_time() -> None:
    timeline = replace(BARE, texts=(text(1, 0, "20:00", "One."), text(2, 0, "04:00", "Two.", day=5)))
    assert [tick.above for tick in axis_of(timeline, Words()).ticks() if tick.above] == ["Mar 4", "Mar 5"]


def test_a_story_of_one_moment_has_an_axis_all_the_same() -> None:
    axis = axis_of(replace(BARE, texts=(text(1, 0, "08:00", "One."),)), Words())
    assert axis.place(at("08:00")) == 0
    assert axis.place(at("20:00")) == 100

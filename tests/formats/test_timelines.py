"""The timeline of a finding: one figure over the versions' times, and where there is none."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.html.page import context, environment
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.pictures.drawn import Timeline
from discrepancy.model import Reconciliation, ReportData
from tests.formats.builders import say
from tests.formats.pictured import pictures, story
from tests.formats.stories import EMPTY

ZONE = dt.timezone(dt.timedelta(hours=1))
LATER = Reconciliation("later-update", say("A count that can rise."))
WIRE = ("Wire", "Wire")


def at(hour: int, minute: int = 0, *, day: int = 3) -> dt.datetime:
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=ZONE)


def told(
    *figures: str, when: Sequence[dt.date | None], sources: Sequence[str] = (), reason: Reconciliation | None = LATER
) -> ReportData:
    return story(*(f"It killed {figure} people." for figure in figures), when=when, sources=sources, reason=reason)


def timelines(data: ReportData, language: str = "en") -> list[Timeline]:
    return [picture for picture in pictures(data, language) if isinstance(picture, Timeline)]


def test_each_version_stands_at_its_time_with_its_number() -> None:
    (made,) = timelines(told("12", "14", "21", when=(at(6), at(9), at(14)), sources=("Wire", "Post", "Wire")))
    assert [(point.numbers, point.at) for point in made.points] == [
        ((1,), Decimal(0)),
        ((2,), Decimal("37.50")),
        ((3,), Decimal(100)),
    ]
    heights = [point.height for point in made.points]
    assert heights[0] == 100
    assert heights[2] == 0
    assert [(level.label, level.at) for level in made.levels] == [("21", 0), ("14", heights[1]), ("12", 100)]
    assert (made.first, made.last) == ("Mar 3, 2031, 6:00\u00a0AM +0100", "Mar 3, 2031, 2:00\u00a0PM +0100")
    assert made.told.split("; ")[1] == "version 2, Post, Mar 3, 2031, 9:00\u00a0AM +0100: 14"


def test_versions_of_one_source_are_joined_by_a_line_of_their_own() -> None:
    (made,) = timelines(told("12", "14", "21", when=(at(6), at(9), at(14)), sources=("Wire", "Wire", "Post")))
    assert [link.own for link in made.links] == [True, False]
    assert [(link.start, link.end) for link in made.links] == list(pairwise(made.points))


def test_times_of_other_zones_stand_in_their_order() -> None:
    early = dt.datetime(2031, 3, 3, 23, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    (made,) = timelines(told("21", "12", "14", when=(at(16), early, at(15, 30)), sources=(*WIRE, "Post")))
    assert [point.numbers for point in made.points] == [(2,), (3,), (1,)]


def test_where_one_version_gives_its_day_only_days_are_counted() -> None:
    when = (dt.date(2031, 3, 3), at(20, day=4), dt.date(2031, 3, 5))
    (made,) = timelines(told("12", "14", "21", when=when))
    assert [point.at for point in made.points] == [0, 50, 100]
    assert timelines(told("12", "14", when=(dt.date(2031, 3, 3), at(9)), sources=WIRE)) == []


def test_versions_of_one_figure_close_in_time_are_one_point() -> None:
    (made,) = timelines(told("12", "14", "14", "21", when=(at(6), at(9), at(9, 20), at(14))))
    assert [point.numbers for point in made.points] == [(1,), (2, 3), (4,)]


def test_a_figure_that_falls_has_its_number_below() -> None:
    (made,) = timelines(told("21", "12", "14", when=(at(6), at(9), at(14))))
    assert [point.below for point in made.points] == [False, True, False]


def test_close_figures_are_far_enough_apart_to_be_read() -> None:
    (made,) = timelines(told("12", "13", "14", "1,400", when=(at(6), at(9), at(10), at(14))))
    assert all(lower.at - upper.at >= 13 for upper, lower in pairwise(made.levels))


def test_the_words_are_in_the_readers_language() -> None:
    figures = ("1.2 million", "1.25 million", "1.3 million")
    (made,) = timelines(told(*figures, when=(at(6), at(9), at(14)), sources=(*WIRE, "Post")), "es")
    assert [level.label for level in made.levels] == ["1,3 millones", "1,25 millones", "1,2 millones"]
    assert made.told.startswith("versión 1, Wire (v0), 3 mar 2031, 6:00 +0100: 1.2 million;")


@pytest.mark.parametrize(
    ("figures", "when", "sources"),
    [
        (("12", "21"), (at(6), at(6)), WIRE),
        (("12", "21"), (at(6), None), WIRE),
        (("12", "21"), (at(6), at(9)), WIRE),
        (("12", "12"), (at(6), at(9)), WIRE),
        (("12", "21"), (at(6), at(9)), ("Wire", "Post")),
        (("12 men, 21", "21"), (at(6), at(9)), WIRE),
        (("12", "14", "21"), (at(6), at(9), at(9)), ()),
        (("10 to 12", "21"), (at(6), at(9)), WIRE),
        (("up to 40", "21"), (at(6), at(9)), WIRE),
    ],
    ids=[
        "one moment",
        "one moment known",
        "two figures",
        "one figure",
        "two sources once each",
        "a version with two figures",
        "two figures at one time",
        "an interval",
        "an open end above",
    ],
)
def test_no_timeline_where_no_course_is_seen(
    figures: tuple[str, ...], when: tuple[dt.date | None, ...], sources: tuple[str, ...]
) -> None:
    assert timelines(told(*figures, when=when, sources=sources)) == []


@pytest.mark.parametrize("kind", ["arithmetic", "hedge", "time-frame", "attribution", "scope"])
def test_no_timeline_where_the_figures_are_explained_otherwise(kind: str) -> None:
    when = (at(6), at(9), at(14))
    assert timelines(told("12", "14", "21", when=when, reason=Reconciliation(kind, say("So.")))) == []


def test_unexplained_figures_have_a_course_only_if_they_go_one_way() -> None:
    when = (at(6), at(9), at(14))
    assert timelines(told("12", "14", "21", when=when, reason=None))
    assert timelines(told("12", "21", "12", when=when, reason=None)) == []


def test_more_points_than_a_narrow_screen_holds_are_not_drawn() -> None:
    hours = [at(hour) for hour in range(11)]
    assert timelines(told(*(("12", "14") * 5), when=hours[:10]))
    assert timelines(told(*(("12", "14") * 5), "12", when=hours)) == []


def test_an_age_does_not_move() -> None:
    texts = ("He is 34 years old.", "He is 43 years old.")
    assert timelines(story(*texts, when=(at(6), at(9)), sources=WIRE)) == []


def test_a_strip_beside_it_only_where_it_shows_more() -> None:
    when = (at(6), at(9), at(14))
    assert [picture.name for picture in pictures(told("12", "40", "90", when=when))] == ["timeline"]
    assert [picture.name for picture in pictures(told("at least 12", "40", "90", when=when))] == ["timeline", "strip"]


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5000)), min_size=2, max_size=8, unique_by=lambda p: p[1]))
def test_every_place_is_on_the_picture_in_order(given: list[tuple[int, int]]) -> None:
    when = [at(0) + dt.timedelta(minutes=minutes) for _, minutes in given]
    data = told(*(str(number) for number, _ in given), when=when)
    for made in timelines(data):
        places = [point.at for point in made.points]
        assert places == sorted(places)
        assert all(0 <= point.at <= 100 and 0 <= point.height <= 100 for point in made.points)
        assert sorted(number for point in made.points for number in point.numbers) == list(range(1, len(given) + 1))
        assert {point.height for point in made.points} == {level.at for level in made.levels}


def drawn(made: Timeline) -> str:
    module = environment().get_template("timeline.html.jinja").make_module(context(build_view(EMPTY, PLAIN)))
    return str(module.timeline(made, "f-1-timeline"))  # type: ignore[attr-defined]  # a template's macros are found when it is made


def test_component(snapshot: SnapshotAssertion) -> None:
    (made,) = timelines(told("12", "14", "13", when=(at(6), at(9), at(14)), sources=("Wire", "Wire", "Post")))
    assert re.sub(r"\n+", "\n", drawn(made)).strip() == snapshot
    assert " style=" not in drawn(made)

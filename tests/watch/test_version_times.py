"""When a version was published, so that the versions of an article are always in order."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.documents import came_before
from discrepancy.model import Document
from discrepancy.watch.version_times import dated
from tests.watch.documents import document

WEST = dt.timezone(dt.timedelta(hours=-5))
EAST = dt.timezone(dt.timedelta(hours=11))


def at(hour: int, minute: int = 0, day: int = 2, zone: dt.tzinfo = dt.UTC) -> dt.datetime:
    return dt.datetime(2026, 3, day, hour, minute, tzinfo=zone)


SEEN = at(12)


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        (None, None, SEEN),
        (at(10), None, at(10)),
        (at(10), at(11), at(10)),
        (None, at(11), at(11)),
        (at(13), None, SEEN),
        (dt.datetime(2026, 3, 2, 10), None, at(10)),  # noqa: DTZ001 - a time without a zone is what is tested
        (dt.date(2026, 3, 2), None, SEEN),
        (dt.date(2026, 3, 1), None, at(12, day=1)),
        (dt.date(2026, 3, 3), None, SEEN),
    ],
)
def test_a_first_version_has_its_own_time_where_that_can_be(published, updated, expected):
    assert dated(document("Text.", published=published, updated=updated), None, SEEN) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"published": at(10)}, {"published": at(10)}, SEEN),
        ({"published": at(10)}, {"published": at(10), "updated": at(11)}, at(11)),
        ({"published": at(10)}, {"published": at(11)}, at(11)),
        ({"published": at(10), "updated": at(11)}, {"published": at(10), "updated": at(11)}, SEEN),
        ({"published": at(10)}, {"updated": at(13)}, SEEN),
        ({"published": at(10)}, {"published": at(9)}, SEEN),
        ({"published": at(10)}, {"published": dt.date(2026, 3, 2)}, SEEN),
        ({"published": at(9, day=1)}, {"published": dt.date(2026, 3, 1)}, SEEN),
        ({"published": at(10)}, {}, SEEN),
    ],
)
def test_a_later_version_has_its_own_time_only_where_that_moved_on(before, now, expected):
    assert dated(document("Text.", **now), document("Text.", **before), SEEN) == expected


def test_today_is_a_day_by_the_clocks_that_the_article_goes_by():
    first = document("Text.", published=at(20, zone=WEST, day=1))
    later = dated(document("Text.", published=at(20, zone=WEST, day=1)), first, at(3))
    assert (later, later.date()) == (at(3), dt.date(2026, 3, 1))
    without = dated(document("Text."), document("Text.", published=at(3, zone=EAST)), at(20))
    assert without.date() == dt.date(2026, 3, 3)


def test_a_version_is_later_than_the_one_before_even_at_one_moment():
    assert dated(document("Text."), document("Text.", published=SEEN), SEEN) > SEEN


MOMENTS = st.one_of(
    st.none(),
    st.dates(dt.date(2026, 2, 27), dt.date(2026, 3, 4)),
    st.integers(0, 90).map(lambda h: at(0) + dt.timedelta(hours=h - 40)),
)


@given(st.lists(st.tuples(MOMENTS, MOMENTS), min_size=2, max_size=5))
def test_versions_are_in_the_order_in_which_they_were_seen(told):
    versions: list[Document] = []
    for number, (published, updated) in enumerate(told):
        now = document("Text.", published=published, updated=updated)
        seen = SEEN + dt.timedelta(hours=number)
        when = dated(now, versions[-1] if versions else None, seen)
        versions.append(document("Text.", published=when, updated=updated))
    assert all(came_before(one, other) for one, other in pairwise(versions))

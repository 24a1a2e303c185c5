"""When a place is looked at next: tables of how long it is left alone, and what holds whatever happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.followed import Condition, Poll, SourceKind
from discrepancy.watch.configured import Source
from discrepancy.watch.schedule import DAY, after, first, first_of_page, mended, paged

NOW = dt.datetime(2024, 3, 5, 9, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
FIVE = 5 * MINUTE


def poll(**known: Any) -> Poll:
    told: dict[str, Any] = {"key": "source:Meridian Press", "source": "Meridian Press", "address": "a", "next_at": NOW}
    return Poll(**(told | known))


def feed(name: str = "Meridian Press", every: dt.timedelta = FIVE) -> Source:
    return Source(name=name, kind=SourceKind.FEED, every=every, address=f"https://{name}.example/rss")


def about(length: dt.timedelta, usual: dt.timedelta) -> bool:
    return usual - usual / 10 <= length <= usual + usual / 10


def test_first_looks_are_spread_over_a_minute() -> None:
    starts = [first(feed(f"source {number}"), NOW).next_at - NOW for number in range(1_000)]
    assert min(starts) >= dt.timedelta()
    assert max(starts) < MINUTE
    assert max(sum(start // (6 * dt.timedelta(seconds=1)) == part for start in starts) for part in range(10)) < 150


def test_first_looks_at_what_is_looked_at_more_often_than_every_minute_come_within_that_time() -> None:
    often = dt.timedelta(seconds=10)
    assert all(first(feed(f"source {number}", often), NOW).next_at < NOW + often for number in range(50))


def test_a_page_is_looked_at_at_once() -> None:
    assert first_of_page("00ff", feed(), "https://a.example/1", NOW) == poll(
        key="article:00ff", address="https://a.example/1"
    )


@pytest.mark.parametrize(
    ("went", "failures", "usual"),
    [
        (Condition.WELL, 0, FIVE),
        (Condition.WELL, 9, FIVE),
        (Condition.DOWN, 0, FIVE),
        (Condition.DOWN, 1, 2 * FIVE),
        (Condition.DOWN, 2, 4 * FIVE),
        (Condition.WALLED, 3, 8 * FIVE),
        (Condition.MALFORMED, 4, 16 * FIVE),
        (Condition.LIMITED, 1, 2 * FIVE),
        (Condition.DOWN, 9, DAY),
        (Condition.DOWN, 5_000, DAY),
        (Condition.REFUSED, 0, DAY),
        (Condition.GONE, 0, DAY),
    ],
)
def test_a_source_that_fails_is_left_alone_longer_each_time(
    went: Condition, failures: int, usual: dt.timedelta
) -> None:
    seen = after(poll(failures=failures), went, NOW, every=FIVE, changed=False)
    assert about(seen.next_at - NOW, usual)
    assert seen.failures == (0 if went is Condition.WELL else failures + 1)


def test_what_a_look_found_is_noted() -> None:
    new = after(poll(unchanged=4), Condition.WELL, NOW, every=FIVE, changed=True)
    assert (new.unchanged, new.asked_at, new.answered_at, new.changed_at) == (0, NOW, NOW, NOW)
    later = NOW + FIVE
    same = after(new, Condition.WELL, later, every=FIVE, changed=False)
    assert (same.unchanged, same.asked_at, same.answered_at, same.changed_at) == (1, later, later, NOW)
    down = after(same, Condition.DOWN, later + FIVE, every=FIVE, changed=False)
    assert (down.unchanged, down.failures, down.asked_at, down.answered_at) == (1, 1, later + FIVE, later)


def test_a_server_is_left_alone_for_as_long_as_it_asks() -> None:
    seen = after(poll(), Condition.LIMITED, NOW, every=FIVE, changed=False, wait=3 * HOUR)
    assert 3 * HOUR <= seen.next_at - NOW <= 3.3 * HOUR


def test_a_wait_that_is_shorter_than_the_interval_changes_nothing() -> None:
    asked = after(poll(), Condition.LIMITED, NOW, every=FIVE, changed=False, wait=dt.timedelta(seconds=1))
    assert asked == after(poll(), Condition.LIMITED, NOW, every=FIVE, changed=False)


def test_the_same_look_gives_the_same_next_one_and_others_give_others() -> None:
    times = {after(poll(key=f"source:{n}"), Condition.WELL, NOW, every=FIVE, changed=True).next_at for n in range(500)}
    assert len(times) > 490
    again = {after(poll(key=f"source:{n}"), Condition.WELL, NOW, every=FIVE, changed=True).next_at for n in range(500)}
    assert times == again


@pytest.mark.parametrize(
    ("every", "ago", "usual"),
    [
        (FIVE, 0 * HOUR, FIVE),
        (FIVE, 5 * HOUR, FIVE),
        (FIVE, 7 * HOUR, 3 * FIVE),
        (FIVE, 30 * HOUR, 12 * FIVE),
        (FIVE, 80 * HOUR, 36 * FIVE),
        (HOUR, 80 * HOUR, 6 * HOUR),
        (FIVE, -30 * HOUR, FIVE),
    ],
)
def test_a_page_that_does_not_change_is_looked_at_more_rarely(
    every: dt.timedelta, ago: dt.timedelta, usual: dt.timedelta
) -> None:
    seen = paged(poll(changed_at=NOW - ago), Condition.WELL, NOW, every=every, days=5)
    assert seen is not None
    assert about(seen.next_at - NOW, usual)


def test_a_page_that_is_to_be_looked_at_rarely_is_not_looked_at_more_often() -> None:
    seen = paged(poll(unchanged=5), Condition.WELL, NOW, every=12 * HOUR, days=5)
    assert seen is not None
    assert about(seen.next_at - NOW, 12 * HOUR)


@pytest.mark.parametrize(("ago", "ends"), [(4.9, False), (5.0, True), (50.0, True), (-3.0, False)])
def test_a_page_without_a_change_for_days_is_not_looked_at_any_more(ago: float, ends: bool) -> None:
    changed = poll(changed_at=NOW - dt.timedelta(days=ago), answered_at=NOW)
    assert (paged(changed, Condition.WELL, NOW, every=FIVE, days=5) is None) == ends
    assert (paged(changed, Condition.DOWN, NOW, every=FIVE, days=5) is None) == ends


@pytest.mark.parametrize("went", [Condition.WELL, Condition.REFUSED, Condition.GONE, Condition.DOWN])
def test_looking_at_a_page_that_never_changes_or_never_answers_ends(went: Condition) -> None:
    seen: Poll | None = poll(key="article:00ff")
    now, looks = NOW, 0
    while seen is not None:
        now, looks = seen.next_at, looks + 1
        seen = paged(seen, went, now, every=15 * MINUTE, days=5)
    assert 4 * DAY < now - NOW < 7 * DAY
    assert looks < 200


@pytest.mark.parametrize(
    ("known", "ahead", "most"),
    [
        ({}, 30 * DAY, MINUTE),
        ({"condition": Condition.WELL}, 30 * DAY, 5.5 * MINUTE),
        ({"condition": Condition.WELL, "key": "article:00ff"}, 30 * DAY, 6.6 * HOUR),
        ({"condition": Condition.DOWN}, 30 * DAY, 1.1 * DAY),
        ({"condition": Condition.WELL}, FIVE, FIVE),
        ({"condition": Condition.LIMITED}, 20 * HOUR, 20 * HOUR),
        ({"condition": Condition.WELL}, -DAY, -DAY),
    ],
)
def test_a_look_that_lies_too_far_ahead_is_pulled_in(
    known: dict[str, Any], ahead: dt.timedelta, most: dt.timedelta
) -> None:
    set_then = poll(next_at=NOW + ahead, **known)
    seen = mended(set_then, NOW, FIVE)
    assert seen == replace(set_then, next_at=NOW + most)


LENGTHS = st.integers(min_value=1, max_value=86_400).map(lambda seconds: dt.timedelta(seconds=seconds))
POLLS = st.builds(
    poll,
    key=st.sampled_from(["source:A", "source:Ü"]),
    failures=st.integers(min_value=0, max_value=10_000),
    unchanged=st.integers(min_value=0, max_value=10_000),
)


@given(
    known=POLLS,
    went=st.sampled_from([each for each in Condition if each is not Condition.NEW]),
    every=LENGTHS,
    changed=st.booleans(),
    wait=st.none() | st.timedeltas(min_value=dt.timedelta(), max_value=400 * DAY),
)
def test_the_next_look_is_never_before_now_and_never_more_than_a_day_and_its_spread_away(
    known: Poll, went: Condition, every: dt.timedelta, changed: bool, wait: dt.timedelta | None
) -> None:
    seen = after(known, went, NOW, every=every, changed=changed, wait=wait)
    page = paged(replace(known, key="article:00ff"), went, NOW, every=every, days=9, wait=wait)
    for each in (seen, page):
        if each is not None:
            assert NOW < each.next_at <= NOW + 1.1 * DAY
            assert mended(each, NOW, every).next_at == each.next_at, "a clock that is right mends nothing"
    if wait is not None and went is not Condition.WELL:
        assert seen.next_at >= NOW + min(wait, DAY)

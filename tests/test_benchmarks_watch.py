"""The benchmark of many feeds, at its smallest, and by ``make soak`` at the size that the issue asks for."""

from __future__ import annotations

import re

import feedparser
import pytest

from benchmarks.made_feeds import START, Feeds, Quiet
from benchmarks.watch_feeds import ALL_NEW, SOME_NEW, Figures, Row, growth, measure, told
from discrepancy.fetching.asked import Request

FEEDS, ITEMS = 1000, 50
"""What one process is to follow."""
STEADY = 0.1
QUICKER = 5
"""How many times feedparser alone takes for a feed, of which nothing is new, at the least."""
A_TICK = 0.01


def row(memory: float, sort: str = "304") -> Row:
    return Row(sort, seconds=1, processor=0.5, parses=0, memory=memory, feedparser=0.01)


def test_feeds_are_the_same_each_time_and_say_what_is_new() -> None:
    one, other = Feeds(3, 4), Feeds(3, 4)
    assert [one.bytes_of(n) for n in range(3)] == [other.bytes_of(n) for n in range(3)]
    [address, *_] = one.addresses()
    first = one.ask(Request(address=address))
    assert (first.status, first.data) == (200, one.bytes_of(0))
    assert one.ask(Request(address=address, etag=first.etag)).status == 304
    one.quiet = Quiet.SAME_BYTES
    assert one.ask(Request(address=address, etag=first.etag)).data == first.data
    assert one.move_on(0.5, START) == 6
    assert [one.bytes_of(n) for n in range(3)] != [other.bytes_of(n) for n in range(3)]


def test_items_are_news_of_forty_to_eighty_words_and_few_stories_are_told_thrice() -> None:
    made = Feeds(10, 30)
    parsed = [feedparser.parse(made.bytes_of(n)) for n in range(10)]
    assert {len(feed.entries) for feed in parsed} == {30}
    entries = [entry for feed in parsed for entry in feed.entries]
    assert {len(re.findall(r"\S+", entry.summary)) // 10 for entry in entries} <= {4, 5, 6, 7, 8}
    assert len({entry.title for entry in entries}) == 300 - 2 * 3
    assert len({entry.id for entry in entries}) == 300


def test_rounds_in_which_nothing_is_new_parse_nothing() -> None:
    figures = measure(4, 4, 1)
    assert [each.sort for each in figures.rows] == [ALL_NEW, "304", "same bytes", SOME_NEW]
    assert figures.of(ALL_NEW)[0].parses >= 4 + 16
    assert {each.parses for sort in Quiet for each in figures.of(sort)} == {0}
    assert all(each.parses > 1 for each in figures.of(SOME_NEW))
    assert figures.articles == 16 + 1 + 1
    assert 0 < figures.stories <= figures.articles
    found = told(figures, 4)
    assert found["304_parses"] == 0
    assert len(found["same_bytes_mb"]) == 1


def test_growth_is_that_of_the_last_rounds() -> None:
    assert growth([row(900), *[row(100)] * 15]) == 0
    assert growth([row(100 + n) for n in range(15)]) == pytest.approx(0.14)
    assert growth([row(100)]) == 0
    assert told(Figures((row(1),), 0, 0, 0, 0, 0), 50)["304_times_faster_than_feedparser"] == pytest.approx(1)


@pytest.mark.soak
def test_a_thousand_feeds_are_followed_with_steady_memory() -> None:
    figures = measure(FEEDS, ITEMS, 20)
    for sort in Quiet:
        rows = figures.of(sort)
        assert not any(each.parses for each in rows)
        assert growth(rows) < STEADY
        assert told(figures, FEEDS)[f"{sort.replace(' ', '_')}_times_faster_than_feedparser"] > QUICKER
    assert figures.tick < A_TICK

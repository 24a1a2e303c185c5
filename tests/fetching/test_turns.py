"""Hosts are asked in turn, and forgotten when they were left alone long enough."""

from __future__ import annotations

import pytest

from discrepancy.fetching.turns import Turns
from tests.fetching.answering import Hours


def test_hosts_are_forgotten_when_their_gap_is_over() -> None:
    hours = Hours()
    turns = Turns(hours, hours.pause)
    for number in range(1000):
        with turns.turn(f"host-{number}", 2.0):
            hours.now += 0.5
    assert len(turns) <= 5
    assert not hours.pauses


def test_the_longer_gap_of_a_host_is_waited_for() -> None:
    hours = Hours()
    turns = Turns(hours, hours.pause)
    for gap in (30.0, 1.0, 1.0):
        with turns.turn("host", gap):
            pass
    assert hours.pauses == [30.0, 1.0]


def test_a_clock_that_is_set_back_makes_nobody_wait_longer_than_a_gap() -> None:
    hours = Hours()
    turns = Turns(hours, hours.pause)
    with turns.turn("host", 2.0):
        pass
    hours.now -= 500
    with turns.turn("host", 2.0):
        pass
    assert hours.pauses == [2.0]
    with turns.turn("other", 2.0):
        pass
    assert len(turns) == 2


def test_a_turn_ends_where_the_question_failed() -> None:
    hours = Hours()
    turns = Turns(hours, hours.pause)
    with pytest.raises(ValueError, match="damaged"), turns.turn("host", 1.0):
        raise ValueError("damaged")
    with turns.turn("host", 1.0):
        pass
    assert hours.pauses == [1.0]

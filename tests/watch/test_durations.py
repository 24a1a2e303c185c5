"""Lengths of time as a person writes them, and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.watch.durations import duration, written_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0s", 0),
        ("30s", 30),
        ("5m", 300),
        (" 5 M ", 300),
        ("1h30m", 5_400),
        ("1h 30m", 5_400),
        ("90d", 7_776_000),
        ("2w", 1_209_600),
    ],
)
def test_a_length_of_time_is_read(text: str, seconds: int) -> None:
    assert duration(text) == dt.timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text", ["", "5", "m", "-5m", "5 minutes", "1.5h", "30m1h", "1m2m", "5m!", "٥m", "1234567s", "1h\n30m", "1y"]
)
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert duration(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_what_is_written_is_read_as_the_same(seconds: int) -> None:
    length = dt.timedelta(seconds=seconds)
    assert duration(written_duration(length)) == length


def test_lengths_are_written_in_the_largest_units() -> None:
    assert written_duration(dt.timedelta(days=15, minutes=90)) == "2w1d1h30m"
    assert written_duration(dt.timedelta()) == "0s"

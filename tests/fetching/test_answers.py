"""What headers say: how long to wait, and what can be sent back."""

from __future__ import annotations

import datetime as dt

import pytest

from discrepancy.fetching.answers import conditions, wait
from discrepancy.fetching.asked import Request

NOW = dt.datetime(2024, 3, 5, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "90"}, 90),
        ({"retry-after": " 90 "}, 90),
        ({"retry-after": "0"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "\u0663"}, None),
        ({"retry-after": "9" * 5000}, 86_400),
        ({"retry-after": "604800"}, 86_400),
        ({"retry-after": "Tue, 05 Mar 2024 08:01:00 GMT"}, 60),
        ({"retry-after": "Tuesday, 05-Mar-24 08:01:00 GMT"}, 60),
        ({"retry-after": "Tue Mar  5 08:01:00 2024"}, 60),
        ({"retry-after": "Tue, 05 Mar 2024 07:59:00 GMT"}, None),
        ({"retry-after": "Wed, 05 Mar 2025 08:00:00 GMT"}, 86_400),
        ({"retry-after": "Tue, 99 Mar 2024 08:01:00 GMT"}, None),
        ({"retry-after": "Tue, 05 Mar 2024 09:01:00 GMT", "date": "Tue, 05 Mar 2024 09:00:00 GMT"}, 60),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: int | None) -> None:
    assert wait(headers, NOW) == (None if seconds is None else dt.timedelta(seconds=seconds))


def test_without_anything_known_nothing_is_said() -> None:
    assert conditions(Request(address="http://news.example/"), onward=False) == {}

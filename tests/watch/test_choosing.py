"""Which alerts a channel is told."""

from __future__ import annotations

from typing import Any

import pytest

from discrepancy.followed import AlertKind
from discrepancy.said import Level
from discrepancy.watch.choosing import wanted
from tests.watch.told import alert, channel

FOUND = alert(
    kind=AlertKind.CONTRADICTION,
    level=Level.WARNING,
    rule="NUM001",
    story="00ff12ab",
    sources=("Harbour Post", "Meridian Press"),
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, True),
        ({"level": Level.NOTE}, True),
        ({"level": Level.WARNING}, True),
        ({"level": Level.ERROR}, False),
        ({"kinds": (AlertKind.CONTRADICTION, AlertKind.CORRECTION)}, True),
        ({"kinds": (AlertKind.CORRECTION,)}, False),
        ({"rules": ("NUM001",)}, True),
        ({"rules": ("NUM002",)}, False),
        ({"sources": ("Meridian Press", "Our site")}, True),
        ({"sources": ("Our site",)}, False),
        ({"stories": ("00ff",)}, True),
        ({"stories": ("00ff12ab", "77aa")}, True),
        ({"stories": ("77aa",)}, False),
        ({"rules": ("NUM001",), "level": Level.ERROR}, False),
        ({"rules": ("NUM001",), "sources": ("Harbour Post",)}, True),
    ],
)
def test_an_alert_is_told_where_all_that_is_asked_for_fits(asked: dict[str, Any], told: bool) -> None:
    assert wanted(channel(**asked), FOUND) is told


def test_a_change_is_of_no_rule() -> None:
    assert not wanted(channel(rules=("NUM001",)), alert(kind=AlertKind.CORRECTION, rule="correction"))

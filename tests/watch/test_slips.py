"""Figures of the same digits in another order."""

from __future__ import annotations

import pytest

import discrepancy
from discrepancy.settings import Settings
from discrepancy.watch.slips import slips
from tests.watch.versions import document

GATE = "The club won the cup in front of 61,482 spectators at Haverling Park."


@pytest.mark.parametrize(
    ("other", "labels"),
    [
        (
            "The attendance was 64,182, a record for the final.",
            [["61,482", "64,182"]],
        ),
        ("Attendance on the day was 61,482, a record for the ground.", []),
        ("The ground was built for 61,824 crowns in 1921.", []),
        ("Attendance was put at 64,182 first and then at 61,482.", []),
        ("Attendance was about 64,182, a record for the ground.", []),
    ],
)
def test_two_sources_have_the_same_digits_in_another_order(other: str, labels: list[list[str]]) -> None:
    settings = Settings(without=("NUM001", "NUM003"))  # they hold figures of like words together
    report = discrepancy.check([document(GATE, "a"), document(other, "b")], settings=settings)
    assert [[value.label for value in found.values] for found in slips(report.data)] == labels

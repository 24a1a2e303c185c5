"""Descriptions of one person that tell of two trades, and those that do not."""

from __future__ import annotations

import pytest

from discrepancy.followed import ChangeKind
from discrepancy.watch.changes import changes
from discrepancy.watch.trades_apart import are_two_trades
from tests.watch.versions import SETTINGS, document


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("midwife", "porter", True),
        ("club's treasurer", "club's secretary", True),
        ("banks analyst", "head of research", True),
        ("doctor", "surgeon", False),
        ("marine scientist", "oceanographer", False),
        ("head coach", "manager", False),
        ("shop's owner", "shopkeeper", False),
        ("Sgt", "Sergeant", False),
        ("retired teacher", "former schoolteacher", False),
    ],
)
def test_two_trades_are_told_from_one_in_other_words(one: str, other: str, two: bool) -> None:
    assert are_two_trades(one, other) is two
    assert are_two_trades(other, one) is two


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "Rosa Lind, a midwife at the unit, told the inquiry.",
            "Rosa Lind, a porter at the unit, told the inquiry.",
            1,
        ),
        ("Paul Denning, a plumber, died there.", "Paul Denning, a postman, died there.", 0),
    ],
)
def test_a_post_with_somebody_is_a_fact_and_a_mere_description_is_none(before: str, after: str, told: int) -> None:
    found = changes(document(before), document(after, "v2"), SETTINGS)
    assert len([each for each in found if each.kind is ChangeKind.CHANGED]) == told

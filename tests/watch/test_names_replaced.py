"""Names put in the place of others."""

from __future__ import annotations

import pytest

from discrepancy.followed import ChangeKind
from discrepancy.watch.changes import changes
from tests.watch.versions import SETTINGS, document


def _changed(before: str, after: str) -> list[tuple[str, str]]:
    tail = "\nResidents said they had heard nothing from the council."
    found = changes(document(before + tail), document(after + tail, "v2"), SETTINGS)
    return [(each.before, each.after) for each in found if each.kind is ChangeKind.CHANGED]


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        (
            "The convoy was hit on Route 14 near the border.",
            "The convoy was hit on Route 41 near the border.",
            "14",
            "41",
        ),
        (
            "The road between Corley and Wexham was shut.",
            "The road between Corley and Dunsop was shut.",
            "Wexham",
            "Dunsop",
        ),
        (
            "The blast was in Mill Lane, police said.",
            "The blast was in Mill Road, police said.",
            "Mill Lane",
            "Mill Road",
        ),
        (
            "The injured were taken to Fairholme Infirmary.",
            "The injured were taken to Brackley General.",
            "Fairholme",
            "Brackley",
        ),
        ("The firm is owned by the Aldous family.", "The firm is owned by the Brandt family.", "Aldous", "Brandt"),
        ("He was driving a red Volvo.", "He was driving a red Saab.", "Volvo", "Saab"),
    ],
)
def test_a_name_in_the_place_of_another_is_a_change(before: str, after: str, old: str, new: str) -> None:
    ((was, now),) = _changed(before, after)
    assert old in was
    assert new in now


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They were taken to Fairholme Hospital.", "They were taken to Fairholme General Hospital."),
        ("The report was published by the Marine Safety Board.", "The report was published by the MSB."),
        ("The Foreign Office advised against travel.", "The British government advised against travel."),
        ("The sale to Ferrol plc was agreed on Monday.", "The sale to Ferrol Group was agreed on Monday."),
        (
            "Flood warnings are in place on the Arle and the Tam.",
            "Flood warnings are in force on the Tam and the Arle.",
        ),
        ("Flights to Madrid and Lisbon were delayed.", "Flights to Spain and Portugal were delayed."),
        ("The US firm will cut 800 jobs.", "The American firm will cut 800 jobs."),
        ("Firefighters from Denby were sent.", "Crews from Denby were sent."),
        ("The company, based in Oslo, said sales rose.", "The Norwegian company said sales rose."),
    ],
)
def test_one_thing_by_another_name_is_none(before: str, after: str) -> None:
    assert _changed(before, after) == []

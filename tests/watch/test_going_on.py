"""Counts that go on while an event does."""

from __future__ import annotations

import pytest

from discrepancy.followed import ChangeKind
from discrepancy.watch.changes import changes
from tests.watch.versions import SETTINGS, document


@pytest.mark.parametrize(
    ("before", "after", "grown"),
    [
        ("A helpline had taken 240 calls by 9am.", "A helpline had taken 390 calls by 3pm.", True),
        ("So far 9 of the wards have declared.", "So far 15 of the wards have declared.", True),
        ("The fire has burned 2,400 hectares.", "The fire has burned 3,100 hectares.", True),
        ("The fire has burned 2,400 hectares.", "The fire has burned 4,200 hectares.", False),
        ("The fire has burned 3,100 hectares.", "The fire has burned 2,400 hectares.", False),
        ("The plant employs 240 welders.", "The plant employs 390 welders.", False),
    ],
)
def test_a_count_goes_on_where_the_words_say_so(before: str, after: str, grown: bool) -> None:
    found = changes(document(before), document(after, "v2"), SETTINGS)
    assert [change.grown for change in found if change.kind is ChangeKind.CHANGED] == [grown]

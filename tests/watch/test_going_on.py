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
        ("Forty homes are under water.", "Sixty-two homes are under water.", True),
        ("The fund has raised £18,000.", "The fund has raised £26,500.", True),
        ("Some 12,000 customers are without power.", "Some 7,500 customers are without power.", True),
        ("The river stood at 4.1 metres at the gauge.", "The river stood at 4.6 metres at the gauge.", True),
        ("Six people are being treated in hospital.", "Nine people are being treated in hospital.", True),
        ("The stadium holds 24,000 people.", "The stadium holds 26,000 people.", False),
        ("The suspect, 34, is from Oldcastle.", "The suspect, 36, is from Oldcastle.", False),
        ("Six planes will take part in the display.", "Nine planes will take part in the display.", False),
        ("The project will cost $12m.", "The project will cost $15m.", False),
        ("Police arrested 13 people.", "Police arrested 130 people.", False),
        ("The plant employs 240 welders.", "The plant employs 390 welders.", False),
    ],
)
def test_a_count_goes_on_where_the_words_say_so(before: str, after: str, grown: bool) -> None:
    found = changes(document(before), document(after, "v2"), SETTINGS)
    assert [change.grown for change in found if change.kind is ChangeKind.CHANGED] == [grown]

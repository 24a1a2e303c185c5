"""Values that a text tells as what was."""

from __future__ import annotations

import pytest

from discrepancy.watch.former import is_told_as_former


@pytest.mark.parametrize(
    ("sentence", "value", "former"),
    [
        ("The toll rose to 17, from 14 in the morning.", "14", True),
        ("The toll rose to 17, from 14 in the morning.", "17", False),
        ("Seventeen died, raising an earlier toll of 14.", "14", True),
        ("It killed 17 people, not 14 as reported earlier.", "14", True),
        ("The number was put at 14 initially.", "14", True),
        ("The train from Halden carried 14 people.", "14", False),
        ("It fined 14 people.", "14", False),
    ],
)
def test_a_value_is_told_as_what_was(sentence: str, value: str, former: bool) -> None:
    start = sentence.index(value)
    assert is_told_as_former(sentence, start, start + len(value)) is former

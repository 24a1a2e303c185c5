"""Dates and places of full articles that tell one event in words of their own."""

from __future__ import annotations

import pytest

from discrepancy.rules import judge_story
from tests.builders import story

_MORE = (
    " The mayor thanked everybody who helped. Nobody else was hurt, a doctor said. Neighbours brought blankets and tea."
    " The school will stay closed. Engineers began to look at the pipes. Insurance firms sent their own people."
)
_ONE = "A blast at the Harrow bakery brought down the {side} half of the building on {day}."
_OTHER = "The {side} half of the Harrow bakery lay in ruins after the blast on {day}, which shook the street."


def rules(one: str, other: str) -> set[str]:
    return {each.rule for each in judge_story(story(one + _MORE, other + _MORE)) if each.reconciliation is None}


@pytest.mark.parametrize(
    ("side", "day", "found"),
    [("western", "12 May 2024", "PLA001"), ("eastern", "14 May 2024", "DAT001")],
)
def test_what_is_told_otherwise(side: str, day: str, found: str) -> None:
    one = _ONE.format(side="eastern", day="12 May 2024")
    assert found in rules(one, _OTHER.format(side=side, day=day))
    assert not {"PLA001", "DAT001"} & rules(one, _OTHER.format(side="eastern", day="12 May 2024"))

"""Totals far from their parts, sums told of one state, sums in two currencies, and changes of counted things."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story


def codes(*texts: str) -> set[str]:
    return {each.rule for each in judge_story(story(*texts)) if each.rule.startswith("NUM")}


SHED = "The grocer will shed 950 jobs. "
HURT = "The storm left 38 dead and 140 injured, the ministry said."


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["The toll rose to 43. Of the dead, 27 are from Lorne, 10 from Sel and five from Rua."], "NUM012"),
        ([SHED + "Of the posts to go, 520 are in stores, 240 in depots and 160 at head office."], "NUM012"),
        (["The fleet has 46 aircraft, made up of 20 Airbuses, 18 Boeings and 12 turboprops."], "NUM012"),
        (["The number of stewards had been increased by 20 per cent, from 800 to 1,000."], "NUM013"),
        (["The airline will cut 900 jobs, about one in eight of a workforce of 11,400, it said."], "NUM014"),
        (["It must be kept in a fridge, at no more than 8C (64F)."], "NUM011"),
        ([HURT, "The storm has left 178 people dead."], "NUM005"),
        (["The airline had a net loss of 118 million euros.", "It lost £118m last year."], "NUM002"),
    ],
)
def test_what_does_not_fit(texts: list[str], code: str) -> None:
    assert code in codes(*texts)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["The toll rose to 42. Of the dead, 27 are from Lorne, 10 from Sel and five from Rua."], "NUM012"),
        ([SHED + "Of the posts to go, 520 are in stores, 240 in depots and 190 at head office."], "NUM012"),
        (["The toll is 43. Of the dead, 20 are women, 15 are men and seven are others."], "NUM012"),
        (["The number of stewards had been increased by 25 per cent, from 800 to 1,000."], "NUM013"),
        (["The airline will cut 900 jobs, about one in 12 of a workforce of 11,400, it said."], "NUM014"),
        (["It must be kept in a fridge, at no more than 8C (46F)."], "NUM011"),
        ([HURT, "In all 178 people were killed or injured by the storm."], "NUM005"),
        (["It lost 118 million euros.", "It lost £100m (118 million euros) and owes £118m."], "NUM002"),
    ],
)
def test_what_fits(texts: list[str], code: str) -> None:
    assert code not in codes(*texts)

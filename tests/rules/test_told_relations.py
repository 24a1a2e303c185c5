"""Figures that follow from others told elsewhere: of one vote, of one change, of a list, of one measure."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story

RULES = {"NUM002", "NUM005", "NUM011", "NUM012", "NUM013", "NUM014", "NUM017"}


def rules(*texts: str) -> set[str]:
    return {each.rule for each in judge_story(story(*texts)) if each.rule in RULES}


VOTE = "The union said 2,416 members had voted in favour of the offer and 1,038 against."


@pytest.mark.parametrize(
    ("texts", "rule"),
    [
        ((VOTE, "Of the 3,445 members who voted, most backed the offer."), "NUM012"),
        ((VOTE, "The ballot of the drivers was 2,416 to 1,308 for the deal."), "NUM017"),
        ((VOTE, "The drivers voted by 80% to 30% for the offer."), "NUM014"),
        ((VOTE, "Eight in ten of those who voted took the offer."), "NUM014"),
        (
            ("Lena Orr had 28,210 votes, or 47.2%, and Paul Dray 27,806, or 46.5%. Her lead of 440 votes may shrink.",),
            "NUM013",
        ),
        (("Lena Orr had 28,210 votes, or 47.2%, and Paul Dray 27,806, or 36.5%.",), "NUM014"),
        (
            ("The jury convicted her by 10 to two.", "Her verdict was by a majority of 11 to one, the jury said."),
            "NUM017",
        ),
    ],
)
def test_what_follows_from_a_vote(texts: tuple[str, ...], rule: str) -> None:
    assert rule in rules(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        (VOTE, "Of the 3,454 members who voted, 70% backed the offer."),
        (VOTE, "The drivers voted by 70% to 30% for the offer."),
        ("Lena Orr had 28,210 votes, or 47.2%, and Paul Dray 27,806, or 46.5%. Her lead of 404 votes may shrink.",),
        (
            "The council voted 11-4 for the budget. It voted 8-7 for the new car park.",
            "The council voted 10-5 for the budget. It voted 9-6 for the new car park.",
        ),
        ("Staff voted four to one to walk out.", "Some 11,040 voted for the strike and 2,760 against it."),
    ],
)
def test_votes_that_fit_or_are_several(texts: tuple[str, ...]) -> None:
    assert rules(*texts) == set()


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("Sales of lamps rose 28% to $894 million.", "Sales of lamps rose to $894 million from $757 million.", True),
        ("Sales of lamps rose 18% to $894 million.", "Sales of lamps rose to $894 million from $757 million.", False),
        ("Sales of lamps rose 4% to $894m on the month.", "Sales rose to $894 million from $757 million.", False),
        ("The shares fell 14p to 401p.", "The shares closed 9.3% lower at 401p.", True),
        ("The shares fell 41p to 401p.", "The shares closed 9.3% lower at 401p.", False),
    ],
)
def test_one_result_with_two_starts(one: str, other: str, fires: bool) -> None:
    assert rules(one, other) == ({"NUM013"} if fires else set())


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Rovers have 20 points from 16 matches, with five wins, six draws and five defeats.", False),
        ("Rovers have 20 points from 16 matches, with five wins, five draws and seven defeats.", True),
        ("He was guilty of six counts. He was cleared of three other counts. He had denied all eight.", True),
        ("He was guilty of six counts. He was cleared of two other counts. He had denied all eight.", False),
        ("The parties hold 157 seats between them: 136 for the Reds and 26 for the Greens.", True),
        ("The parties hold 157 seats between them: 131 for the Reds and 26 for the Greens.", False),
        ("The firm will cut 640 jobs. It will shut a mill with the loss of 390 jobs, and cut 520 posts in Ayr.", True),
        ("The firm will cut 640 jobs. It will shut a mill with the loss of 390 jobs, and cut 250 posts in Ayr.", False),
    ],
)
def test_sums_told_away_from_a_list(text: str, fires: bool) -> None:
    assert rules(text) == ({"NUM012"} if fires else set())


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("The barge carried 36,000 tonnes of rape oil.", "The barge with its 36,000 barrels of oil sank.", {"NUM002"}),
        ("The plant yields 316 megawatts of power.", "The plant would yield 316 gigawatts of power.", {"NUM002"}),
        ("The club lost 18.6 million kroner on the season.", "A loss of €18.6m sank the club.", {"NUM002"}),
        ("The club lost 18.6 million Danish kroner.", "The club lost 18.6 million kroner.", set()),
        (
            "The lander weighed 1,870 kg with its fuel at launch.",
            "The lander weighed 4,120 kg with its fuel at launch.",
            {"NUM002"},
        ),
        ("The lander weighed 1,870 kg with its fuel.", "The lander weighed 4,120 pounds with its fuel.", set()),
        ("The ferry had 214 passengers and two crew aboard.", "It had 214 passengers and crew aboard.", {"NUM005"}),
        ("The ferry had 214 passengers and two crew aboard.", "The ferry had 214 passengers aboard.", set()),
    ],
)
def test_one_measure_in_two_units(one: str, other: str, rule: set[str]) -> None:
    assert rules(one, other) >= rule if rule else not rules(one, other)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("The firm took 64 million pounds ($28 million) from savers.", True),
        ("The firm took 64 million pounds ($82 million) from savers.", False),
        ("The firm took 64 million pounds ($125 million) from savers, the Sydney court heard.", False),
        ("The law saves €1.9 billion (£2.3 billion).", True),
        ("The law saves €1.9 billion (£1.6 billion).", False),
        ("The mission cost A$310 million ($495 million).", True),
    ],
)
def test_rates_of_these_days(text: str, fires: bool) -> None:
    assert rules(text) == ({"NUM011"} if fires else set())

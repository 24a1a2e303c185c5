"""When one figure is told of two things, and when the two have it by chance or a version tells both."""

import pytest

from discrepancy.messages import render
from discrepancy.model import Finding, Level
from discrepancy.rules import judge_story
from tests.builders import story


def found(*texts: str) -> list[Finding]:
    return [each for each in judge_story(story(*texts)) if each.rule == "NUM005"]


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        (
            "The blast left 23 people dead or injured.",
            "The blast killed 23 people.",
            ["23 (killed)", "23 (people dead or injured)"],
        ),
        (
            "There were 16,800 entries for the race. A total of 13,912 runners reached the finish.",
            "She was one of 16,800 people who finished the course.",
            ["16,800 (finished)", "16,800 (entries)", "13,912"],
        ),
        (
            "The fire forced 1,150 people from their homes.",
            "Some 1,150 homes were evacuated in the fire.",
            ["1,150 (people)", "1,150 (homes)"],
        ),
        (
            "The department lost £5.2bn to fraud and error last year.",
            "The department lost £5.2bn to fraud last year.",
            ["£5.2bn (fraud)", "£5.2bn (fraud and error)"],
        ),
        (
            "Police arrested 34 people and 12 of them were charged.",
            "Police said 34 people had been charged.",
            ["34 (charged)", "34 (arrested)", "12"],
        ),
        (
            "Airlines ordered 120 jets and the maker delivered 84.",
            "Of the jets, 120 were delivered, the maker said.",
            ["120 (delivered)", "120 (ordered)", "84"],
        ),
        (
            "The school had 940 applicants and 310 were admitted.",
            "The school said 940 pupils were admitted.",
            ["940 (admitted)", "940 (applicants)", "310"],
        ),
        (
            "Of the town's residents, 45,200 are registered and 21,300 voted.",
            "In the town 45,200 people voted on Sunday.",
            ["45,200 (voted)", "45,200 (registered)", "21,300"],
        ),
        (
            "The hall was full: 512 people were invited and 420 attended.",
            "On the night 512 people attended, the mayor said.",
            ["512 (attended)", "512 (invited)", "420"],
        ),
    ],
)
def test_one_figure_of_two_things(one: str, other: str, labels: list[str]) -> None:
    (finding,) = found(one, other)
    assert finding.level is Level.ERROR
    assert [value.label for value in finding.values] == labels
    assert [each.id for each in found(other, one)] == [finding.id]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crash killed 23 people and injured 40.", "The crash killed 23 people."),
        ("The ferry carried 143 passengers and 21 crew.", "All 143 passengers were saved, the crew too."),
        ("The port handles 1,450 boxes a week.", "The port unloaded 1,450 boxes on Monday."),
        ("Police arrested 19 people in raids in 2023.", "In 2021, 19 people were charged. Police arrested 14."),
        (
            "The crash left 23 dead and 40 injured.",
            "Twenty-three people were injured when a bus crashed on Monday. Four died.",
        ),
        ("An earthquake in 2013 killed 23 people.", "Twenty-three people were injured on Monday and four died."),
        ("The fire killed 23 people.", "In the town 23 homes burned and 12 people were hurt."),
        ("The storm cut power to 1,400 homes.", "The town has 1,400 people."),
        ("Police arrested 34 people.", "The 34 people arrested on Sunday were charged on Monday."),
        ("With error it was £6bn, and fraud and error grew. Fraud cost £5.2bn.", "Fraud cost £5.2bn."),
        ("There were 16,800 entries.", "All 16,800 entrants finished the race, the organisers said."),
        ("About 1,200 people marched, and 1,200 homes were without power.", "About 1,200 people marched."),
        ("Of the 64 infected, 12 died.", "The 12 dead were among 64 people infected."),
        ("Six people were injured and two died.", "Six people died."),
        ("The clinic registered 120 cases. Only 80 patients finished the course.", "The builder completed 120 homes."),
        ("The council may invite 512 people; 420 attended last time.", "On the night 512 people attended."),
    ],
)
def test_figures_that_may_be_right(one: str, other: str) -> None:
    assert found(one, other) == []


def test_the_explanation_names_both_sides() -> None:
    (finding,) = found("The blast left 23 people dead or injured.", "The blast killed 23 people.")
    assert render(finding.explanation) == (
        "The figure 23 is told of “killed” in b and of “people dead or injured” in a: these are not the same count."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A ferry with 143 passengers ran aground.", "All 143 passengers and crew were saved."),
        ("The maker will create 900 jobs here.", "The plan will create or save 900 jobs."),
        ("It hands out 1,450 food parcels a week.", "It gives away 1,450 food parcels a month."),
        ("The inquiry found 27 of them had died.", "Twenty-seven patients died or suffered severe harm."),
        (
            "Police arrested 19 people in raids in June 2023. Fourteen were later charged.",
            "Nineteen people were charged after raids in June 2023.",
        ),
        ("The fire destroyed 240 homes.", "The fire damaged or destroyed 240 homes."),
    ],
)
def test_told_of_more_than_in_the_other_version(one: str, other: str) -> None:
    assert len(found(one, other)) == 1
    assert len(found(other, one)) == 1

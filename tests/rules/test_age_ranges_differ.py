"""The ages of one group between different bounds."""

import datetime as dt

import pytest

import discrepancy
from tests.builders import doc


def told(*texts: str) -> list[list[str]]:
    """The labels of each finding of the rule over versions of one day."""
    documents = [doc(text, id="abc"[n], published=dt.date(2024, 3, 14)) for n, text in enumerate(texts)]
    found = discrepancy.check(documents).findings
    return [[value.label for value in f.values] for f in found if f.rule == "NAM008"]


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        (
            "Four suspects, aged between 19 and 33, were arrested in a barn.",
            "Four men were arrested: two aged 19, and others aged 27 and 38.",
            ["19–33", "19–38"],
        ),
        (
            "The dead, two men and a woman, were between 61 and 88 years old, officials said.",
            "Those who died ranged in age from 71 to 88, the mayor said.",
            ["61–88", "71–88"],
        ),
        (
            "The nine injured miners are aged between 22 and 57.",
            "The miners who were injured are aged between 22 and 75.",
            ["22–57", "22–75"],
        ),
    ],
)
def test_one_bound_apart(one: str, other: str, labels: list[str]) -> None:
    assert told(one, other) == [labels]
    assert told(other, one) == [labels]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dead were aged between 61 and 88.", "The injured children were aged between 6 and 8."),
        ("Those who died were aged between 61 and 88.", "Those who died were aged between 61 and 89."),
        ("Ana Reis, 24, and Tom Hale, 41, were arrested.", "Two men, aged between 24 and 47, were arrested."),
        (
            "Five men, aged between 24 and 41, were arrested.",
            "Six men, aged between 24 and 47, were arrested.",
        ),
        (
            "Those who died were aged between 61 and 88. The patients who died in 2019 were aged between 70 and 88.",
            "Those who died were aged between 70 and 88.",
        ),
    ],
)
def test_what_may_be_two_groups(one: str, other: str) -> None:
    assert told(one, other) == []

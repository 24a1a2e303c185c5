"""When one figure is a rise in one version and a fall in another, and when the two are of other things."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story


def told(*texts: str) -> list[list[str]]:
    found = [each for each in judge_story(story(*texts)) if each.rule == "CLM002"]
    return [[value.label for value in each.values] for each in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tolmar shares fell 5.1% to 22.30 euros by noon.", "Tolmar's stock rose 5.1 percent in early trading."),
        (
            "The number of visitors to the museum fell by 12% last year.",
            "The number of visitors to the museum rose by 12% last year.",
        ),
        ("Homicides in Denver rose 14 percent in 2023.", "Homicides in Denver dropped 14 percent in 2023."),
    ],
)
def test_other_direction(one: str, other: str) -> None:
    assert len(told(one, other)) == 1
    assert told(one, other) == told(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik's sales in Europe rose 3%.", "Norvik's sales in Asia fell 3%."),
        ("Norvik's shares rose 5.1%.", "Tolmar's shares fell 5.1%."),
        ("Profit rose 4.2% in the first quarter.", "Profit fell 4.2% in the second quarter."),
        ("The index rose 1.2% on Monday.", "The index fell 1.2% on Tuesday."),
        ("Norvik shares fell 5.1% and then rose 5.1%.", "Norvik shares rose 5.1%."),
        ("Turnout rose 3%.", "Turnout fell 3%."),
        ("Exports to China fell 8.3%.", "Exports to India rose 8.3%."),
        ("Female employment rose 2.1%.", "Male employment fell 2.1%."),
        ("Norvik expects profit to rise 4.2% next year.", "Norvik's profit fell 4.2% last year."),
        ("If sales had risen 4.2%, Norvik would have hired.", "Norvik's sales fell 4.2%."),
        ("Petrol prices rose 2.5% in May.", "Diesel prices fell 2.5% in May."),
        ("Murders in Denver rose 14%.", "Murders in Boston fell 14%."),
    ],
)
def test_both_can_be_right(one: str, other: str) -> None:
    assert told(one, other) == []

"""Which contradictions are worth an alert."""

from __future__ import annotations

import pytest

from discrepancy.followed import Alert
from discrepancy.watch.judged import News
from discrepancy.watch.judging import judge
from tests.watch.versions import SETTINGS, document, told


def _alerts(one: str, other: str) -> tuple[Alert, ...]:
    first, new = told(document(one), "Meridian", 1), told(document(other), "Ledger", 2)
    return judge(News(story="s", new=new, moved=(), standing=(first, new)), SETTINGS).alerts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Profit before tax at Ferrol was £38.4m in the first quarter.",
            "Operating profit at Ferrol was £44.9m in the first quarter.",
        ),
        (
            "Marten borrowed 84,000 crowns from a builder in 2021 and never entered it in the assembly's books.",
            "Marten, a surveyor's son, entered the assembly in 2011 as member for Kelby.",
        ),
        (
            'The plan would "hit the poorest families hardest", Ruth Marsh said in Kelby.',
            'The plan "hits the poorest families hardest", Ruth Marsh said in Kelby.',
        ),
        (
            "The festival at Kelby drew 62,000 people on its first night, its organisers said.",
            "The festival site at Kelby is licensed for 65,000 people.",
        ),
        (
            "The river stood at 6.61 metres at Kelby at 5:30 a.m. on Tuesday.",
            "Further up the valley the gauge at Marl Lock showed 5.9 metres of water at 7 a.m.",
        ),
        (
            "The fire at Kelby has now burned 3,100 hectares of forest.",
            "The fire at Kelby has burned 2,400 hectares of forest.",
        ),
    ],
)
def test_what_may_be_of_two_things_or_of_two_hours_calls_nobody(one: str, other: str) -> None:
    assert _alerts(one, other) == ()


def test_a_finished_count_that_differs_is_told() -> None:
    fire = "A fire destroyed 31 houses in the village of Kelby on Thursday, the fire service said."
    (alert,) = _alerts(fire, fire.replace("31", "52"))
    assert {value.label for value in alert.values} == {"31", "52"}

"""Ages that take a person up again without the name."""

import datetime as dt

import pytest

import discrepancy
from tests.builders import doc

NAMED = "Elias Marsh, 27, won the race on Sunday in a record time."


def told(*texts: str) -> list[list[str]]:
    """The labels of each finding on ages over versions of one day."""
    documents = [doc(text, id="abc"[n], published=dt.date(2024, 3, 14)) for n, text in enumerate(texts)]
    found = discrepancy.check(documents).findings
    return [[value.label for value in f.values] for f in found if f.rule in {"NAM007", "NUM001"}]


@pytest.mark.parametrize(
    "text",
    [
        "Elias Marsh won the race on Sunday. The 37-year-old broke away at the bridge.",
        "It was there that Elias Marsh tired.\nWith two laps to go, the 72-year-old Briton looked over his shoulder.",
    ],
)
def test_one_taken_up_with_a_slip(text: str) -> None:
    assert len(told(NAMED, text)) == 1
    assert len(told(text, NAMED)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Elias Marsh won the race on Sunday. The 27-year-old broke away at the bridge.",
        "Elias Marsh beat Omar Bell on Sunday. The 37-year-old fell at the bridge.",
        "A 37-year-old man was hurt. Elias Marsh won the race on Sunday. The 37-year-old is in hospital.",
        "Elias Marsh said a runner had been hurt. The 37-year-old is in hospital.",
        "Elias Marsh won as a spectator, a woman, was hurt. The 37-year-old is in hospital.",
        "Elias Marsh won the race on Sunday. His father ran too. The 57-year-old came last.",
        "Elias Marsh won the race on Sunday. The 84-year-old record stood.",
        "Elias Marsh won the race. Coach Omar Bell praised him. The 47-year-old was in tears.",
    ],
)
def test_what_may_be_another(text: str) -> None:
    assert told(NAMED, text) == []


def test_a_given_name_that_is_an_office_too_keeps_two_namesakes_apart() -> None:
    one = "Gareth Lane, 52, was jailed for fraud on Friday. Lane had run the bank."
    other = "Lane, 52, was jailed for fraud. Former cashier Dean Lane, 36, who is no relation, said he was glad."
    found = discrepancy.check([doc(one, id="a"), doc(f"Gareth Lane ran the bank. {other}", id="b")]).findings
    assert [f.rule for f in found if f.rule in {"NAM007", "NUM001"}] == []

"""Figures that may be of one thing: explained where the story explains them, never flagged."""

import pytest

from discrepancy.model import Level
from tests.builders import story
from tests.samples import check_texts

POLICE = "Police said 90,000 people marched through the city on Sunday."
ORGANISERS = "The organisers said 150,000 people had filled the streets of the city on Sunday."


def test_two_accounts_are_kindred_and_no_group() -> None:
    told = story(POLICE, ORGANISERS)
    (kin,) = told.kindred
    assert [told.fact[i].mention.text for i in kin.facts] == ["90,000", "150,000"]
    assert not [group for group in told.groups if set(kin.facts) & set(group.facts)]


def test_kindred_is_told_as_a_note() -> None:
    (found,) = check_texts(POLICE, ORGANISERS).findings
    assert (found.rule, found.level) == ("NUM003", Level.NOTE)
    assert found.reconciliation
    assert found.reconciliation.kind == "attribution"


@pytest.mark.parametrize(
    "other",
    [
        "The organisers said tens of thousands of people had filled the streets of the city on Sunday.",
        "150,000 people had filled the streets of the city on Sunday.",
        "The police said 150,000 people live in the streets of the old city by the harbour.",
    ],
)
def test_what_nothing_accounts_for_is_left_unsaid(other: str) -> None:
    assert "NUM003" not in {found.rule for found in check_texts(POLICE, other).findings}


def test_figures_of_one_text_are_no_kin() -> None:
    assert story(f"{POLICE} {ORGANISERS}").kindred == ()

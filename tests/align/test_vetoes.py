"""What vetoes ask of a figure: two of which it is the same are vetoed beside the same others."""

from __future__ import annotations

from itertools import combinations

import pytest

from discrepancy.align.vetoes import told_like, vetoed
from discrepancy.model import Fact, FactRole
from tests.builders import quantities

TOLD = "The flood killed 14 people in Elmstead."


def figure(text: str) -> Fact:
    [found] = quantities(text)
    return found


def test_figures_of_other_values_are_told_alike() -> None:
    assert told_like(figure(TOLD)) == told_like(figure(TOLD.replace("14", "23")))


@pytest.mark.parametrize(
    "other",
    [
        "The flood killed 14 people in Dunmore.",
        "The flood killed 14 cows in Elmstead.",
        "The flood hurt 14 people in Elmstead.",
        "The flood killed 14 percent of people in Elmstead.",
        "The flood killed 14 more people in Elmstead.",
        "The flood killed 14 people in Elmstead in 2019.",
    ],
)
def test_figures_of_other_things_are_not(other: str) -> None:
    assert told_like(figure(TOLD)) != told_like(figure(other))


def test_what_is_told_alike_is_vetoed_alike() -> None:
    asked = [
        "The flood killed {} people in Elmstead.",
        "The flood killed {} people in Dunmore.",
        "In Elmstead {} people died in the flood, police said.",
        "The company employs {} people.",
        "The company will hire {} people in Lisbon.",
        "The price of bread rose by {} percent in May.",
    ]
    facts = quantities(*(text.format(value) for text in asked for value in (14, 23)))
    pairs = [(a, b) for a, b in combinations(facts, 2) if told_like(a) == told_like(b)]
    assert pairs
    for a, b in pairs:
        for other in facts:
            if other in {a, b} or a.role is other.role is FactRole.CHANGE:
                continue
            assert vetoed(a, other) == vetoed(b, other), (a.mention.text, b.mention.text, other.mention.text)

"""What a figure leaves room for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import discrepancy
from discrepancy.model import Hedge, Quantity
from discrepancy.rules.intervals import overlap, rounds_to
from discrepancy.units.leeway import bounds


def read(text: str) -> Quantity:
    (found,) = discrepancy.quantities(text)
    return found


def figures() -> st.SearchStrategy[Quantity]:
    """Counts and shares of any size and hedge, ranges too."""
    number = st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2)
    step = st.sampled_from([Decimal(1), Decimal(10), Decimal(1000), Decimal("0.1"), Decimal("0.01")])
    return st.builds(
        lambda one, other, hedge, step: Quantity(
            start=0, end=1, text="1", low=min(one, other), high=max(one, other), step=step, hedge=hedge
        ),
        number,
        number,
        st.sampled_from(Hedge),
        step,
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("120 people", 120, 120),
        ("exactly 120 people", 120, 120),
        ("about 120 people", 108, 132),
        ("more than 120 people", 120, 180),
        ("at least 120 people", 120, 240),
        ("up to 120 people", 60, 120),
        ("nearly 100 people", 85, 100),
        ("fewer than 100 people", 67, 100),
        ("120 to 140 people", 120, 140),
    ],
)
def test_bounds(text: str, low: int, high: int) -> None:
    assert bounds(read(text)) == (Decimal(low), Decimal(high))


@given(figures())
def test_bounds_hold_the_figure(figure: Quantity) -> None:
    low, high = bounds(figure)
    assert low <= high
    if figure.low >= 0:
        assert low <= figure.high
        assert figure.low <= high


@given(figures(), figures())
def test_overlap_has_no_direction(one: Quantity, other: Quantity) -> None:
    assert overlap(one, other) == overlap(other, one)


@given(figures())
def test_a_figure_overlaps_itself_and_does_not_round_to_itself(figure: Quantity) -> None:
    assert overlap(figure, figure)
    assert not rounds_to(figure, figure)


@given(figures(), figures())
def test_rounding_goes_one_way(one: Quantity, other: Quantity) -> None:
    assert not (rounds_to(one, other) and rounds_to(other, one))

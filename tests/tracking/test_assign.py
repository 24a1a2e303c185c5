"""One to one: the pairs that fit best together."""

from __future__ import annotations

from itertools import permutations, product

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.tracking import follow
from discrepancy.tracking.assign import Likely, assign
from discrepancy.tracking.sides import sides_of
from discrepancy.tracking.values import Pairing
from tests.tracking.builders import snap, told

EARLIER, NOW = (sides_of([snap(f"{name} {place}", told("12", "")) for place in range(3)]) for name in ("old", "new"))


def likely(scores: dict[tuple[int, int], float]) -> list[Likely]:
    """Pairs by their places, with how surely each is one fact."""
    return [Likely(EARLIER[i], NOW[j], score, Pairing((), (), ())) for (i, j), score in scores.items()]


def chosen(scores: dict[tuple[int, int], float]) -> set[tuple[int, int]]:
    """The places of the pairs that are taken."""
    return {(pair.earlier.place, pair.now.place) for pair in assign(likely(scores))}


def test_the_surest_pair_gives_way_where_two_fit_better() -> None:
    assert chosen({(0, 0): 0.8, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.4}) == {(0, 0), (1, 1)}


def test_one_of_two_is_left_over() -> None:
    assert chosen({(0, 0): 0.8, (1, 0): 0.9}) == {(1, 0)}


def test_one_that_gives_way_takes_what_is_free() -> None:
    scores = {(0, 0): 1.0, (0, 1): 1.0, (1, 0): 0.75, (1, 1): 0.25, (1, 2): 0.25, (2, 0): 1.0}
    assert chosen(scores) == {(0, 1), (1, 2), (2, 0)}


def test_nothing_of_nothing() -> None:
    assert assign([]) == []


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_two_and_two_are_paired_as_well_as_can_be(points: list[int]) -> None:
    scores = {(i, j): points[2 * i + j] / 100 for i, j in product(range(2), range(2))}
    best = max(sum(scores[i, j] for i, j in enumerate(order)) for order in permutations(range(2)))
    taken = chosen(scores)
    assert len(taken) == 2
    assert abs(sum(scores[pair] for pair in taken) - best) < 1e-6


@given(st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.floats(0, 1)))
def test_nothing_stands_twice_and_nothing_is_left_for_nothing(scores: dict[tuple[int, int], float]) -> None:
    taken = chosen(scores)
    mine, theirs = {i for i, _ in taken}, {j for _, j in taken}
    assert len(mine) == len(theirs) == len(taken)
    assert all(i in mine or j in theirs for i, j in scores)


def test_a_report_that_repeats_one_finding_endlessly_is_followed() -> None:
    repeated = [snap("injured", told("12", f"Ward {n} has 12.")) for n in range(1)] + [
        snap("injured", told("12", f"Ward {n} has 12."), again=n) for n in range(2, 100)
    ]
    followed = follow(repeated, repeated[::-1])
    assert len(followed.matches) == len(repeated)
    assert {match.changed for match in followed.matches} == {None}

"""From scored pairs to groups that hold as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.grouping import Pair, agglomerate, mean_score

NONE: frozenset[Pair] = frozenset()


@pytest.mark.parametrize(
    ("scores", "vetoes", "groups"),
    [
        ({}, NONE, []),
        ({(0, 1): 0.9}, NONE, [[0, 1]]),
        ({(0, 1): 0.4}, NONE, []),
        ({(0, 1): 0.9, (2, 3): 0.8}, NONE, [[0, 1], [2, 3]]),
        ({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, NONE, [[0, 1, 2]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}, frozenset({(1, 2)}), [[0, 1]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, NONE, [[0, 1]]),  # 2 is like 1 only: the group says no
        ({(0, 1): 0.9, (1, 2): 0.8}, NONE, [[0, 1, 2]]),  # nothing is known of 0 and 2
        ({(0, 1): 0.9, (1, 2): 0.6}, NONE, [[0, 1]]),
    ],
)
def test_groups_merge_where_their_members_agree_on_the_whole(
    scores: dict[Pair, float], vetoes: frozenset[Pair], groups: list[list[int]]
) -> None:
    assert agglomerate(4, scores, vetoes, 0.5) == groups


def test_the_mean_is_over_the_pairs_that_have_a_score() -> None:
    assert mean_score([0, 1, 2], {(0, 1): 0.5, (1, 2): 1.0}) == 0.75
    assert mean_score([0, 1], {}) == 0


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(PAIRS, st.floats(0, 1)), st.frozensets(PAIRS))
def test_groups_are_apart_and_hold_no_vetoed_pair(scores: dict[Pair, float], vetoes: frozenset[Pair]) -> None:
    groups = agglomerate(8, scores, vetoes, 0.5)
    members = [i for group in groups for i in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)
    assert not [pair for pair in vetoes for group in groups if set(pair) <= set(group)]

"""A glued m is a million where a crowd or sales are counted, and a metre where a length is told."""

import pytest

from discrepancy.grammar.quantities import find_quantities


def read(text):
    return [(int(q.low), q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "millions"),
    [
        ("Audiences hit 1m.", [1]),
        ("The toll rose to 7m.", [7]),
        ("It drew 2m last night.", [2]),
        ("The film sold 3m in a week.", [3]),
        ("Sales fell from 7m to 6m.", [7, 6]),
        ("A population of 60m.", [60]),
        ("Visitors climbed to 7m from 6m.", [7, 6]),
        ("It is used by 3m.", [3]),
    ],
)
def test_millions(text, millions):
    assert read(text) == [(million * 1_000_000, "") for million in millions]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("He won the 100m.", 100),
        ("a wall of 3m.", 3),
        ("The wave reached 20m.", 20),
        ("People jumped 8m.", 8),
        ("Passengers fell 30m into the river.", 30),
        ("Residents were told to stay 2m apart.", 2),
        ("The crowd was 5m from the stage.", 5),
        ("Members ran the 400m.", 400),
        ("It drew 5m of water.", 5),
        ("from 30m to 40m deep", 30),
    ],
)
def test_metres(text, metres):
    assert read(text)[0] == (metres, "metre")


def test_both_ends_of_a_range_are_read_alike():
    (found,) = find_quantities("worth 30m-40m")
    assert (int(found.low), int(found.high), found.unit) == (30_000_000, 40_000_000, "")

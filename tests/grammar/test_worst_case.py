"""The worst texts take time that grows with their length alone, and at full size no more than three times news."""

import pytest

from benchmarks.worst_case import BAR, PATTERNS, READERS, SIZE, fill, news, ratios, seconds, words_in

SMALL, TIMES = 5_000, 4
SLACK = 0.02
"""Seconds: what a busy machine may add to a run of some milliseconds."""
ATTEMPTS = 3
"""A busy machine may disturb one; what grows with the square fails them all."""
GROWTH = 2.5
"""How far above its fair share the longer text may lie: growth with the square would be at 4."""


def is_fair(read, pattern):
    small = seconds(read, fill(pattern, SMALL), 1)
    return seconds(read, fill(pattern, SMALL * TIMES), 1) < GROWTH * TIMES * small + SLACK


@pytest.mark.parametrize("name", READERS)
def test_time_grows_with_length_alone(name):
    read = READERS[name]
    assert not [pattern for pattern in PATTERNS if not any(is_fair(read, pattern) for _ in range(ATTEMPTS))]


@pytest.mark.parametrize("end", ["999", ",", "9.9"])
def test_a_long_list_of_digits_takes_no_longer_for_how_it_ends(end):
    for read in READERS.values():
        assert seconds(read, fill("9,", 50_000) + end, 1) < 3 * seconds(read, news(50_000), 2) + SLACK


def test_digits_without_end_are_passed_over_at_once():
    """Marks between them once made the time grow with the square: 3.53.53.5…"""
    read = READERS["quantities"]
    assert seconds(read, fill("3.5", 200_000), 1) < seconds(read, news(200_000), 1)


def test_a_word_is_at_most_six_characters():
    assert words_in("a b c") == 3
    assert words_in("9" * 600) == 100
    assert len(fill("abc", 10)) == 10


def test_ratios_are_told_for_both_grammars():
    found = ratios(3000, ("9", "May "))
    assert set(found) == set(READERS)
    assert found["quantities"]["9"] < BAR


@pytest.mark.soak
def test_no_text_takes_more_than_three_times_news():
    found = ratios(SIZE)
    slow = {(name, pattern): ratio for name, row in found.items() for pattern, ratio in row.items() if ratio > BAR}
    assert not slow

"""Many things done side by side: in their order, with what goes wrong, and without waiting for what hangs."""

from __future__ import annotations

import threading

import pytest

from discrepancy.watch.side_by_side import side_by_side


def test_what_is_made_stands_in_the_order_of_what_was_given() -> None:
    together = threading.Barrier(2, timeout=5)

    def halved(number: int) -> int:
        together.wait()
        return number // 2

    assert side_by_side(halved, range(0, 40, 2), lambda: False) == list(range(20))
    assert side_by_side(halved, [], lambda: False) == []


def test_what_goes_wrong_is_raised_when_the_others_are_done() -> None:
    made = []

    def make(number: int) -> None:
        if number == 1:
            raise ValueError("one")
        made.append(number)

    with pytest.raises(ValueError, match="one"):
        side_by_side(make, range(20), lambda: False)
    assert sorted(made) == [0, *range(2, 20)]


def test_what_hangs_is_left_behind_when_it_ends() -> None:
    over, begun = threading.Event(), threading.Event()

    def hang(_: int) -> bool:
        begun.set()
        return over.wait(30)

    assert side_by_side(hang, range(20), begun.is_set) == [None] * 20
    over.set()

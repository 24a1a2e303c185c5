"""Invented pairs of versions: edits of style alert nobody, and changed facts do, each once."""

from __future__ import annotations

import pytest

from benchmarks.watch_changes import HALVES, Outcome, figures, outcome, pairs

PAIRS = list(pairs())


@pytest.mark.parametrize("half", HALVES)
def test_half_the_pairs_change_no_fact(half: str) -> None:
    told = [pair for pair in PAIRS if pair.half == half]
    assert len(told) == 20
    assert sum(not pair.expected for pair in told) == 10


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair.expected], ids=lambda pair: pair.name)
def test_an_edit_of_style_alerts_nobody(pair: object) -> None:
    found: Outcome = outcome(pair)  # type: ignore[arg-type]  # a Pair, whose import would be for its name alone
    assert found.false == ()


@pytest.mark.parametrize("half", HALVES)
def test_changed_facts_are_told_once(half: str) -> None:
    found = figures([outcome(pair) for pair in PAIRS if pair.half == half and pair.expected])
    assert found["precision"] >= 0.93
    assert found["recall"] >= 0.93

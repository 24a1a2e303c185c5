"""Many checks in one process, as a desk that stays open makes them: memory does not grow with their number."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

import discrepancy
from discrepancy import known
from discrepancy.cache.memory import Memory
from discrepancy.model import Fact, ReportData
from tests.builders import doc

STORY = (
    "The river Teme burst its banks at {place} on Monday and {dead} people died, the mayor, {name}, said.",
    "At {place} the flood killed {more} people on Monday, police said. {name}, the mayor, asked for boats.",
)
MOST_KEPT = 25_000
"""Bytes of a check: words that were looked up, of which so many are kept. Its report or its facts would be more."""
PLACES = ("Ludford", "Marwick", "Stoke", "Elmstead", "Dunmore", "Kelso", "Ostermouth")
NAMES = ("Owen Pryce", "Edda Quist", "Jon Tarrow", "Karen Ashby", "Wanda Prell")


def check(number: int) -> None:
    """A check of two texts that no other check had."""
    told = {
        "place": PLACES[number % len(PLACES)],
        "name": NAMES[number % len(NAMES)],
        "dead": 20 + number,
        "more": 520 + number,
    }
    report = discrepancy.check([doc(text.format(**told), id=name) for name, text in zip("ab", STORY, strict=True)])
    assert report.findings


def test_memory_stays_bounded(soak: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept for the next check, up to a weight, is left out: nothing else may keep texts, facts or reports."""
    monkeypatch.setattr(known, "_facts", Memory[str, tuple[Fact, ...]](0))
    monkeypatch.setattr(known, "_reports", Memory[str, ReportData](0))
    checks = 300 if soak else 30
    for number in range(checks // 3):  # what is kept once is there
        check(number)
    tracemalloc.start()
    try:
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        for number in range(checks // 3, checks):
            check(number)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    a_check = (after - before) / (checks - checks // 3)
    assert a_check < MOST_KEPT, f"{a_check:,.0f} bytes are kept of each check"

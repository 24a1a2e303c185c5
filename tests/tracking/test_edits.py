"""Edited stories: decisions follow what the check still finds, and a changed value reopens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.carry_over import measure, outcomes, stories_of

FINE = {"followed", "reopened", "no longer found", "fresh"}
"""What may come of a finding: none of the building half is lost, disturbed, swallowed or mistaken for another."""
QUICK = 2
"""Stories that the quick run checks, before and after."""


def held(folders: Iterable[Path]) -> Counter[tuple[str, str]]:
    """How often each sort of finding came to what; nothing may be lost, disturbed, swallowed or mistaken."""
    every = [outcome for folder in folders for outcome in outcomes(folder)]
    assert not [each for each in every if each.came not in FINE]
    return Counter((each.sort, each.came) for each in every)


def test_decisions_follow_edits() -> None:
    counts = held(stories_of("building")[:QUICK])
    assert counts["disputed", "followed"] >= 4
    assert counts["changed", "reopened"] >= 1
    assert counts["disputed", "no longer found"] <= 1


@pytest.mark.soak
def test_decisions_follow_every_edit() -> None:
    counts, every = measure("building")
    assert not [each for each in every if each.came not in FINE]
    assert counts["disputed"]["followed"] >= 24
    assert counts["changed"]["reopened"] >= 5

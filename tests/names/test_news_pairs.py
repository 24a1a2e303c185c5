"""The figures on pairs as they stand in news. Even rows were looked at while the weights were set, odd rows never."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.names import figures
from discrepancy.names import compare_names

DATA = Path(__file__).parent / "data"
TEXT = (DATA / "news_pairs.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TEXT.splitlines()))


@pytest.mark.parametrize("half", [0, 1], ids=["seen", "unseen"])
def test_same_person(half: int) -> None:
    rows = ROWS[half::2]
    scores = [compare_names(row["name1"], row["name2"]).score for row in rows]
    found = figures(scores, [row["same"] == "1" for row in rows], 0.0)
    assert found["best_f1"] >= 0.95
    assert found["precision_at_recall_95"] >= 0.8


def test_public_figures() -> None:
    """Written after the weights were set: names of public life over many countries, brothers, fathers and sons."""
    rows = list(csv.DictReader((DATA / "public_figures.csv").read_text(encoding="utf-8").splitlines()))
    found = figures(
        [compare_names(row["name1"], row["name2"]).score for row in rows], [row["same"] == "1" for row in rows], 0.0
    )
    assert len(rows) == 120
    assert found["best_f1"] >= 0.95
    assert found["precision_at_recall_95"] >= 0.95


@pytest.mark.parametrize("half", [0, 1], ids=["seen", "unseen"])
def test_spelling_differs(half: int) -> None:
    rows = ROWS[half::2]
    right = [compare_names(r["name1"], r["name2"]).spelling_differs == (r["spelling_differs"] == "1") for r in rows]
    assert sum(right) / len(right) >= 0.9

"""Which figures are weighed against each other: all of a story's, and in long tables those of rows alike."""

import pytest

from discrepancy.align import candidates
from discrepancy.model import FactKind
from tests.builders import doc, grouped, quantities, story

TOWNS = ("Elmstead", "Harlow", "Norwick", "Tolby")
TABLES = [
    doc("\n".join(f"{town} counted {n}{late}7 votes" for n, town in enumerate(TOWNS, start=4)), id=name)
    for name, late in (("a", 1), ("b", 2))
]


def pairs() -> set[tuple[str, str]]:
    """The pairs of the tables' figures that are weighed, in their words."""
    figures = quantities(*TABLES)
    found = candidates.find_candidates(TABLES, figures)
    return {(figures[i].mention.text, figures[j].mention.text) for i, j in found}


def test_all_figures_of_an_ordinary_story_are_weighed() -> None:
    assert len(pairs()) == 8 * 7 / 2


def test_in_a_long_table_a_figure_is_weighed_against_its_own_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST", 4)
    monkeypatch.setattr(candidates, "_FEW", 2)
    assert pairs() == {("417", "427"), ("517", "527"), ("617", "627"), ("717", "727")}


def test_a_long_table_is_grouped_by_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST", 4)
    monkeypatch.setattr(candidates, "_FEW", 2)
    rows = [[f"a:{n}17", f"b:{n}27"] for n in range(4, 8)]
    assert grouped(story(*TABLES), FactKind.QUANTITY) == rows

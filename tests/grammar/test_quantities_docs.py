"""Every row of docs/quantities.md holds."""

from pathlib import Path

import pytest

from discrepancy.grammar.quantities import find_quantities

DOCS = Path(__file__).parents[2] / "docs" / "quantities.md"


def tables():
    """The rows of each table, by its header."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    header: tuple[str, ...] = ()
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if not line.startswith("|"):
            header = ()
        elif not header:
            header = cells
        elif not cells[0].startswith("---"):
            found.setdefault(header[1:], []).append(cells)
    return found


TABLES = tables()


def read(example):
    """The quantity in bold in an example, with its offsets without the marks."""
    before, bold, after = example.split("**")
    text = before + bold + after
    (quantity,) = [q for q in find_quantities(text) if q.start == len(before)]
    assert quantity.text == bold
    return quantity


def interval(quantity):
    """As the docs write it."""
    low, high = f"{quantity.low:f}", f"{quantity.high:f}"
    return low if low == high else f"{low} → {high}"


def name(cell):
    return str(cell)[:40]


@pytest.mark.parametrize(("form", "example", "value", "step"), TABLES["example", "value", "step"], ids=name)
def test_figures(form, example, value, step):
    quantity = read(example)
    assert (interval(quantity), f"{quantity.step:f}") == (value, step), form


@pytest.mark.parametrize(("form", "example", "value", "kind"), TABLES["example", "value", "kind"], ids=name)
def test_two_figures_in_one(form, example, value, kind):
    quantity = read(example)
    assert (interval(quantity), quantity.kind) == (value, kind), form


@pytest.mark.parametrize(("form", "example", "kind", "unit"), TABLES["example", "kind", "unit"], ids=name)
def test_kinds_and_units(form, example, kind, unit):
    quantity = read(example)
    assert (quantity.kind, quantity.unit) == (kind, unit), form


@pytest.mark.parametrize(("form", "example", "field", "value"), TABLES["example", "field", "reads"], ids=name)
def test_words_around(form, example, field, value):
    assert str(getattr(read(example), field)) == value, form


@pytest.mark.parametrize(("why", "example"), TABLES[("example",)], ids=name)
def test_left_alone(why, example):
    assert find_quantities(example) == [], why


def test_the_tables_were_found():
    assert sum(map(len, TABLES.values())) > 130

"""Every row of docs/dates.md holds."""

import datetime as dt
import re
from pathlib import Path

import pytest

from discrepancy.grammar.dates import find_dates

DOCS = Path(__file__).parents[2] / "docs" / "dates.md"
PUBLISHED = dt.date(2024, 5, 14)
NO_ROWS = ("| form |", "| why |", "| half |", "| building |", "| report |", "| --- |")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOCS.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(NO_ROWS)
]
READ = [row for row in ROWS if len(row) == 4]
TIMEML = [row[:4] for row in ROWS if len(row) == 5]
LEFT_ALONE = [row for row in ROWS if len(row) == 2]


@pytest.mark.parametrize(("form", "example", "value", "kind"), READ, ids=lambda cell: str(cell)[:40])
def test_row_is_read_as_it_says(form, example, value, kind):
    before, expression, after = re.split(r"\*\*", example)
    text = before + expression + after
    found = find_dates(text, published=PUBLISHED)
    assert [(d.text, d.value, d.type) for d in found if d.start == len(before)] == [(expression, value, kind)], form


@pytest.mark.parametrize(("form", "example", "value", "kind"), TIMEML, ids=lambda cell: str(cell)[:40])
def test_row_is_read_so_for_timeml_alone(form, example, value, kind):
    before, expression, after = re.split(r"\*\*", example)
    text = before + expression + after
    marked, plain = (find_dates(text, published=PUBLISHED, timeml=timeml) for timeml in (True, False))
    assert [(d.text, d.value, d.type) for d in marked if d.start == len(before)] == [(expression, value, kind)], form
    assert [d for d in plain if (d.text, d.value) == (expression, value)] == []


@pytest.mark.parametrize(("why", "example"), LEFT_ALONE, ids=lambda cell: str(cell)[:40])
def test_row_is_left_alone(why, example):
    assert find_dates(example, published=PUBLISHED) == [], why


def test_the_tables_were_found():
    assert len(READ) > 50
    assert len(TIMEML) > 10
    assert len(LEFT_ALONE) > 5

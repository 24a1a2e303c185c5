"""The findings as CSV: a row a place, in a form that Excel and other programs read and that runs nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.formats import by_name, by_path
from discrepancy.formats.csv_findings import COLUMNS, safe_cell
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from tests.formats.hostile import everywhere
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import EMPTY, FLOOD


def rows(data: ReportData) -> list[dict[str, str]]:
    text = by_name("csv").render(data, PLAIN).encode("utf-8").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_a_place() -> None:
    found = rows(FLOOD)
    told = [
        (finding.id, value.label, mention.document, str(mention.start), mention.text)
        for finding in FLOOD.findings
        for value in finding.values
        for mention in value.mentions
    ]
    assert [(r["finding"], r["value"], r["document"], r["start"], r["words"]) for r in found] == told
    assert found[0]["summary"] == "The dam holds 3.1 million or 3.1 billion cubic metres"
    assert found[0]["words"] in found[0]["sentence"]
    assert found[0]["status"] == found[0]["counts"] == ""


def test_reviews_stand_in_each_row() -> None:
    told = {row["finding"]: row for row in rows(reviewed())}
    dismissed, reopened = (told[FLOOD.findings[place].id] for place in (1, 2))
    keys = ("status", "ruling", "who", "at", "note", "assignee", "counts")
    assert [dismissed[key] for key in keys] == [
        *("decided", "dismissed", "Ines Okafor", "2031-03-04T10:15:00.000Z", "both are round figures"),
        *("Bo Larsen", "no"),
    ]
    assert (reopened["status"], reopened["changed"], reopened["counts"]) == ("reopened", "12 became 14", "yes")


def test_a_byte_order_mark_and_the_line_ends_that_spreadsheets_know() -> None:
    text = by_name("csv").render(EMPTY, PLAIN)
    assert text == "\ufeff" + ",".join(COLUMNS) + "\r\n"
    assert by_path("out/findings.csv") is by_name("csv")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20 7946", "'+44 20 7946"),
        ("-5 per cent", "'-5 per cent"),
        ("-5.2", "-5.2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("12 = 12", "12 = 12"),
        ("\x1b[2J", "[U+001B][2J"),
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0.9, "0.9"),
    ],
)
def test_cells_run_nothing(text: object, cell: str) -> None:
    assert safe_cell(text) == cell


@given(st.text(max_size=30))
def test_no_cell_of_a_report_is_a_formula(text: str) -> None:
    for row in rows(everywhere(text or "word")):
        assert not [cell for cell in row.values() if cell.lstrip()[:1] in set("=+@＝＋＠") or cell[:1] in set("\t\r\n")]

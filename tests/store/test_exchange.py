"""The log written down and read again: JSON Lines whole, CSV as far as it goes and never as a formula."""

import csv
import io
import json

import pytest

from discrepancy.decided import Action, Event, Ruling
from discrepancy.errors import Malformed, UsageError
from discrepancy.said import Message
from discrepancy.store import all_exchanges, exchange_by_name, exchange_by_path
from discrepancy.store.canonical import canonical
from discrepancy.store.chain import linked, walk
from discrepancy.store.exchange.spreadsheet import COLUMNS, safe, unsafe
from discrepancy.store.records import Verified
from tests.store.builders import event, snapshot

LINES, SHEET = exchange_by_name("jsonl"), exchange_by_name("csv")


def log(*drafts: Event) -> list[Event]:
    """Events as a log has them, with their hashes."""
    head, found = Verified(events=0, head="0" * 64), []
    for draft in drafts:
        found.append(linked(draft, head))
        head = Verified(events=found[-1].seq, head=found[-1].hash)
    return found


EVENTS = log(
    event(1, Action.DECIDED, ruling=Ruling.DISMISSED, note="=HYPERLINK(\"x\")\n'quoted', “é” 𝄞", who="-Ada"),
    event(2, Action.REOPENED, snapshot=snapshot("NUM001-b2", ("+12", "@14")), changed=Message("x", {"n": ("a", 1)})),
    event(3, Action.WITHDRAWN, undoes=f"{1:032x}"),
    event(4, Action.ASSIGNED, assignee="'t Bo\tCy"),
    event(5, Action.COMMENTED, note=" \t=1+1"),
)


def written(name: str) -> bytes:
    return "".join(exchange_by_name(name).write(EVENTS)).encode()


def test_json_lines_come_back_whole() -> None:
    back = LINES.read(written("jsonl"))
    assert [each.event for each in back] == EVENTS
    assert [each.line for each in back] == [1, 2, 3, 4, 5]
    assert walk(each.event for each in back).events == 5
    assert written("jsonl").isascii()


def test_json_lines_may_have_empty_lines_a_mark_and_no_hashes() -> None:
    rows = [json.loads(line) for line in written("jsonl").splitlines()]
    bare = [{key: value for key, value in row.items() if key not in {"seq", "hash", "previous"}} for row in rows]
    data = b"\xef\xbb\xbf" + "\r\n\r\n".join(canonical(row) for row in bare).encode()
    assert [each.event.id for each in LINES.read(data)] == [each.id for each in EVENTS]


def test_csv_has_what_people_read_and_comes_back_as_far_as_it_goes() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["action"] for row in rows] == ["decided", "reopened", "withdrawn", "assigned", "commented"]
    assert rows[1]["values"] == "'+12\n@14"
    for ours, back in zip(EVENTS, (each.event for each in SHEET.read(written("csv"))), strict=True):
        for name in ("seq", "id", "at", "who", "story", "matter", "action", "ruling", "note", "assignee", "undoes"):
            assert getattr(back, name) == getattr(ours, name)
        for name in ("finding", "rule", "level", "subject", "summary", "documents", "reconciliation"):
            assert getattr(back.snapshot, name) == getattr(ours.snapshot, name)
        assert [each.label for each in back.snapshot.values] == [each.label for each in ours.snapshot.values]
    assert "JSON Lines" in SHEET.lost
    assert LINES.lost == ""


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_comes_back_from_a_spreadsheet_that_parts_cells_otherwise(delimiter: str) -> None:
    rows = csv.reader(io.StringIO(written("csv").decode("utf-8-sig"), newline=""))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=delimiter).writerows(rows)
    assert SHEET.read(saved.getvalue().encode()) == SHEET.read(written("csv"))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "'=1", "'", "''x"]
)
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert unsafe(safe(cell)) == cell


@pytest.mark.parametrize("cell", ["", "12", "a=1", "Ada", "12 -14", "“=1”"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == unsafe(cell) == cell


GOOD = written("jsonl").decode().splitlines()
BAD_LINES = {
    "no JSON": ("{", "line 2: it is no JSON"),
    "cut off": (GOOD[1][:-40], "line 2: it is no JSON"),
    "a list": ("[]", "line 2: an event is not an object"),
    "no UTF-8": ("\udcff", "line 2: it is no UTF-8"),
    "nested": ("[" * 100_000, "line 2: it is nested too deeply"),
    "changed": (GOOD[0].replace("dismissed", "confirmed"), "line 2: it does not go with its hash"),
    "a number of no end": ('{"seq":' + "9" * 5000 + "}", "line 2: "),
}


@pytest.mark.parametrize(("line", "told"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_told_by_its_number(line: str, told: str) -> None:
    data = "\n".join([GOOD[0], line, GOOD[2]]).encode("utf-8", "surrogateescape")
    with pytest.raises(Malformed, match=told):
        LINES.read(data)


def test_of_many_bad_lines_the_first_are_told() -> None:
    with pytest.raises(Malformed, match=r"line 1: .*; line 5: .*; and 3 lines more"):
        LINES.read(b"{\n" * 8)


SHEET_TEXT = written("csv").decode()
BAD_SHEETS = {
    "empty": ("", "line 1: columns are missing: seq"),
    "a column less": (SHEET_TEXT.replace("matter", "Matter", 1), "line 1: columns are missing: matter"),
    "a cell less": (SHEET_TEXT + "1,2\r\n", r"line \d+: it has 2 cells, and the first line 19"),
    "a quotation mark": (SHEET_TEXT + '1,"x"y\r\n', r"line \d+: it is no CSV"),
    "a number": (SHEET_TEXT.replace("\r\n1,", "\r\none,"), "line 2: its seq is no whole number"),
    "a date of a spreadsheet": (
        SHEET_TEXT.replace("2024-03-14T09:01:00.000Z", "14/03/2024 09:01"),
        "line 2: .* is no time",
    ),
    "no UTF-8": (SHEET_TEXT + "\udcff", r"line \d+: it is no UTF-8"),
}


@pytest.mark.parametrize(("text", "told"), BAD_SHEETS.values(), ids=BAD_SHEETS)
def test_a_bad_row_is_told_by_its_number(text: str, told: str) -> None:
    with pytest.raises(Malformed, match=told):
        SHEET.read(text.encode("utf-8", "surrogateescape"))


def test_formats_are_found_by_name_and_by_suffix(tmp_path) -> None:
    assert list(all_exchanges()) == ["csv", "jsonl"]
    assert exchange_by_path(tmp_path / "a.NDJSON") is exchange_by_name("JSONL") is LINES
    with pytest.raises(UsageError, match="formats are csv and jsonl"):
        exchange_by_name("xml")
    with pytest.raises(UsageError, match=r"suffixes are \.csv, \.jsonl"):
        exchange_by_path(tmp_path / "a.xml")

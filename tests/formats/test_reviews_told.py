"""How findings stand to what was decided, in JSON, Markdown and the terminal."""

from __future__ import annotations

import io
import json

from rich.console import Console

from discrepancy.formats import by_name
from discrepancy.formats.terminal.findings import print_report
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from tests.formats.rendered import told
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import FLOOD


def terminal(data: ReportData, width: int = 4000, encoding: str = "utf-8") -> str:
    buffer = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    print_report(data, Console(file=buffer, width=width))
    buffer.seek(0)
    return buffer.read()


def test_json_has_a_review_a_finding() -> None:
    found = json.loads(by_name("json").render(reviewed(), PLAIN))
    reviews = [each["review"] for each in found["findings"]]
    assert reviews[1] == {
        "status": "decided",
        "ruling": "dismissed",
        "who": "Ines Okafor",
        "at": "2031-03-04T10:15:00.000Z",
        "note": "both are round figures",
        "assignee": "Bo Larsen",
        "changed": None,
        "counts": False,
    }
    assert reviews[2]["changed"] == "12 became 14"
    assert [each["counts"] for each in reviews] == [True, False, True, False, True, True]
    assert found["reviews"] == {
        "new": 2,
        "decided": 2,
        "reopened": 1,
        "known": 1,
        "resolved": 1,
        "counted": 4,
    }
    [gone] = found["resolved"]
    assert (gone["id"], gone["summary"], gone["review"]["note"]) == ("NUM001-gone", "boats: 9 / 8", "mended")


def test_json_without_reviews_has_none() -> None:
    found = json.loads(by_name("json").render(FLOOD, PLAIN))
    assert (found["reviews"], found["resolved"]) == (None, [])
    assert {each["review"] for each in found["findings"]} == {None}


def test_the_terminal_and_markdown_say_who_decided_what_and_why() -> None:
    for shown in (
        terminal(reviewed()),
        terminal(reviewed(), width=80),
        told(by_name("markdown").render(reviewed(), PLAIN)),
    ):
        flat = " ".join(shown.split())
        for words in (
            "● New",
            "Dismissed by Ines Okafor",
            "both are round figures",
            "Assigned to Bo Larsen",
            "Reopened: 12 became 14",
            "○ Known",
            "boats: 9 / 8",
        ):
            assert words in flat, words


def test_a_terminal_that_knows_ascii_alone_shows_no_codes_for_how_a_finding_stands() -> None:
    shown = terminal(reviewed(), encoding="ascii")
    assert "* New" in shown
    assert "\\u" not in shown.partition("Reopened")[0].partition("New")[2][:200]


def test_without_reviews_nothing_is_said_of_them() -> None:
    for shown in (terminal(FLOOD), told(by_name("markdown").render(FLOOD, PLAIN))):
        assert "New" not in shown
        assert "Resolved" not in shown

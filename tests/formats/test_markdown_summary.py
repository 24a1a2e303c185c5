"""The summary for a pull request or a build: counts and the top findings, and no more."""

from __future__ import annotations

import dataclasses

from discrepancy.formats import by_name, by_path
from discrepancy.formats.markdown_summary import TOP
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.words import Words
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.formats.hostile import everywhere
from tests.formats.rendered import skeleton, told
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import EMPTY, FLOOD


def summary(data: ReportData, shown: Presentation = PLAIN) -> str:
    return told(by_name("markdown-summary").render(data, shown))


def test_the_verdict_and_what_calls_for_a_decision() -> None:
    lines = summary(FLOOD).splitlines()
    assert lines[0] == build_view(FLOOD).header.line
    found = [line for line in lines if "Rule " in line]
    assert [line.lstrip("- ")[0] for line in found] == ["≠", "?", "?"]
    assert "A 3.1 million (Estuary Wire, draft)" in found[0]
    assert "copy/scan.pdf" in summary(FLOOD), "a file that was not read is told"


def test_what_was_settled_is_left_out_and_the_rest_says_how_it_stands() -> None:
    found = [line for line in summary(reviewed()).splitlines() if "Rule " in line]
    assert len(found) == 2
    assert found[0].endswith("New")
    assert found[1].endswith("Reopened")


def test_of_many_findings_the_first_are_told_and_the_others_counted() -> None:
    many = tuple(dataclasses.replace(FLOOD.findings[0], id=f"NUM001-{n}") for n in range(TOP + 3))
    shown = summary(dataclasses.replace(FLOOD, findings=many))
    assert shown.count("Rule NUM003") == TOP
    assert "And 3 more findings." in shown


def test_nothing_found() -> None:
    assert summary(EMPTY).splitlines() == [build_view(EMPTY).header.line, Words()("never")]


def test_it_is_in_the_readers_language_and_asked_for_by_its_suffix() -> None:
    assert Words("es")("never") in summary(FLOOD, Presentation(language="es"))
    assert by_path("out/PR.summary.md") is by_name("markdown-summary")
    assert by_path("out/summary.md") is by_name("markdown")


def test_copy_adds_no_markup() -> None:
    plain = skeleton(by_name("markdown-summary").render(everywhere("word"), PLAIN))
    for text in ("# x\n\n- y", "**x** [y](z)", "<img src=x>", "a | b"):
        assert skeleton(by_name("markdown-summary").render(everywhere(text), PLAIN)) == plain

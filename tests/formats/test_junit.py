"""The report as JUnit XML: what fails, what is skipped, and that any text is well-formed XML."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import discrepancy
from discrepancy.formats import by_name, by_path
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from tests.formats.hostile import everywhere
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import EMPTY, FLOOD


def suite(data: ReportData) -> etree._Element:
    root = etree.fromstring(by_name("junit").render(data, PLAIN).encode("utf-8"))
    [found] = root
    return found


def outcomes(data: ReportData) -> list[str]:
    """Of each finding what became of it; a case that passed has no child."""
    cases = [each for each in suite(data) if each.get("classname") != "discrepancy.reading"]
    return ["/".join(str(child.tag) for child in case) for case in cases]


def test_what_calls_for_a_decision_fails_and_what_is_explained_passes() -> None:
    assert outcomes(FLOOD) == ["failure"] * 3 + ["system-out"] * 3
    failure = suite(FLOOD).findall(".//failure")[0]
    assert failure.get("type") == "error"
    assert failure.get("message") == "The dam holds 3.1 million or 3.1 billion cubic metres"
    assert "3.1 billion" in (failure.text or "")
    assert "Estuary Wire" in (failure.text or "")


def test_what_may_pass_is_skipped_with_the_reason() -> None:
    assert outcomes(reviewed())[:3] == ["failure", "skipped", "failure"]
    [skipped] = suite(reviewed()).findall(".//skipped")
    assert skipped.get("message") == "dismissed by Ines Okafor on 2031-03-04: both are round figures"


def test_files_are_cases_and_one_that_was_not_read_is_an_error() -> None:
    read = [each for each in suite(FLOOD) if each.get("classname") == "discrepancy.reading"]
    assert [each.get("name") for each in read][:1] == [FLOOD.documents[0].path]
    assert [child.tag for each in read for child in each] == ["error"]
    assert "Save it as text" in str(read[-1][0].text)


@pytest.mark.parametrize("data", [FLOOD, EMPTY, reviewed()])
def test_the_counts_are_those_of_the_cases(data: ReportData) -> None:
    found = suite(data)
    assert found.get("tests") == str(len(found))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert found.get(key) == str(len(found.findall(f".//{tag}")))


def test_no_two_cases_share_a_name() -> None:
    names = [(each.get("classname"), each.get("name")) for each in suite(FLOOD)]
    assert len(names) == len(set(names)) == len(FLOOD.documents) + len(FLOOD.unread) + len(FLOOD.findings)


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_well_formed(text: str) -> None:
    assert len(suite(everywhere(text))) == len(suite(everywhere("word")))


def test_controls_are_shown_as_their_codes() -> None:
    assert "[U+0007]" in by_name("junit").render(reviewed("a bell \x07 rang"), PLAIN)


def test_a_line_is_given_where_it_is_sure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, figure in (("wire", 17), ("courier", 27)):
        text = f"Police said.\r\n\r\nPolice arrested {figure} demonstrators after the march on Monday.\r\n"
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    case = suite(discrepancy.check(".").data)[-1]
    assert (case.get("file"), case.get("line")) == ("courier.txt", "3")
    assert not [each for each in suite(FLOOD) if each.get("line")], "nothing says that these texts are files"


def test_it_is_asked_for_by_its_suffix() -> None:
    assert by_path("results.xml") is by_path("findings.junit.xml") is by_name("junit")
    unread = dataclasses.replace(FLOOD, unread=())
    assert by_name("junit").render(unread, PLAIN) == by_name("junit").render(unread, PLAIN)

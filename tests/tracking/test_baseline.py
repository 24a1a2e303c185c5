"""What a baseline must not be, and what is said of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, PathMissing, PathUnreadable, TooLarge
from discrepancy.tracking import baseline, read_baseline

MENTION: dict[str, Any] = {"document": "a", "start": 0, "end": 2, "text": "12", "block": "body"}
FACT: dict[str, Any] = {
    **MENTION,
    "kind": "quantity",
    "sentence": {"start": 0, "end": 20},
    "value": {"low": "12", "high": "12", "unit": "", "hedge": "none"},
}
FINDING: dict[str, Any] = {
    "id": "NUM001-0123456789ab",
    "rule": "NUM001",
    "level": "error",
    "subject": "injured",
    "summary": "12 / 14",
    "explanation": "They differ.",
    "reconciliation": None,
    "group": "",
    "values": [{"label": "12", "mentions": [MENTION]}],
}
REPORT: dict[str, Any] = {
    "schema": "discrepancy-report/1",
    "documents": [{"id": "a", "source": "Wire", "text": "12 people were hurt."}],
    "facts": [FACT],
    "groups": [],
    "findings": [FINDING],
}


def at(path: Path, content: object) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_the_least_of_a_report_is_read(tmp_path: Path) -> None:
    (snapshot,) = read_baseline(at(tmp_path / "r.json", REPORT))
    (value,) = snapshot.values
    assert (value.label, value.key, value.places[0].sentence) == ("12", "12", "12 people were hurt.")
    assert (snapshot.subject, value.places[0].source) == ("injured", "Wire")


def test_a_report_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert read_baseline(at(tmp_path / "r.json", b"\xef\xbb\xbf" + json.dumps(REPORT).encode()))


WRONG: list[tuple[bytes, type[InputError], str]] = [
    (b"", EmptyInput, "empty"),
    (b" \n ", EmptyInput, "empty"),
    (b"\xff\xfe\x00", NotText, "byte 0"),
    (b"<!doctype html><title>Report</title>", Malformed, "web page"),
    (b'{"schema": ', Malformed, "line 1, column 12"),
    (b"[1, 2]", Malformed, "no report"),
    (b'"discrepancy-report/1"', Malformed, "no report"),
    (b"{}", Malformed, "no report"),
    (b'{"schema": "discrepancy-report/2"}', Malformed, "discrepancy-report/2"),
    (b'{"schema": "https://json.schemastore.org/sarif-2.1.0.json"}', Malformed, "another schema"),
    (b'{"schema": ["discrepancy-report/1"]}', Malformed, "another schema"),
    (b'{"schema": "discrepancy-report/1"}', Malformed, "report.documents"),
    (b"[" * 200_000, Malformed, "too deep"),
    (b'{"schema": ' + b"9" * 10_000 + b"}", Malformed, "too long"),
]


@pytest.mark.parametrize(("content", "error", "says"), WRONG, ids=[str(n) for n in range(len(WRONG))])
def test_what_is_no_report_is_refused(tmp_path: Path, content: bytes, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=re.escape(says)) as caught:
        read_baseline(at(tmp_path / "r.json", content))
    assert str(tmp_path / "r.json") in str(caught.value)
    assert caught.value.remedy.endswith(".")


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PathMissing):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(PathUnreadable):
        read_baseline(tmp_path)
    with pytest.raises(PathUnreadable):
        read_baseline(Path("a\0b.json"))


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "MOST_BYTES", 100)
    with pytest.raises(TooLarge, match="store"):
        read_baseline(at(tmp_path / "r.json", REPORT))


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(report: Any) -> None:
        for step in path[:-1]:
            report = report[step]
        report[path[-1]] = to

    return change


BROKEN: list[tuple[Callable[[Any], None], str]] = [
    (_set("documents", to={}), "report.documents"),
    (_set("documents", 0, to="a"), "report.documents[0]"),
    (_set("documents", 0, "text", to=7), "report.documents[0].text"),
    (_set("facts", to=None), "report.facts"),
    (_set("facts", 0, "sentence", to=None), "report.facts[0].sentence"),
    (_set("facts", 0, "value", "low", to="many"), "low"),
    (_set("facts", 0, "value", "low", to="1E+999999999"), "low"),
    (_set("facts", 0, "value", "high", to=12), "high"),
    (_set("facts", 0, "value", "hedge", to="perhaps"), "hedge"),
    (_set("findings", 0, "level", to="grave"), "report.findings[0].level"),
    (_set("findings", 0, "id", to=None), "report.findings[0].id"),
    (_set("findings", 0, "subject", to=None), "report.findings[0].subject"),
    (_set("findings", 0, "reconciliation", to="hedge"), "report.findings[0].reconciliation"),
    (_set("findings", 0, "values", 0, "mentions", 0, "start", to=-1), "report.findings[0].values[0].mentions[0].start"),
    (_set("findings", 0, "values", 0, "mentions", 0, "end", to=True), "report.findings[0].values[0].mentions[0].end"),
]


@pytest.mark.parametrize(("change", "says"), BROKEN, ids=[str(n) for n in range(len(BROKEN))])
def test_a_broken_report_is_refused_at_its_place(tmp_path: Path, change: Callable[[Any], None], says: str) -> None:
    report = json.loads(json.dumps(REPORT))
    change(report)
    with pytest.raises(Malformed, match=re.escape(says)):
        read_baseline(at(tmp_path / "r.json", report))


def test_places_beyond_the_text_do_no_harm(tmp_path: Path) -> None:
    report = json.loads(json.dumps(REPORT))
    report["findings"][0]["values"][0]["mentions"][0] |= {"start": 10**30, "end": 10**30 + 2, "document": "gone"}
    report["findings"][0]["values"][0]["mentions"].append({**MENTION, "start": 10**30, "end": 10**30 + 2})
    (snapshot,) = read_baseline(at(tmp_path / "r.json", report))
    assert [place.sentence for place in snapshot.values[0].places] == ["", ""]

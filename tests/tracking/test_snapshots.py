"""Snapshots of a check, and those of the JSON report that it wrote: the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

import discrepancy
from discrepancy.formats.json_report import render
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from discrepancy.tracking import follow, read_baseline, snapshots

TEXTS = {
    "a": "The ferry Halvard ran aground off Osmund on Monday. Police said 17 passengers were injured. "
    "The owner, Tarn Lines, put the damage at a quarter of a million pounds. “We will not sail again this year,” "
    "said its manager, Ruth Abara.",
    "b": "Tarn Lines rejected the findings of the inquiry. Police said 27 passengers were injured when the ferry "
    "Halvard ran aground off Osmund on Tuesday. “We will now sail again this year,” said its manager, Ruth Abarra.",
    "c": "The damage to the ferry Halvard was put at 350,000 pounds by its owner, Tarn Lines. "
    "Tarn Lines accepted the findings of the inquiry.",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    """A check of three versions with findings of several kinds."""
    folder = tmp_path_factory.mktemp("story")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found = discrepancy.check(folder).data
    assert len({finding.rule for finding in found.findings}) >= 3
    return found


def written(data: ReportData, path: Path, excerpts_only: bool = False) -> dict[str, object]:
    path.write_text(render(data, replace(Presentation(), excerpts_only=excerpts_only)), encoding="utf-8")
    report: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return report


def test_a_snapshot_tells_what_the_finding_says(data: ReportData) -> None:
    for finding, snapshot in zip(data.findings, snapshots(data), strict=True):
        assert (snapshot.finding, snapshot.rule, snapshot.subject) == (finding.id, finding.rule, finding.subject)
        assert [value.label for value in snapshot.values] == [value.label for value in finding.values]
        assert all(value.key for value in snapshot.values)
    (injured,) = (each for each in snapshots(data) if {"17", "27"} == {value.label for value in each.values})
    assert [place.sentence for place in injured.values[0].places] == ["Police said 17 passengers were injured."]
    assert dict(injured.documents)["a"] == hashlib.sha256(TEXTS["a"].encode()).hexdigest()


def test_the_key_is_the_value_without_its_dress(data: ReportData) -> None:
    keys = {value.label: value.key for snapshot in snapshots(data) for value in snapshot.values}
    assert keys["a quarter of a million pounds"] == "250000 GBP"
    assert keys["350,000 pounds"] == "350000 GBP"


def test_a_report_gives_the_snapshots_of_its_check(data: ReportData, tmp_path: Path) -> None:
    written(data, tmp_path / "report.json")
    assert read_baseline(tmp_path / "report.json") == snapshots(data)


def test_a_report_of_excerpts_is_followed(data: ReportData, tmp_path: Path) -> None:
    written(data, tmp_path / "report.json", excerpts_only=True)
    baseline = read_baseline(tmp_path / "report.json")
    assert not any(place.sentence for each in baseline for value in each.values for place in value.places)
    assert {text for each in baseline for _, text in each.documents} == {""}
    assert [value.key for each in baseline for value in each.values] == [
        value.key for each in snapshots(data) for value in each.values
    ]
    followed = follow(baseline, snapshots(data))
    assert len(followed.matches) == len(data.findings)
    assert {match.changed for match in followed.matches} == {None}


def test_a_report_without_subjects_is_followed(data: ReportData, tmp_path: Path) -> None:
    """As versions wrote it before findings told their subject: that of the group stands in for it."""
    path = tmp_path / "report.json"
    report = written(data, path)
    findings = report["findings"]
    assert isinstance(findings, list)
    for finding in findings:
        del finding["subject"]
    path.write_text(json.dumps(report), encoding="utf-8")
    baseline = read_baseline(path)
    assert any(each.subject for each in baseline)
    assert {match.changed for match in follow(baseline, snapshots(data)).matches} == {None}
    assert len(follow(baseline, snapshots(data)).matches) == len(data.findings)

"""The public report: as objects, as tables, as files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from discrepancy.errors import DiscrepancyError, OutputError, UsageError
from discrepancy.formats import all_formats
from discrepancy.model import Level, ReportData
from discrepancy.report import Report, View, ensure_writable, put
from tests.samples import check_texts, seeds_report

EMPTY = Report(ReportData(documents=(), facts=(), people=(), groups=(), findings=()))


def test_it_says_how_much_it_holds() -> None:
    report = seeds_report()
    assert repr(report) == (f"<Report: 5 documents, {len(report.facts)} facts, {len(report.findings)} findings>")


def test_it_gives_what_its_data_hold() -> None:
    report = seeds_report()
    for name in ("documents", "facts", "groups", "findings", "unread", "skipped"):
        assert getattr(report, name) is getattr(report.data, name)


def test_at_or_above() -> None:
    report = seeds_report()
    sizes = [len(report.at_or_above(level)) for level in (Level.NOTE, Level.WARNING, Level.ERROR)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == len(report.findings)
    assert {f.level for f in report.at_or_above(Level.WARNING)} <= {Level.WARNING, Level.ERROR}


def test_the_gravest_findings_come_first() -> None:
    ranks = [finding.level.rank for finding in seeds_report().findings]
    assert ranks == sorted(ranks, reverse=True)


# --- Tables ---


@pytest.mark.parametrize("view", get_args(View))
def test_a_table_has_a_row_for_each(view: View) -> None:
    report = seeds_report()
    frame = report.to_frame(view)
    assert len(frame) == len(getattr(report, view))
    assert frame["id"].tolist() == [each.id for each in getattr(report, view)]
    assert list(EMPTY.to_frame(view).columns) == list(frame.columns)


def test_a_table_of_findings_is_the_default() -> None:
    assert seeds_report().to_frame().equals(seeds_report().to_frame("findings"))


def test_an_unknown_table_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="facts, groups, findings"):
        EMPTY.to_frame("people")  # type: ignore[arg-type]  # that is what is tested


# --- Files ---


@pytest.mark.parametrize(
    ("name", "format_name", "begins"),
    [
        ("r.json", None, "{"),
        ("r.html", None, "<!doctype html>"),
        ("r.HTM", None, "<!doctype html>"),
        ("r.txt", "json", "{"),
        ("r.json", "html", "<!doctype html>"),
        ("r", "JSON", "{"),
    ],
)
def test_write(tmp_path: Path, name: str, format_name: str | None, begins: str) -> None:
    target = seeds_report().write(tmp_path / "deep" / name, format_name)
    assert target == tmp_path / "deep" / name
    assert target.read_bytes().decode("utf-8").lower().startswith(begins)


def test_write_takes_a_string(tmp_path: Path) -> None:
    assert seeds_report().write(str(tmp_path / "r.json")).exists()


@pytest.mark.parametrize("name", all_formats())
def test_what_is_written_is_what_is_rendered(tmp_path: Path, name: str) -> None:
    report = seeds_report()
    assert report.write(tmp_path / "r", name).read_bytes() == report.render(name).encode("utf-8")


@pytest.mark.parametrize("name", all_formats())
def test_an_empty_report_can_be_written(tmp_path: Path, name: str) -> None:
    assert EMPTY.write(tmp_path / "r", name).stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "format_name", "told"),
    [
        ("r.pdf", None, "'.pdf'"),
        ("r", None, "no suffix"),
        ("r.json", "pdf", "'pdf'"),
        ("taken/r.json", None, "taken"),
        ("folder.json", None, "folder.json"),
    ],
)
def test_what_can_not_be_written_is_an_error_with_a_remedy(
    tmp_path: Path, name: str, format_name: str | None, told: str
) -> None:
    (tmp_path / "taken").touch()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(OutputError) as caught:
        EMPTY.write(tmp_path / name, format_name)
    assert told in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["r.json", "deep/down/r.json", "old.json"])
def test_where_a_report_can_be_written_nothing_is_made_to_find_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "old.json").write_text("old", encoding="utf-8")
    ensure_writable(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["old.json"]
    assert (tmp_path / "old.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", ["taken/r.json", "taken/deep/r.json", "folder.json"])
def test_where_a_report_can_not_be_written_is_known_before(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").touch()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(DiscrepancyError):
        ensure_writable(tmp_path / name)


def test_a_link_that_was_asked_for_is_followed(tmp_path: Path) -> None:
    (tmp_path / "r.json").symlink_to("kept.json")
    EMPTY.write(tmp_path / "r.json")
    assert (tmp_path / "r.json").is_symlink()
    assert (tmp_path / "kept.json").read_text(encoding="utf-8").startswith("{")


def test_assets_are_written_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "discrepancy.js").symlink_to("precious.txt")
    with pytest.raises(OutputError, match="a link is in the place"):
        EMPTY.write(tmp_path / "r.html", assets=tmp_path)
    assert (tmp_path / "precious.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_assets_in_a_folder_whose_name_is_not_utf_8_have_a_relative_address(tmp_path: Path) -> None:
    EMPTY.write(tmp_path / "r.html", assets=Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9")))
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert 'href="caf%E9/discrepancy.css"' in page
    assert "file:" not in page


# --- What readers see ---


def test_no_internal_name_of_a_person_is_shown() -> None:
    report = seeds_report()
    slugs = [person.id for person in report.data.people if "-" in person.id]
    assert slugs
    raw = json.loads(report.render("json"))
    told = " ".join(
        f"{f['summary']} {f['explanation']} {(f['reconciliation'] or {}).get('text', '')}" for f in raw["findings"]
    )
    assert not [slug for slug in slugs if slug in told]


def test_nothing_of_this_machine_stands_in_a_report() -> None:
    for name in all_formats():
        text = seeds_report().render(name)
        assert str(Path.cwd()) not in text
        assert str(Path.home()) not in text


def test_every_value_of_a_finding_has_a_mention_and_no_mention_two_values() -> None:
    for finding in seeds_report().findings:
        mentions = [mention for value in finding.values for mention in value.mentions]
        assert len(finding.values) > 1
        assert all(value.label and value.mentions for value in finding.values)
        assert len(set(mentions)) == len(mentions)
        assert 0 <= finding.confidence <= 1


def test_an_explained_value_is_no_part_of_the_conflict_beside_it() -> None:
    report = check_texts(
        "The army has 250,000 soldiers.",
        "The army has 200,000 soldiers.",
        "The army will have 350,000 soldiers in three years.",
    )
    conflict, *notes = report.findings
    assert {value.label for value in conflict.values} == {"200,000", "250,000"}
    assert [note.reconciliation.kind for note in notes if note.reconciliation] == ["time-frame", "time-frame"]
    # No note says of the two that clash that all can be right.
    assert sorted(value.label for note in notes for value in note.values) == [
        "200,000",
        "250,000",
        "350,000",
        "350,000",
    ]


def test_a_report_that_can_not_be_written_whole_leaves_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    target.write_text("yesterday's", encoding="utf-8")
    code = (
        "import resource, signal, sys; from pathlib import Path; from discrepancy.report import put\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "put(Path(sys.argv[1]), 'x' * 5000)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=False)
    assert "Make room on the disk" in ran.stderr
    assert target.read_text(encoding="utf-8") == "yesterday's"
    assert [each.name for each in tmp_path.iterdir()] == ["r.json"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "there" / "r.json")
    put(tmp_path / "link.json", "whole")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "there" / "r.json").read_text(encoding="utf-8") == "whole"

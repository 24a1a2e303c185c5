"""``discrepancy accept-names``: what reviewers accepted is shown, then written, and then no longer flagged."""

from __future__ import annotations

from pathlib import Path

import pytest

import discrepancy
from discrepancy.decided import Ruling, Snapshot
from discrepancy.model import Level
from discrepancy.settings import Settings
from discrepancy.store import open_store
from discrepancy.tracking import snapshots
from tests.samples import run

CLINIC = "The report was written by Dr. {} Lindqvist, who heads the clinic. Lindqvist said so on Monday.\n"
ACCEPT = ("accept-names", "--store", "decisions.db", "--house-style", "names.csv")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions that spell a name apart, and nothing else; the current one, top of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "clinic").mkdir()
    for name, given in (("wire", "Katherine"), ("ours", "Catherine")):
        (tmp_path / "clinic" / f"{name}.txt").write_text(CLINIC.format(given), encoding="utf-8")
    return tmp_path


def found() -> list[Snapshot]:
    return list(snapshots(discrepancy.check("clinic").data))


def decide(ruling: Ruling, note: str = "", story: str = "clinic") -> None:
    [snapshot] = found()
    with open_store(Path("decisions.db")) as store:
        store.decide(story, snapshot, ruling, who="Bo Ek", note=note, seen="")


def test_from_a_decision_to_a_name_that_is_flagged_no_more(desk: Path) -> None:
    assert [each.rule for each in found()] == ["NAM001"]
    decide(Ruling.ACCEPTABLE, "prefer: Katherine Lindqvist")
    shown = run(*ACCEPT)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("+ Katherine Lindqvist; accepted: Catherine Lindqvist  (accepted by Bo Ek on ")
    assert shown.out.endswith("1 line to add to names.csv; give --write to add.\n")
    assert not (desk / "names.csv").exists(), "a look changes nothing"
    assert run(*ACCEPT, "--write").out.endswith("1 line added to names.csv.\n")
    report = discrepancy.check("clinic", settings=Settings(house_style=desk / "names.csv"))
    assert [(each.rule, each.level) for each in report.findings] == [("NAM001", Level.NOTE)]
    assert report.findings[0].reconciliation is not None
    once = (desk / "names.csv").read_bytes()
    again = run(*ACCEPT, "--write")
    assert again.out == "1 decision the file follows already.\nNothing to add to names.csv.\n"
    assert (desk / "names.csv").read_bytes() == once


@pytest.mark.parametrize("ruling", [each for each in Ruling if each is not Ruling.ACCEPTABLE])
def test_only_what_is_acceptable_becomes_style(desk: Path, ruling: Ruling) -> None:
    decide(ruling, "they are two people")
    assert run(*ACCEPT, "--write").out == "Nothing to add to names.csv.\n"
    assert not (desk / "names.csv").exists()


def test_a_decision_that_was_taken_back_is_none(desk: Path) -> None:
    decide(Ruling.ACCEPTABLE)
    [snapshot] = found()
    with open_store(desk / "decisions.db") as store:
        store.withdraw("clinic", snapshot, who="Bo Ek", seen=store.matters("clinic")[0].last)
    assert run(*ACCEPT).out == "Nothing to add to names.csv.\n"


def test_a_contradiction_is_told_and_nothing_overwritten(desk: Path) -> None:
    decide(Ruling.ACCEPTABLE)
    before = "preferred,avoid\nKatherine Lindqvist,Catherine Lindqvist\n"
    (desk / "names.csv").write_text(before, encoding="utf-8")
    ran = run(*ACCEPT, "--write")
    assert ran.code == 1
    assert "the file says to avoid “Catherine Lindqvist” for “Katherine Lindqvist” (names.csv, line 2)" in ran.err
    assert (desk / "names.csv").read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("desk")
def test_of_one_story_or_of_all() -> None:
    decide(Ruling.ACCEPTABLE, story="clinic")
    assert "1 line to add" in run(*ACCEPT, "--story", "clinic").out
    ran = run(*ACCEPT, "--story", "ferry")
    assert (ran.code, ran.out) == (2, "")
    assert "Its stories are: clinic." in ran.err


def test_the_house_names_both_files(desk: Path) -> None:
    decide(Ruling.ACCEPTABLE)
    (desk / "names.csv").write_text("preferred\nKyiv\n", encoding="utf-8")
    (desk / "discrepancy.toml").write_text('store = "decisions.db"\nhouse_style = "names.csv"\n', encoding="utf-8")
    assert "1 line to add to names.csv" in run("accept-names").out


@pytest.mark.parametrize("arguments", [(), ("--store", "decisions.db"), ("--house-style", "names.csv")])
@pytest.mark.usefixtures("desk")
def test_both_files_must_be_said(arguments: tuple[str, ...]) -> None:
    ran = run("accept-names", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "It is not said which file to use." in ran.err


def test_a_store_that_is_not_there_is_not_made(desk: Path) -> None:
    ran = run(*ACCEPT)
    assert ran.code == 2
    assert not (desk / "decisions.db").exists()

"""``discrepancy check`` as a gate: against an earlier report, against a store, with a number that may pass."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import discrepancy
from discrepancy.decided import Action, Ruling
from discrepancy.model import ReportData
from discrepancy.store import open_store
from discrepancy.tracking import snapshots
from tests.samples import run

MARCH = "Police arrested {} demonstrators after the march on Monday.\n"
FERRY = "The ferry carried {} passengers when it ran aground off Norvik, the coast guard said.\n"
DB = Path("decisions.db")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two versions of a story: their arrests differ."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    write(courier=(17, 60), wire=(27, 60))
    return tmp_path


def write(folder: str = "march", **figures: tuple[int, int]) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, (arrested, carried) in figures.items():
        Path(folder, f"{name}.txt").write_text(MARCH.format(arrested) + FERRY.format(carried), encoding="utf-8")


def checked(folder: str = "march") -> ReportData:
    return discrepancy.check(folder).data


def decide(ruling: Ruling, story: str = "march", data: ReportData | None = None) -> None:
    with open_store(DB) as store:
        found = snapshots(data or checked())[0]
        store.decide(story, found, ruling, who="Ines Okafor", note="the police corrected it")


def actions() -> list[Action]:
    with open_store(DB, create=False) as store:
        return [event.action for event in store.events()]


def test_without_a_gate_nothing_is_said_of_one(folder: Path) -> None:
    assert folder.is_dir()
    ran = run("check", "march")
    assert ran.code == 1
    assert "Held against" not in ran.out
    assert "Fails" not in ran.out


# --- --baseline ---


def test_what_the_baseline_has_passes_and_what_is_new_fails(folder: Path) -> None:
    assert run("check", "march", "-o", "old.json", "-q").code == 1
    same = run("check", "march", "--baseline", "old.json")
    assert (same.code, same.err) == (0, "")
    assert "Held against old.json: 0 new, 0 reopened, 1 known, 0 resolved since." in same.out
    assert "Passes: no finding of level error or above counts." in same.out
    write(courier=(17, 60), wire=(27, 80))
    more = run("check", "march", "--baseline", "old.json", "-o", "new.json")
    assert more.code == 1
    assert "Held against old.json: 1 new, 0 reopened, 1 known, 0 resolved since." in more.out
    fails = more.out[more.out.index("Fails: 1 finding of level error or above counts:") :]
    assert "new: ferry passengers: 60 / 80" in fails or "new: passengers: 60 / 80" in fails
    assert "demonstrators" not in fails
    reviews = {
        each["summary"]: each["review"]["status"] for each in json.loads((folder / "new.json").read_bytes())["findings"]
    }
    assert sorted(reviews.values()) == ["known", "new"]


def test_what_is_gone_is_counted_as_resolved(folder: Path) -> None:
    run("check", "march", "-o", "old.json", "-q")
    write(courier=(27, 60), wire=(27, 60))
    ran = run("check", "march", "--baseline", "old.json", "-o", "new.json")
    assert ran.code == 0
    assert "0 known, 1 resolved since." in ran.out
    assert "Resolved: NUM001" in ran.out
    assert len(json.loads((folder / "new.json").read_bytes())["resolved"]) == 1


@pytest.mark.parametrize("made", [None, "", "{}", "no json"])
def test_what_is_no_earlier_report_is_an_error(folder: Path, made: str | None) -> None:
    if made is not None:
        (folder / "old.json").write_text(made, encoding="utf-8")
    ran = run("check", "march", "--baseline", "old.json", "-o", "new.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("discrepancy: old.json: ")
    assert not (folder / "new.json").exists()


# --- --store ---


def test_a_dismissed_finding_passes_wherever_the_check_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(Ruling.DISMISSED)
    ran = run("check", "march", "--store", DB)
    assert ran.code == 0
    assert "Held against decisions.db (story “march”): 0 new, 0 reopened, 1 decided (1 of them settled)" in ran.out
    assert "Dismissed by Ines Okafor" in " ".join(ran.out.split())
    monkeypatch.chdir(folder / "march")
    assert run("check", ".", "--store", folder / DB, "-q").code == 0
    assert run("check", "wire.txt", "courier.txt", "--store", folder / DB, "-q").code == 0
    assert run("check", ".", "--store", folder / DB, "--story", "ferry", "-q").code == 1


@pytest.mark.parametrize("ruling", [Ruling.CONFIRMED, Ruling.ASK])
def test_a_confirmed_error_and_an_open_question_hold_the_gate(folder: Path, ruling: Ruling) -> None:
    assert folder.is_dir()
    decide(ruling)
    ran = run("check", "march", "--store", DB)
    assert ran.code == 1
    assert "1 decided (0 of them settled)" in ran.out
    assert "NUM001 decided: demonstrators" in ran.out


def test_new_values_reopen_it_and_the_store_knows(folder: Path) -> None:
    assert folder.is_dir()
    decide(Ruling.DISMISSED)
    write(courier=(17, 60), wire=(29, 60))
    ran = run("check", "march", "--store", DB)
    assert ran.code == 1
    assert "0 new, 1 reopened, 0 decided, 0 resolved since." in ran.out
    assert "NUM001 reopened: demonstrators" in ran.out
    assert actions() == [Action.DECIDED, Action.REOPENED]


def test_a_store_that_can_not_be_written_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.is_dir()
    decide(Ruling.DISMISSED)
    write(courier=(17, 60), wire=(29, 60))
    monkeypatch.setattr("discrepancy.store.may_write", lambda path: False)
    assert run("check", "march", "--store", DB, "-q").code == 1
    assert actions() == [Action.DECIDED]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_standard_output_that_takes_nothing_is_no_finding() -> None:
    """A crash ends with 1 as findings do: a pipeline could not tell them apart."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "discrepancy.cli", "rules", "NUM001"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("discrepancy: It can not be written: No space left on device.")


@pytest.mark.parametrize("name", ["decisions.db", "march/wire.txt", "discrepancy.toml", "names.csv"])
def test_no_report_is_written_over_what_the_check_needs(folder: Path, name: str) -> None:
    """A slip of the hand must not cost a newsroom its log."""
    decide(Ruling.DISMISSED)
    (folder / "names.csv").write_text("preferred,avoid\nNorvik,Norwik\n", encoding="utf-8")
    (folder / "discrepancy.toml").write_text('house_style = "names.csv"\nstore = "decisions.db"\n', encoding="utf-8")
    (folder / "link").symlink_to(name)
    before = (folder / name).read_bytes()
    for output in (name, "link"):
        ran = run("check", "march/courier.txt", "march/wire.txt", "--format", "json", "-o", output)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"discrepancy: {output}: The check itself needs that file, and a report would be written over it."
            " Give -o another name.\n"
        )
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("asked", [("march", "--without", "NUM001"), ("march/courier.txt",)])
def test_what_was_not_looked_for_is_not_resolved(folder: Path, asked: tuple[str, ...]) -> None:
    assert folder.is_dir()
    decide(Ruling.CONFIRMED)
    run("check", "march", "-o", "report.json", "-q")
    ran = run("check", *asked, "--store", DB, "--baseline", "report.json")
    assert ran.code == 0
    assert "0 resolved since" in ran.out
    assert actions() == [Action.DECIDED]


def test_what_is_no_store_is_an_error_before_the_check(folder: Path) -> None:
    DB.write_text("no store at all, but a text that somebody keeps", encoding="utf-8")
    ran = run("check", "march", "--store", DB, "-o", "report.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("discrepancy: decisions.db: ")
    assert not (folder / "report.json").exists()
    assert "somebody keeps" in DB.read_text(encoding="utf-8")


# --- --max, --fail-on ---


def test_some_may_pass(folder: Path) -> None:
    assert folder.is_dir()
    write(courier=(17, 60), wire=(27, 80))
    for most, code in ((0, 1), (1, 1), (2, 0), (9, 0)):
        ran = run("check", "march", "--max", str(most))
        assert ran.code == code, most
        verdict = "Passes" if code == 0 else "Fails"
        assert f"{verdict}: 2 findings of level error or above count, and --max {most} may pass" in ran.out
    assert run("check", "march", "--max", "-1").code == 2


def test_never_never_fails(folder: Path) -> None:
    assert folder.is_dir()
    ran = run("check", "march", "--max", "0", "--fail-on", "never")
    assert ran.code == 0
    assert "Passes: --fail-on never." in ran.out


def test_house_rules_hold_a_gate_and_the_command_line_wins(folder: Path) -> None:
    (folder / "discrepancy.toml").write_text('fail_on = "never"\n', encoding="utf-8")
    assert run("check", "march", "-q").code == 0
    assert run("check", "march", "-q", "--fail-on", "note").code == 1
    (folder / "other.toml").write_text("max = 5\n", encoding="utf-8")
    assert run("check", "march", "-q", "--config", "other.toml").code == 0
    (folder / "other.toml").write_text("mox = 5\n", encoding="utf-8")
    ran = run("check", "march", "-q", "--config", "other.toml")
    assert ran.code == 2
    assert "other.toml" in ran.err


def test_a_report_on_standard_output_stands_alone(folder: Path) -> None:
    assert folder.is_dir()
    ran = run("check", "march", "--max", "3", "--format", "sarif")
    assert json.loads(ran.out)["version"] == "2.1.0"
    assert "Passes: 1 finding" in ran.err
    assert run("check", "march", "--max", "3", "--format", "sarif", "-q").err == ""


# --- --pages ---


def test_many_stories_each_have_a_key_of_their_own(folder: Path) -> None:
    write("all/march", courier=(17, 60), wire=(27, 60))
    write("all/ferry", courier=(17, 60), wire=(27, 60))
    decide(Ruling.DISMISSED, data=checked("all/march"))
    ran = run("check", "all", "--pages", "site", "--store", DB, "--format", "json")
    assert ran.code == 1
    assert "Held against decisions.db: 1 new, 0 reopened, 1 decided (1 of them settled), 0 resolved since." in ran.out
    told = {
        name: json.loads((folder / f"site/{name}.json").read_bytes())["findings"][0]["review"]["status"]
        for name in ("march", "ferry")
    }
    assert told == {"march": "decided", "ferry": "new"}
    assert run("check", "all", "--pages", "site", "--store", DB, "--max", "1", "-q").code == 0


def test_two_stories_of_one_key_are_told_and_may_be_told_apart(folder: Path) -> None:
    for home in ("all/a/march", "all/b/march"):
        write(home, courier=(17, 60), wire=(27, 60))
    ran = run("check", "all", "--pages", "site", "--store", DB)
    assert ran.code == 2
    assert "Two stories have the key “march”" in ran.err
    assert run("check", "all", "--pages", "site", "-q").code == 1
    (folder / "all/b/march/story.toml").write_text('story = "late march"\n', encoding="utf-8")
    assert "2 new" in run("check", "all", "--pages", "site", "--store", DB).out


@pytest.mark.parametrize("option", ["--baseline", "--story"])
def test_what_speaks_of_one_story_does_not_go_with_many(folder: Path, option: str) -> None:
    assert folder.is_dir()
    ran = run("check", "march", "--pages", "site", option, "x")
    assert ran.code == 2
    assert f"{option} and --pages do not go together" in ran.err
    assert not Path("site").exists()

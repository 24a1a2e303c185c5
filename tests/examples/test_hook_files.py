"""The files of pre-commit and of GitHub Actions: well formed, and their commands run."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # ships no types; comes with schemathesis, for tests alone

from tests.samples import REPO, run

WIRE = "Police arrested {} demonstrators after the march on Monday.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions that differ, in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my story").mkdir()
    for name, figure in (("wire", 17), ("courier", 27)):
        (tmp_path / f"my story/{name}.txt").write_text(WIRE.format(figure), encoding="utf-8")
    return tmp_path


def read(name: str) -> Any:
    return yaml.safe_load((REPO / name).read_text(encoding="utf-8"))


# --- pre-commit ---


def test_the_hook_of_pre_commit_is_one_that_it_takes() -> None:
    [hook] = read(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"
    assert re.search(hook["files"], "stories/march/wire.txt")
    assert not re.search(hook["files"], "stories/march/wire.py")
    assert hook["pass_filenames"] is False, "all versions are compared, not those alone that changed"


def test_the_hook_of_pre_commit_runs(story: Path) -> None:
    [hook] = read(".pre-commit-hooks.yaml")
    program, *arguments = shlex.split(hook["entry"])
    assert program == "discrepancy"
    assert run(*arguments, *hook["args"]).code == 1
    (story / "my story/courier.txt").write_text(WIRE.format(17), encoding="utf-8")
    assert run(*arguments, *hook["args"]).code == 0


# --- the Action ---


def action() -> Any:
    return read("action.yml")


def step(name: str) -> Any:
    [found] = [each for each in action()["runs"]["steps"] if each.get("name") == name]
    return found


PROGRAM = """#!/bin/sh
printf '%s\\0' "$@" > asked
mkdir -p "$REPORTS" && echo '# 1 conflict' > "$REPORTS/discrepancy.summary.md"
exit 1
"""
"""Stands where the program stands on a runner: keeps what it was asked, and finds something."""


def check_step(folder: Path, **inputs: str) -> list[str]:
    """What the step that checks asks of the program, when it is run as a runner does."""
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin/discrepancy").write_text(PROGRAM, encoding="utf-8")
    (folder / "bin/discrepancy").chmod(0o755)
    values = {name: str(each.get("default", "")) for name, each in action()["inputs"].items()} | inputs
    given = {
        key: values[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text)[1]]  # type: ignore[index]  # it must match
        for key, text in step("Check")["env"].items()
    }
    own = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(folder / "outputs"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step("Check")["run"]]
    done = subprocess.run(command, cwd=folder, env={**given, **own}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), "it goes on to the upload; the last step fails the run"
    assert (folder / "outputs").read_text(encoding="utf-8").endswith("code=1\n")
    assert (folder / "summary").read_text(encoding="utf-8").endswith("# 1 conflict\n")
    return (folder / "asked").read_text(encoding="utf-8").split("\0")[:-1]


def test_what_the_action_asks_is_done(story: Path) -> None:
    asked = check_step(story, paths="my story\n")
    assert asked[-2:] == ["--", "my story"]
    assert run(*asked).code == 1
    reports = story / "discrepancy-reports"
    names = {f"discrepancy.{name}" for name in ("json", "sarif", "xml", "summary.md")}
    assert {each.name for each in reports.iterdir()} == names
    assert json.loads((reports / "discrepancy.sarif").read_bytes())["runs"][0]["results"]
    assert "# 1 conflict" in (reports / "discrepancy.summary.md").read_text(encoding="utf-8")
    (reports / "discrepancy.json").rename(story / "old.json")
    again = check_step(story, **{"paths": "my story", "baseline": "old.json", "max": "0", "fail-on": "note"})
    assert run(*again).code == 0


def test_every_input_comes_to_its_option(story: Path) -> None:
    (story / "rules.toml").write_text("max = 3\n", encoding="utf-8")
    asked = check_step(story, paths="my story", store="d.db", config="rules.toml", baseline="not-there.json")
    assert run(*asked).code == 0, "the rules let three pass; a baseline that is not there yet is left alone"
    assert (story / "d.db").exists()


def test_an_input_is_never_a_part_of_the_script(story: Path) -> None:
    lines = ["my story", "$(touch hacked)", "`touch hacked`", "-q;touch hacked", "--config"]
    assert check_step(story, paths="\n".join(lines), max="1; touch hacked")[-5:] == lines
    assert not (story / "hacked").exists()
    for each in action()["runs"]["steps"]:
        assert "${{" not in each.get("run", "")


def test_the_last_step_ends_with_the_code() -> None:
    for code in ("0", "1", "2", ""):
        done = subprocess.run(
            ["bash", "-e", "-c", step("Verdict")["run"]], env={"CODE": code}, check=False, capture_output=True
        )
        assert (done.returncode == 0) == (code == "0")


def test_every_input_is_told_of_and_used() -> None:
    text = (REPO / "action.yml").read_text(encoding="utf-8")
    for name, each in action()["inputs"].items():
        assert each["description"]
        assert f"inputs.{name}" in text

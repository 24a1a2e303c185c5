"""``discrepancy config``: one screen that says what is in force, and from where."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from discrepancy.config.values import KEYS
from tests.samples import run


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the top of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "copy").mkdir()
    return tmp_path


def test_without_a_file_every_key_is_shown_with_its_default() -> None:
    ran = run("config")
    assert (ran.code, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert "none found" in head
    assert [row.split()[0] for row in rows] == list(KEYS)
    assert all(row.endswith("default") for row in rows)


def test_the_file_is_named_and_each_line_of_it(desk: Path) -> None:
    (desk / "copy" / "discrepancy.toml").write_text(
        'fail_on = "note"\n[levels]\nNUM001 = "note"\n[sources."m.example"]\nname = "Mérida [red]Wire[/red]"\n', "utf-8"
    )
    ran = run("config", "copy")
    assert ran.out.splitlines()[0] == "House rules: copy/discrepancy.toml"
    assert "copy/discrepancy.toml, line 1" in ran.out
    assert "levels.NUM001" in ran.out
    assert "name = Mérida [red]Wire[/red]" in ran.out
    assert "none found" in run("config").out
    assert run("config", "--config", "copy/discrepancy.toml").out == ran.out


def test_what_is_passed_over_is_told(desk: Path) -> None:
    (desk / "discrepancy.toml").write_text("", encoding="utf-8")
    (desk / "pyproject.toml").write_text("[tool.discrepancy]\nmax = 3\n", encoding="utf-8")
    assert "Passed over: pyproject.toml: discrepancy.toml beside it is in force.\n" in run("config").out
    assert "Passed over" not in run("config", "--config", "pyproject.toml").out


def test_as_json(desk: Path) -> None:
    (desk / "discrepancy.toml").write_text('max = 3\nlanguages = ["en"]\n[columns]\ntext = "Body"\n', encoding="utf-8")
    told = json.loads(run("config", "--format", "json").out)
    values = {each["key"]: each["value"] for each in told["settings"]}
    assert told["file"] == "discrepancy.toml"
    assert values["max"] == 3
    assert values["languages"] == ["en"]
    assert values["columns"] == {"text": "Body"}
    assert values["store"] is None
    assert run("config", "--format", "json").out == run("config", "--format", "json").out


@pytest.mark.skipif(sys.platform != "linux", reason="a system where each name is Unicode")
def test_a_folder_whose_name_is_no_unicode(desk: Path) -> None:
    folder = desk / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "names.csv").write_text("preferred\nKyiv\n", encoding="utf-8")
    (folder / "discrepancy.toml").write_text('house_style = "names.csv"\n', encoding="utf-8")
    assert run("config", str(folder)).code == 0
    told = json.loads(run("config", str(folder), "--format", "json").out)
    assert os.fsencode(next(each["value"] for each in told["settings"] if each["key"] == "house_style")) == (
        b"caf\xe9/names.csv"
    )


def test_a_mistake_is_told_in_one_line(desk: Path) -> None:
    (desk / "discrepancy.toml").write_text("\nhouse-style = 1\n", encoding="utf-8")
    ran = run("config")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "discrepancy: discrepancy.toml, line 2: “house-style” is no rule of a house. Did you mean"
    )
    assert len(ran.err.splitlines()) == 1
    assert run("config", "--config", "gone.toml").code == 2
    assert run("config", "--format", "xml").code == 2


def test_what_a_house_says_of_reading_holds_for_every_command_that_reads(desk: Path) -> None:
    table = "Body,Outlet\n" + '"A ferry with 60 passengers ran aground off Norvik on Tuesday, the coast guard said. {}"'
    (desk / "copy" / "copy.csv").write_text(table.format("Nobody was hurt, said Ida Holm.") + ",CP\n", encoding="utf-8")
    (desk / "discrepancy.toml").write_text('[columns]\ntext = "Body"\n[sources.CP]\nname = "Coast Press"\n', "utf-8")
    for command in ("load", "extract"):
        ran = run(command, "copy", "--format", "json")
        [document] = json.loads(ran.out)["documents"]
        assert document["source"] == "Coast Press"
    (desk / "other.toml").write_text("", encoding="utf-8")
    ran = run("load", "copy", "--format", "json", "--config", "other.toml")
    assert [each["source"] for each in json.loads(ran.out)["documents"]] == ["CP"]
    (desk / "discrepancy.toml").write_text("max = 'x'", encoding="utf-8")
    assert (run("load", "copy").code, run("extract", "copy").code) == (2, 2)


def test_a_path_that_does_not_exist_is_told() -> None:
    ran = run("config", "nowhere")
    assert ran.code == 2
    assert "nowhere: Nothing is at this path. Check how it is spelled." in ran.err

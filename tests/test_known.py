"""What need not be worked out again: in this process, and with a folder in the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from discrepancy import known, pipeline
from discrepancy.errors import EngineMissing
from discrepancy.extract import extract_facts
from discrepancy.loaders import Loaded
from discrepancy.packed import pack
from discrepancy.report import Report
from discrepancy.settings import Settings
from tests.builders import doc
from tests.samples import run

TEXTS = ("Police arrested 17 people at the march on Monday.", "Police arrested 71 people at the march on Monday.")
LOADED = Loaded(documents=tuple(doc(text, id=name) for name, text in zip("ab", TEXTS, strict=True)))


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    known.forget()
    yield
    known.forget()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> mock.Mock:
    """Stands for the extractor, and counts what it is asked to read."""
    counting = mock.Mock(side_effect=extract_facts)
    monkeypatch.setattr(pipeline, "extract_facts", counting)
    return counting


def bytes_of(settings: Settings, loaded: Loaded = LOADED) -> str:
    return Report(pipeline.check_documents(loaded, settings)).render("json")


def test_a_document_is_read_once(read: mock.Mock) -> None:
    first = bytes_of(Settings())
    assert bytes_of(Settings()) == first
    assert read.call_count == 2


def test_a_changed_version_alone_is_read_again(read: mock.Mock) -> None:
    bytes_of(Settings())
    changed = doc(TEXTS[1].replace("71", "72"), id="b")
    report = bytes_of(Settings(), Loaded(documents=(LOADED.documents[0], changed)))
    assert read.call_count == 3
    assert "72" in report


def test_other_settings_judge_anew(read: mock.Mock) -> None:
    assert pipeline.check_documents(LOADED, Settings()).findings
    assert not pipeline.check_documents(LOADED, Settings(without=("NUM001",))).findings
    assert read.call_count == 2


def test_a_house_style_that_changed_is_read_anew(tmp_path: Path) -> None:
    style = tmp_path / "style.csv"
    told = []
    for avoided in ("Kiev", "marches"):
        style.write_text(f"preferred,avoid\nKyiv,{avoided}\n")
        loaded = Loaded(documents=(doc("Kiev held 12 people on Monday."),))
        told.append(pipeline.check_documents(loaded, Settings(house_style=style)).findings)
    assert len(told[0]) == 1
    assert not told[1]


def test_a_folder_keeps_it_for_the_next_process(tmp_path: Path, read: mock.Mock) -> None:
    plain = bytes_of(Settings())
    kept = Settings(cache=tmp_path)
    for calls in (4, 4, 4):
        known.forget()
        assert bytes_of(kept) == plain
        assert read.call_count == calls


def test_facts_are_kept_beside_what_was_found_in_them(tmp_path: Path, read: mock.Mock) -> None:
    kept = Settings(cache=tmp_path)
    bytes_of(kept)
    known.forget()
    pipeline.check_documents(LOADED, replace(kept, without=("NUM001",)))
    assert read.call_count == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\x80\x05cos\nsystem\n(S'true'\ntR."),
        lambda path: path.chmod(0),
        lambda path: path.unlink(),
    ],
    ids=["cut short", "emptied", "foreign", "closed", "gone"],
)
def test_a_damaged_folder_costs_time_alone(tmp_path: Path, damage: mock.Mock) -> None:
    kept = Settings(cache=tmp_path)
    whole = bytes_of(kept)
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        damage(path)
    known.forget()
    assert bytes_of(kept) == whole


@pytest.mark.parametrize("value", [("no fact",), {"facts": ()}, 3, ()])
def test_packed_values_of_another_kind_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: object
) -> None:
    whole = bytes_of(Settings())
    known.forget()
    monkeypatch.setattr("discrepancy.cache.disk.Disk.get", lambda *_: pack(value) if value != () else b"no pickle")
    assert bytes_of(Settings(cache=tmp_path)) == whole


@pytest.mark.parametrize("part", ["own_digest", "digest_of"])
def test_another_release_or_model_reads_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: mock.Mock, part: str
) -> None:
    bytes_of(Settings(cache=tmp_path))
    known.forget()
    monkeypatch.setattr(known, part, lambda *_: "another")
    bytes_of(Settings(cache=tmp_path))
    assert read.call_count == 4


def test_without_a_model_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    bytes_of(Settings())
    monkeypatch.setattr("discrepancy.text.engine.KNOWN_MODELS", ("no_such_model",))
    with pytest.raises(EngineMissing):
        bytes_of(Settings())


def test_the_command_line_keeps_it_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in zip("ab", TEXTS, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"{text}\n")
    for command in (("check", "--format", "json"), ("extract", "--format", "json")):
        plain = run(*command, "a.txt", "b.txt").out
        assert plain.startswith("{")
        for _ in range(2):
            known.forget()
            assert run(*command, "a.txt", "b.txt", "--cache", "kept").out == plain
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    digests = [path for path in kept if path.stat().st_size < 100]
    assert len(kept) - len(digests) == 5, "two documents, the facts of each, and what was found in both"


def test_a_file_is_no_folder_to_keep_things_in(tmp_path: Path) -> None:
    text, file = tmp_path / "a.txt", tmp_path / "kept"
    for path in (text, file):
        path.write_text(f"{TEXTS[0]}\n")
    ran = run("check", str(text), "--cache", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert "is a file. Name a folder" in ran.err


@pytest.mark.parametrize("empty", ["", " "])
def test_no_name_is_no_folder_to_keep_things_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"{TEXTS[0]}\n")
    ran = run("check", "a.txt", "--cache", empty)
    assert (ran.code, ran.out) == (2, "")
    assert "No folder is named" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

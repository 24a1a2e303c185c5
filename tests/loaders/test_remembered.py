"""A file whose very bytes were read before is not read again, where there is a folder that keeps what was in it."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from discrepancy.cache import Disk
from discrepancy.loaders import collect
from discrepancy.loaders.intake import take
from discrepancy.packed import pack
from discrepancy.said import Level
from discrepancy.settings import Revisions, Settings

TEXT = "Flood shuts bridge\n\nPolice closed the bridge over the river on Monday after the water rose by two metres.\n"
PAGE = f"<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>{TEXT}</p></article></body></html>"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> mock.Mock:
    """Counts the files that loaders read."""
    counting = mock.Mock(side_effect=take._by_loader)
    monkeypatch.setattr(take, "_by_loader", counting)
    return counting


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings(base=tmp_path, cache=tmp_path / "kept")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", TEXT.encode()), ("a.html", PAGE.encode()), ("a.txt.gz", gzip.compress(TEXT.encode()))],
    ids=["text", "page", "packed"],
)
def test_the_same_bytes_are_read_once(tmp_path: Path, read: mock.Mock, kept: Settings, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    plain = collect([tmp_path / name], replace(kept, cache=None))
    assert plain.documents
    before = read.call_count
    assert collect([tmp_path / name], kept) == plain
    once = read.call_count
    assert once > before
    assert collect([tmp_path / name], kept) == plain
    assert read.call_count == once


def test_other_bytes_another_name_or_other_readings_are_read(tmp_path: Path, read: mock.Mock, kept: Settings) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    collect([file], kept)
    file.write_text(TEXT.replace("two", "six"))
    assert "six metres" in collect([file], kept).documents[0].text
    file.rename(tmp_path / "b.txt")
    assert collect([tmp_path / "b.txt"], kept).documents[0].id == "b"
    collect([tmp_path / "b.txt"], replace(kept, revisions=Revisions.ORIGINAL))
    assert read.call_count == 4


def test_how_it_is_checked_changes_nothing_of_what_is_read(tmp_path: Path, read: mock.Mock, kept: Settings) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for settings in (kept, replace(kept, without=("NUM001",), levels=(("NUM001", Level.NOTE),))):
        collect([tmp_path / "a.txt"], settings)
    assert read.call_count == 1


def test_what_stands_beside_a_file_is_not_kept_with_it(tmp_path: Path, kept: Settings) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    collect([tmp_path], kept)
    (tmp_path / "story.toml").write_text('[files."a.txt"]\nsource = "The Echo"\n')
    assert collect([tmp_path / "a.txt"], kept).documents[0].source == "The Echo"


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02"], ids=["empty", "blank", "binary"])
def test_what_can_not_be_read_is_told_each_time(tmp_path: Path, kept: Settings, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    told = [collect([tmp_path / "a.txt"], kept).unread for _ in range(2)]
    assert told[0] == told[1] == collect([tmp_path / "a.txt"], replace(kept, cache=None)).unread
    assert len(told[0]) == 1


def test_a_large_file_is_read_as_a_stream(
    tmp_path: Path, read: mock.Mock, kept: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take, "LARGEST", len(TEXT) - 1)
    (tmp_path / "a.txt").write_text(TEXT)
    for _ in range(2):
        assert collect([tmp_path / "a.txt"], kept).documents
    assert read.call_count == 2


@pytest.mark.parametrize("value", [b"no pickle", pack(("no document",)), pack(3), pack(())])
def test_kept_values_of_another_kind_are_not_taken(
    tmp_path: Path, read: mock.Mock, kept: Settings, monkeypatch: pytest.MonkeyPatch, value: bytes
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(Disk, "get", lambda *_: value)
    assert collect([tmp_path / "a.txt"], kept).documents[0].text == TEXT
    assert read.call_count == 1


def test_the_language_is_not_told_again(tmp_path: Path, kept: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    before = collect([tmp_path / "a.txt"], kept)
    monkeypatch.setattr(take, "language_of", mock.Mock(side_effect=AssertionError("it is known")))
    assert collect([tmp_path / "a.txt"], kept) == before


def test_what_is_kept_among_the_articles_is_no_file_of_theirs(tmp_path: Path, kept: Settings) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    plain = collect([tmp_path], replace(kept, cache=None))
    assert [collect([tmp_path], kept) for _ in range(2)] == [plain] * 2
    assert list((tmp_path / "kept").rglob("*"))

"""A hash of a folder's files that an earlier process took is believed only where surely nothing changed since."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from discrepancy.cache import folders, hash_of, hash_of_unchanged, runs_on

LATER = 10_000_000_000
"""Nanoseconds after which a change is settled."""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="nothing is believed there")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    (folder / "inner").mkdir(parents=True)
    (folder / "weights").write_bytes(b"one")
    (folder / "inner" / "words").write_bytes(b"two")
    return folder


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> mock.Mock:
    """Counts the hashes that are taken, some time after whatever was done to the files."""
    counting = mock.Mock(side_effect=hash_of)
    monkeypatch.setattr(folders, "hash_of", counting)
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + LATER)
    return counting


def replace_in_place(model: Path) -> None:
    """Other bytes of the same length under the same name, with the time of writing that was there before."""
    path = model / "weights"
    stat = path.stat()
    path.write_bytes(b"ONE")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def swap(model: Path) -> None:
    """Another file moved to the place of one, of its size and its time of writing."""
    path, other = model / "weights", model.parent / "other"
    other.write_bytes(b"ONE")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def test_it_is_taken_once_while_nothing_changes(model: Path, tmp_path: Path, taken: mock.Mock) -> None:
    told = {hash_of_unchanged(model, tmp_path / "kept") for _ in range(3)}
    assert told == {hash_of(model)[0]}
    assert taken.call_count == 1


@pytest.mark.parametrize(
    "change",
    [
        replace_in_place,
        swap,
        lambda model: (model / "weights").write_bytes(b"longer"),
        lambda model: (model / "more").write_bytes(b""),
        lambda model: (model / "inner" / "words").unlink(),
        lambda model: (model / "weights").rename(model / "renamed"),
    ],
    ids=["replaced in place", "swapped", "written", "added", "gone", "renamed"],
)
def test_it_is_taken_anew_after_any_change(
    model: Path, tmp_path: Path, taken: mock.Mock, change: Callable[[Path], object]
) -> None:
    before = hash_of_unchanged(model, tmp_path / "kept")
    change(model)
    after = hash_of_unchanged(model, tmp_path / "kept")
    assert after == hash_of(model)[0] != before
    assert taken.call_count == 2


def test_what_changed_just_now_is_not_believed_to_be_settled(model: Path, tmp_path: Path) -> None:
    hash_of_unchanged(model, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_a_file_that_changes_meanwhile_is_not_kept(model: Path, tmp_path: Path, taken: mock.Mock) -> None:
    def slow(folder: Path) -> tuple[str, int]:
        found = hash_of(folder)
        (folder / "weights").write_bytes(b"six")
        return found

    taken.side_effect = slow
    hash_of_unchanged(model, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("kept", [b"", b"no digest", b"x" * 33])
def test_what_is_no_hash_is_not_taken_for_one(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bytes
) -> None:
    monkeypatch.setattr("discrepancy.cache.disk.Disk.get", lambda *_: kept)
    assert hash_of_unchanged(model, tmp_path / "kept") == hash_of(model)[0]


def test_without_a_folder_nothing_is_kept(model: Path, taken: mock.Mock) -> None:
    assert hash_of_unchanged(model, None) == hash_of_unchanged(model, None)
    assert taken.call_count == 2


def test_where_no_time_of_change_is_told_files_are_read(
    model: Path, tmp_path: Path, taken: mock.Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_TELLS_CHANGES", False)
    for _ in range(2):
        hash_of_unchanged(model, tmp_path / "kept")
    assert taken.call_count == 2


def test_another_release_beside_it_tells_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), str(tmp_path / "gone")])
    told = set()
    for name in ("one-1.0.dist-info", "one-1.1.dist-info"):
        (tmp_path / name).mkdir()
        told.add(runs_on.__wrapped__())
        (tmp_path / name).rmdir()
    assert len(told) == 2
    assert sys.version in told.pop()

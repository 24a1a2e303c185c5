"""A change in a folder is told at once, where the system can; what goes wrong with that goes unnoticed."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.watch import folder_events
from discrepancy.watch.folder_events import FolderEvents

pytest.importorskip("watchfiles")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_events, "_AGAIN", 0.05)
    monkeypatch.setattr(folder_events, "_BUNDLE", 20)


@pytest.fixture
def told() -> threading.Event:
    return threading.Event()


def until(told: threading.Event, do: Callable[[int], object]) -> None:
    """Do something again and again until it is told of: when the system begins to watch can not be known."""
    for number in range(200):
        do(number)
        if told.wait(0.05):
            told.clear()
            return
    pytest.fail("nothing was told")


def settled(told: threading.Event) -> None:
    """Wait until nothing more is told."""
    while told.wait(0.2):
        told.clear()


def running() -> int:
    return sum(thread.name == "folder events" for thread in threading.enumerate())


def write(folder: Path) -> Callable[[int], object]:
    return lambda number: (folder / f"{number}.txt").write_text("Sixty passengers", encoding="utf-8")


def test_a_new_file_a_change_and_a_file_taken_away_are_told(tmp_path: Path, told: threading.Event) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    with FolderEvents([tmp_path], told.set):
        until(told, write(inner))
        settled(told)
        (inner / "0.txt").write_text("Sixty-one passengers", encoding="utf-8")
        assert told.wait(5)
        settled(told)
        (inner / "0.txt").unlink()
        assert told.wait(5)


def test_a_folder_that_is_taken_away_and_comes_back_is_watched_again(tmp_path: Path, told: threading.Event) -> None:
    wire, other = tmp_path / "wire", tmp_path / "other"
    wire.mkdir()
    other.mkdir()
    with FolderEvents([wire, other], told.set):
        until(told, write(wire))
        settled(told)
        shutil.rmtree(wire)
        assert told.wait(5)
        settled(told)
        wire.mkdir()
        assert told.wait(5)
        settled(told)
        until(told, write(wire))
        settled(told)
        shutil.rmtree(wire)
        wire.mkdir()
        assert told.wait(5)
        settled(told)
        until(told, write(wire))


def test_a_folder_that_is_not_there_yet_is_watched_from_when_it_is(tmp_path: Path, told: threading.Event) -> None:
    wire = tmp_path / "wire"
    with FolderEvents([wire], told.set):
        assert not told.wait(0.1)
        wire.mkdir()
        assert told.wait(5)
        told.clear()
        until(told, write(wire))


def test_what_is_called_may_fail(tmp_path: Path, told: threading.Event) -> None:
    def fail() -> None:
        told.set()
        raise ValueError("damaged")

    with FolderEvents([tmp_path], fail):
        until(told, write(tmp_path))
        settled(told)
        until(told, lambda number: (tmp_path / f"b{number}.txt").touch())


def test_it_ends_at_once_and_tells_nothing_more(tmp_path: Path, told: threading.Event) -> None:
    with FolderEvents([tmp_path], told.set):
        assert running() == 1
    assert not running()
    (tmp_path / "a.txt").touch()
    assert not told.is_set()


@pytest.mark.parametrize("folders", [[], ["wire"]])
def test_without_folders_or_without_the_library_nothing_is_done(
    tmp_path: Path, told: threading.Event, monkeypatch: pytest.MonkeyPatch, folders: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with FolderEvents([tmp_path / name for name in folders], told.set):
        assert not running()
    assert not told.is_set()

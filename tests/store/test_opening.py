"""What may be in the place of a store, and what is said of it; whoever only reads needs no rights but to read."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from discrepancy.decided import Ruling
from discrepancy.errors import StoreBroken, StoreBusy, StoreError, StoreNewer
from discrepancy.store import open_store
from tests.store.builders import STORY, decide, snapshot, stored, without_rights


def test_a_new_store_is_for_its_owner_alone_and_one_file_when_closed(path: Path) -> None:
    with open_store(path) as store:
        decide(store)
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
        assert modes == dict.fromkeys([path.name, f"{path.name}-wal", f"{path.name}-shm"], 0o600)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.usefixtures("durable")
def test_every_commit_waits_for_the_disk(path: Path) -> None:
    with open_store(path) as store, store._session.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 0, 10_000]


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _newer(path: Path) -> None:
    stored(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _cut(path: Path) -> None:
    data = stored(path, 30).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _scribbled(path: Path) -> None:
    data = bytearray(stored(path).read_bytes())
    data[104:112] = b"\xff" * 8  # the first page's own head: the table of tables
    path.write_bytes(data)


def _log_without_its_store(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"x")


def _linked_in_a_circle(path: Path) -> None:
    path.symlink_to(path)


BAD: dict[str, tuple[Callable[[Path], object], type[StoreError], str]] = {
    "a folder": (lambda path: path.mkdir(), StoreError, "A folder is in the place"),
    "a pipe": (os.mkfifo, StoreError, "is no file"),
    "zero bytes": (lambda path: path.touch(), StoreBroken, r"empty \(0 bytes\)"),
    "text": (lambda path: path.write_text("Dear desk, " * 50), StoreBroken, "no store of decisions"),
    "a few bytes": (lambda path: path.write_bytes(b"SQLite"), StoreBroken, "was cut off: it has 6 bytes"),
    "another program's": (_foreign, StoreBroken, "of another program"),
    "a newer version": (_newer, StoreNewer, r"version 99; this program knows version \d"),
    "cut off": (_cut, StoreBroken, "was cut off"),
    "scribbled over": (_scribbled, StoreBroken, "damaged"),
    "a log without its store": (_log_without_its_store, StoreBroken, "store is gone, and its log"),
    "a link to itself": (_linked_in_a_circle, StoreError, "symbolic links"),
}


@pytest.mark.parametrize(("make", "error", "told"), BAD.values(), ids=BAD)
def test_what_is_no_store_is_told_and_left_alone(path: Path, make, error: type[StoreError], told: str) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=told) as raised:
        open_store(path)
    assert type(raised.value) is error
    assert raised.value.where == str(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    if "without its store" not in told and "gone" not in told:
        with pytest.raises(error):
            open_store(path, read_only=True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere/decisions.db", "no folder"),
        ("a\0b", "No file can have that name"),
        ("n" * 300, "too long"),
    ],
)
def test_where_no_store_can_be(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        open_store(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [{"read_only": True}, {"create": False}])
def test_no_store_is_made_where_none_is_asked_for(path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(StoreError, match="no store of decisions here"):
        open_store(path, **how)
    assert not path.exists()


@pytest.mark.parametrize(
    "name", ["a b?c#d%41.db", "-x", ":memory:", "file:x", "é\N{KISS MARK}", "line\nfeed", "caf\udce9"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    stored(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    for read_only in (True, False):
        with open_store(tmp_path / name, read_only=read_only) as store:
            assert store.verify().events == 1


def test_a_link_is_followed(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)  # to what is not there yet
    with open_store(link) as ours, open_store(path) as theirs:
        decide(ours)
        assert ours.path == link
        assert theirs.matters(STORY) == ours.matters(STORY)
    assert link.is_symlink()
    assert path.is_file()


def test_a_file_system_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("discrepancy.store.opening.os.link", forbidden)
    stored(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_store_that_another_made_first_is_the_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the making of one, another process makes it and decides."""
    link = os.link

    def late(new: Path, real: Path) -> None:
        monkeypatch.setattr("discrepancy.store.opening.os.link", link)
        stored(real)
        link(new, real)

    monkeypatch.setattr("discrepancy.store.opening.os.link", late)
    with open_store(path) as store:
        assert store.verify().events == 1


def test_another_process_that_holds_it(path: Path) -> None:
    stored(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_store(path, patience=0.05) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="does not let go"):
            store.comment(STORY, snapshot(), who="Ada", note="hm")
        assert len(store.matters(STORY)) == 1
        other.execute("ROLLBACK")
        store.comment(STORY, snapshot(), who="Ada", note="hm")
        assert store.verify().events == 2


def _left_by_a_killed_process(path: Path, folder: Path) -> Path:
    """A copy of the files as they are while someone works: the last decision is in the log alone."""
    with open_store(path) as store:
        decide(store)
        shutil.copy(path, folder / path.name)
        shutil.copy(f"{path}-wal", folder / f"{path.name}-wal")
    return folder / path.name


def test_what_a_killed_process_left_is_taken_up(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    left = _left_by_a_killed_process(path, folder)
    with open_store(left) as store:
        assert store.verify().events == 1
        decide(store, snapshot("NUM001-z"))
    assert [each.name for each in folder.iterdir()] == [left.name]


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_a_folder_that_can_not_be_written_is_read(path: Path, seen_by_all: Path, killed: bool) -> None:
    """As on a read-only disk: what a store needs beside it can not be made."""
    left = _left_by_a_killed_process(path, seen_by_all) if killed else stored(seen_by_all / "a.db")
    for each in seen_by_all.iterdir():
        each.chmod(0o444)
    seen_by_all.chmod(0o555)
    before = {each.name: each.read_bytes() for each in seen_by_all.iterdir()}
    with without_rights():
        with open_store(left, read_only=True) as store:
            assert store.verify().events == 1
            with pytest.raises(StoreError, match="can be read, and not written"):
                store.comment(STORY, snapshot(), who="Ada", note="hm")
        with pytest.raises(StoreError, match="can be read, and not written"):
            open_store(left)
        with pytest.raises(StoreError, match="Permission denied"):
            open_store(seen_by_all / "new.db")
    assert {each.name: each.read_bytes() for each in seen_by_all.iterdir()} == before


def test_a_file_that_may_not_be_read(seen_by_all: Path) -> None:
    path = stored(seen_by_all / "a.db")
    path.chmod(0)
    for read_only in (True, False):
        with without_rights(), pytest.raises(StoreError, match=r"Permission denied\. See that"):
            open_store(path, read_only=read_only)


def test_a_store_opened_for_reading_is_not_written(path: Path) -> None:
    stored(path)
    with open_store(path, read_only=True) as store, pytest.raises(StoreError, match="not written"):
        store.decide(STORY, snapshot(), Ruling.CONFIRMED, who="Ada")

"""A folder, an object store and one in memory: the same to a batch, and each says what is wrong with it."""

import errno
import os
import platform
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from discrepancy.errors import (
    ExtraMissing,
    StorageAway,
    StorageBusy,
    StorageError,
    StorageFull,
    StorageMissing,
    StorageRefused,
)
from discrepancy.scale.storage import Storage, local, marks, open_storage
from tests.scale.buckets import make_bucket, s3_server

Opened = Callable[[], Storage]

TWO_WRITERS = 40


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch, s3_server(patch) as address:
        yield address


@pytest.fixture(params=["folder", "file://", "memory://", "s3://"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    """What opens one empty storage again and again."""
    name = f"{request.node.name}".replace("[", "-").replace("]", "").replace(":", "").replace("/", "").replace("_", "-")
    if request.param == "s3://":
        request.getfixturevalue("s3")
        where = f"{make_bucket(name[:60])}/out"
    elif request.param == "memory://":
        where = f"memory://{name}"
    else:
        where = str(tmp_path / "out")
        where = f"file://{where}" if request.param == "file://" else where
    return lambda: open_storage(where)


def test_what_is_put_is_there(opened: Opened) -> None:
    storage = opened()
    storage.put("facts/part-1.parquet", b"hello")
    again = opened()
    assert again.get("facts/part-1.parquet") == b"hello"
    assert again.size("facts/part-1.parquet") == 5
    storage.put("facts/part-1.parquet", b"")
    assert (again.get("facts/part-1.parquet"), again.size("facts/part-1.parquet")) == (b"", 0)


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, None, b"hello"), (1, 3, b"el"), (3, 99, b"lo"), (4, None, b"o"), (3, 3, b"")]
)
def test_a_range_is_read(opened: Opened, start: int, end: int | None, found: bytes) -> None:
    opened().put("a", b"hello")
    assert opened().get("a", start, end) == found


def test_what_is_not_there(opened: Opened) -> None:
    storage = opened()
    assert storage.size("a/b") is None
    assert list(storage.names()) == []
    assert list(storage.names("a")) == []
    storage.remove("a/b")
    with pytest.raises(StorageMissing, match=r"a/b: There is no such file\. Check its name"):
        storage.get("a/b")


def test_names_are_sorted_and_ours(opened: Opened) -> None:
    storage = opened()
    given = ["b/c/d.txt", "b.txt", "b/c.txt", "a.txt", "b/c-d.txt", "bb/x"]
    for name in given:
        storage.put(name, b"x")
    with storage.claim("one"):
        assert list(storage.names()) == sorted(given)
        assert list(storage.names("b")) == ["b/c-d.txt", "b/c.txt", "b/c/d.txt"]
    storage.remove("b/c.txt")
    storage.remove("b/c.txt")
    assert list(storage.names("b")) == ["b/c-d.txt", "b/c/d.txt"]


@pytest.mark.parametrize(
    "name", ["", "/etc/x", "../x", "a/../x", "a//b", "a/", ".run", "a/.b", "a\\b", "c:x", "a\nb", "a\0"]
)
def test_no_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    for storage in (open_storage(str(tmp_path)), open_storage("memory://names")):
        for act in (lambda: storage.put(name, b""), lambda: storage.get(name), lambda: storage.size(name)):  # noqa: B023 - called here
            with pytest.raises(StorageError, match="is no name for a part"):
                act()
        with pytest.raises(StorageError, match="is no name for a part"):
            storage.remove(name)


def test_readers_see_all_of_it_or_what_was_before(tmp_path: Path) -> None:
    storage = open_storage(str(tmp_path))
    whole = {bytes([letter]) * 100_000 for letter in b"ab"}
    storage.put("part", min(whole))
    over, seen = threading.Event(), set()

    def look() -> None:
        while not over.is_set():
            seen.add(storage.get("part"))

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(TWO_WRITERS):
        for content in whole:
            storage.put("part", content)
    over.set()
    reader.join()
    assert seen <= whole
    assert list(tmp_path.iterdir()) == [tmp_path / "part"]


def test_the_second_run_is_told_of_the_first(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "RENEWED", 0.02)
    monkeypatch.setattr(marks, "_LOOK", 0.2)
    with opened().claim("the first run"):
        with pytest.raises(StorageBusy, match=r"another run \(the first run, process \d+.*Wait until it is through"):
            opened().claim("the second run").__enter__()
        opened().put("a", b"x")  # the first one goes on
    with opened().claim("the third run"):
        assert list(opened().names()) == ["a"]


def test_a_mark_that_nobody_renews_is_a_dead_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "DEAD_AFTER", 0.3)
    monkeypatch.setattr(marks, "_LOOK", 0.05)
    monkeypatch.setattr(marks, "RENEWED", 60)
    storage = open_storage("memory://dead")
    elsewhere = storage.claim("on a machine that is no more")
    elsewhere.__enter__()
    with storage.claim("after it"):
        storage.put("a", b"x")


def test_a_mark_of_a_dead_process_does_not_wait() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert marks._surely_dead({"host": platform.node(), "process": gone.pid})
    assert not marks._surely_dead({"host": platform.node(), "process": os.getpid()})
    assert not marks._surely_dead({"host": "elsewhere.example", "process": gone.pid})
    assert not marks._surely_dead({})


def test_a_run_sweeps_what_a_dead_one_left_half_written(tmp_path: Path) -> None:
    storage = open_storage(str(tmp_path))
    storage.put("facts/a", b"x")
    half = tmp_path / "facts" / ".b.0123abcd.half"
    other = tmp_path / "facts" / ".notes"
    half.write_bytes(b"hal")
    other.write_bytes(b"somebody else's")
    with storage.claim("next"):
        assert (half.exists(), other.exists()) == (False, True)
        assert list(storage.names()) == ["facts/a"]


def test_the_lock_goes_with_the_process(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from discrepancy.scale.storage import open_storage\n"
        "with open_storage(sys.argv[1]).claim('doomed'): os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert ended.returncode == -9
    with open_storage(str(tmp_path)).claim("next"):
        pass


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    storage = open_storage(str(tmp_path))
    storage.put("a", b"before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(StorageFull, match=r"a: can not be written \(.+\)\. Make room, and run the same"):
            storage.put("a", b"x" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert storage.get("a") == b"before"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize(
    ("code", "error", "says"),
    [
        (errno.ENOSPC, StorageFull, "Make room, and run the same command again: what is done is kept"),
        (errno.EROFS, StorageRefused, "Check that you may write in that folder"),
        (errno.EACCES, StorageRefused, "Check that you may write in that folder"),
        (errno.EIO, StorageError, "Check the folder, or give another one"),
    ],
)
def test_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, error: type[StorageError], says: str
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(error, match=says) as caught:
        open_storage(str(tmp_path)).put("a", b"x")
    assert os.strerror(code) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_what_a_marker_tells_of_is_on_the_disk_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    write = local._write
    monkeypatch.setattr(local, "_settle", lambda folder: done.append(f"settled {folder.name}"))

    def noted(path: Path, data: bytes) -> None:
        done.append(f"to {path.parent.name}")
        write(path, data)

    monkeypatch.setattr(local, "_write", noted)
    storage = open_storage(str(tmp_path))
    with storage.claim("one"):
        for name in ("facts/a", "facts/b", "work/done"):
            storage.put(name, b"x")
    assert done == ["to facts", "to facts", "settled facts", "to work", "settled work"]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="can not be used"):
        open_storage(str(path)).claim("one").__enter__()
    with pytest.raises(StorageError, match="can not be used"):
        open_storage(str(path)).put("a", b"x")


@pytest.mark.usefixtures("s3")
def test_no_bucket() -> None:
    with pytest.raises(StorageMissing, match=r"s3://nowhere/out: There is no such bucket\. Make it first"):
        open_storage("s3://nowhere/out").claim("one").__enter__()


@pytest.mark.usefixtures("s3")
def test_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("HOME", "nowhere")
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(StorageRefused, match=r"does not know who we are .*Set AWS_ACCESS_KEY_ID"):
        open_storage("s3://news/out").put("a", b"x")
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.mark.usefixtures("s3")
def test_nothing_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr(s3fs.core, "S3_RETRYABLE_ERRORS", ())
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(StorageAway, match=r"s3://news/out/a: does not answer .*Check the address and the network"):
        open_storage("s3://news/out").put("a", b"x")
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.mark.parametrize(
    ("where", "error", "says"),
    [
        ("s3://", StorageError, "names no bucket"),
        ("nonesuch://news", StorageError, "can not be used"),
        ("file://elsewhere/folder", StorageError, "names another machine"),
    ],
)
def test_addresses_that_lead_nowhere(where: str, error: type[StorageError], says: str) -> None:
    with pytest.raises(error, match=says):
        open_storage(where)


@pytest.mark.parametrize(("library", "extra"), [("fsspec", "batch"), ("s3fs", "s3")])
def test_a_library_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, library: str, extra: str) -> None:
    from fsspec.registry import _registry

    monkeypatch.delitem(_registry, "s3", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissing, match=rf"pip install 'discrepancy\[{extra}\]'"):
        open_storage("s3://news/out")

"""Values kept in a folder: whole or not there, bounded, and never in the way of a check."""

import errno
import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from discrepancy.cache import Disk, key_of, own_digest

KEY, OTHER = key_of("wire"), key_of("courier")


def entry(folder: Path, key: str = KEY) -> Path:
    return folder / key[:2] / key


def test_what_was_put_is_there_for_the_next_one(tmp_path: Path) -> None:
    Disk(tmp_path / "kept").put(KEY, b"facts")
    assert Disk(tmp_path / "kept").get(KEY) == b"facts"
    assert Disk(tmp_path / "kept").get(OTHER) is None


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    Disk(kept).put(KEY, b"facts")
    for path in (kept, entry(kept), entry(kept).parent):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kept", [0, 1, 20, 40, 52, -1])
def test_an_entry_that_was_cut_short_is_not_there_and_is_replaced(tmp_path: Path, kept: int) -> None:
    disk = Disk(tmp_path)
    disk.put(KEY, b"facts")
    whole = entry(tmp_path).read_bytes()
    entry(tmp_path).write_bytes(whole[:kept])
    assert disk.get(KEY) is None
    disk.put(KEY, b"facts")
    assert disk.get(KEY) == b"facts"


def test_no_changed_byte_passes(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    disk.put(KEY, b"facts")
    whole = entry(tmp_path).read_bytes()
    for place in range(len(whole)):
        entry(tmp_path).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert disk.get(KEY) is None, place


def test_an_entry_under_another_name_is_foreign(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    disk.put(KEY, b"facts")
    entry(tmp_path, OTHER).parent.mkdir(exist_ok=True)
    entry(tmp_path).rename(entry(tmp_path, OTHER))
    assert disk.get(OTHER) is None


def test_foreign_things_in_its_place_are_no_entry(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    entry(tmp_path).mkdir(parents=True)
    assert disk.get(KEY) is None
    disk.put(KEY, b"facts")
    assert entry(tmp_path).is_dir()


def test_the_oldest_go_when_the_folder_is_full(tmp_path: Path) -> None:
    disk = Disk(tmp_path, most=20_000)
    keys = [key_of(str(number)) for number in range(40)]
    for number, key in enumerate(keys):
        disk.put(key, bytes(1_000))
        if entry(tmp_path, key).exists():
            os.utime(entry(tmp_path, key), (number, number))
    there = [key for key in keys if entry(tmp_path, key).exists()]
    assert sum(entry(tmp_path, key).stat().st_size for key in there) <= 20_000
    assert there == keys[-len(there) :]
    assert len(there) > 10


def test_one_that_was_read_is_young(tmp_path: Path) -> None:
    disk = Disk(tmp_path, most=6_000)
    keys = [key_of(str(number)) for number in range(6)]
    for number, key in enumerate(keys[:5]):
        disk.put(key, bytes(1_000))
        os.utime(entry(tmp_path, key), (number, number))
    disk.get(keys[0])
    disk.put(keys[5], bytes(1_000))
    assert disk.get(keys[0]) is not None
    assert disk.get(keys[1]) is None


def test_an_entry_that_would_push_out_the_rest_is_not_kept(tmp_path: Path) -> None:
    disk = Disk(tmp_path, most=1_000)
    disk.put(KEY, bytes(500))
    assert disk.get(KEY) is None


def test_files_that_are_no_entries_stay(tmp_path: Path) -> None:
    for name in ("notes.txt", "ab/notes.txt", "abc/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(5_000))
    disk = Disk(tmp_path, most=3_000)
    for number in range(10):
        disk.put(key_of(str(number)), bytes(500))
    assert sorted(path.name for path in tmp_path.rglob("notes.txt")) == ["notes.txt"] * 3


def test_what_a_killed_writer_left_goes_in_time(tmp_path: Path) -> None:
    folder = entry(tmp_path).parent
    folder.mkdir()
    old, new = folder / f"{KEY}x.part", folder / f"{KEY}y.part"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (time.time() - 7_200,) * 2)
    Disk(tmp_path).put(KEY, b"facts")
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_full_disk_costs_the_cache_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    disk = Disk(tmp_path)
    disk.put(OTHER, b"facts")

    def full(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("discrepancy.cache.disk.Path.replace", full)
    disk.put(KEY, b"facts")
    assert disk.get(KEY) is None
    assert disk.get(OTHER) == b"facts"
    assert not list(tmp_path.rglob("*.part"))


def test_a_folder_that_can_not_be_made_costs_the_cache_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    disk = Disk(tmp_path / "kept")
    disk.put(KEY, b"facts")
    assert disk.get(KEY) is None


def test_a_folder_that_can_not_be_written_costs_the_cache_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("discrepancy.cache.disk.tempfile.mkstemp", closed)
    disk = Disk(tmp_path)
    disk.put(KEY, b"facts")
    assert disk.get(KEY) is None


def test_several_processes_on_one_folder(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from discrepancy.cache import Disk, key_of
        disk = Disk(Path(sys.argv[1]), most=60_000)
        for number in range(400):
            key, value = key_of(str(number % 30)), str(number % 30).encode() * 1_000
            disk.put(key, value)
            assert disk.get(key) in {value, None}
    """)
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [each.communicate(timeout=120)[1] for each in running] == [b""] * 3
    assert [each.returncode for each in running] == [0] * 3
    assert not list(tmp_path.rglob("*.part"))


def test_keys_are_of_all_their_parts() -> None:
    keys = [
        key_of(),
        key_of(""),
        key_of("a", "b"),
        key_of("ab"),
        key_of("b", "a"),
        key_of("a", "b", ""),
        key_of("\ud800"),
    ]
    assert len(set(keys)) == len(keys)
    assert key_of("a", "b") == key_of("a", "b")


def test_the_digest_of_the_package_is_of_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cache.program._PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("one")
    one = own_digest.__wrapped__()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("compiled")
    assert own_digest.__wrapped__() == one
    (tmp_path / "a.py").write_text("two")
    assert own_digest.__wrapped__() != one

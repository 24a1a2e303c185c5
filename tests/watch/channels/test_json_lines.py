"""A file of JSON lines: each alert once, wherever a watcher was killed, and nothing of somebody else's lost."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import OutputError
from discrepancy.followed import Telling
from discrepancy.watch.channels.json_lines import CHANNEL
from tests.watch.told import HOSTILE, Outside, alert, channel, telling, value

TWO = telling(alert("a"), alert("b"))
NEXT = telling(alert("c"), id="2e" * 16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "alerts.jsonl"


def deliver(message: Telling, path: Path) -> None:
    CHANNEL.deliver(message, channel(to="file", path=path), Outside().means)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def keys(path: Path) -> list[str]:
    return [line["key"] for line in lines(path)]


ALL = [alert(name).key for name in "abc"]


def test_each_alert_of_a_message_is_a_line(path: Path) -> None:
    deliver(TWO, path)
    deliver(NEXT, path)
    assert keys(path) == ALL
    first = lines(path)[0]
    assert next(iter(first)) == "schema"
    assert {key: first[key] for key in ("schema", "kind", "level", "story", "title", "telling", "channel", "at")} == {
        "schema": "discrepancy-alert/1",
        "kind": "figure-changed",
        "level": "note",
        "story": "00ff00ff",
        "title": "Harbour fire kills 14",
        "telling": "1f" * 16,
        "channel": "desk",
        "at": "2024-03-05T09:30:00+00:00",
    }
    assert first["summary"] == "people killed: 14 → 17"
    assert first["values"][0] == {
        "label": "14",
        "source": "Meridian Press",
        "version": 1,
        "address": "https://meridian.example/fire",
        "sentence": "The fire killed 14 people.",
    }


def test_a_message_that_is_brought_again_is_not_written_again(path: Path) -> None:
    deliver(TWO, path)
    deliver(NEXT, path)
    before = path.read_bytes()
    deliver(TWO, path)
    assert path.read_bytes() == before


def test_wherever_a_watcher_is_killed_each_alert_stands_there_once(path: Path) -> None:
    deliver(telling(alert("z"), id="3d" * 16), path)
    start = path.stat().st_size
    deliver(TWO, path)
    whole = path.read_bytes()
    for cut in range(start, len(whole) + 1):
        path.write_bytes(whole[:cut])
        deliver(TWO, path)
        assert path.read_bytes() == whole
    for cut in range(start, len(whole) + 1, 97):
        path.write_bytes(whole[:cut])
        deliver(NEXT, path)  # another message is the first to find the torn line
        deliver(TWO, path)
        assert sorted(keys(path)) == sorted([*ALL, alert("z").key])


@pytest.mark.parametrize("theirs", [b"notes of mine", b"{}\n{}", b"a\nb", b'{"schema":"other/1","a":'])
def test_a_file_of_somebody_elses_is_left_as_it_is(path: Path, theirs: bytes) -> None:
    path.write_bytes(theirs)
    with pytest.raises(OutputError, match="was left as it is") as caught:
        deliver(TWO, path)
    assert path.read_bytes() == theirs
    assert caught.value.where == str(path)


def test_a_file_that_others_wrote_whole_lines_to_is_added_to(path: Path) -> None:
    path.write_bytes(b"a note\n")
    deliver(NEXT, path)
    assert path.read_bytes().startswith(b'a note\n{"schema"')


def test_copy_that_holds_a_messages_id_is_not_taken_for_it(path: Path) -> None:
    liar = f'"telling":"{TWO.id}"'
    deliver(telling(alert("c", values=(value("1", sentence=liar),)), id="2e" * 16, title=TWO.id), path)
    deliver(TWO, path)
    assert sorted(keys(path)) == sorted(ALL)


def test_hostile_copy_stays_on_its_line(path: Path) -> None:
    deliver(telling(alert("a", values=(value(HOSTILE, sentence=HOSTILE),)), title=HOSTILE), path)
    data = path.read_bytes()
    assert data.count(b"\n") == 1
    assert data.decode().strip("\n").isprintable()
    (line,) = lines(path)
    assert (line["title"], line["values"][0]["label"]) == (HOSTILE, HOSTILE), "nothing of it is lost"


class FullDisk:
    """A disk that takes so many bytes, and then says that it is full."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, handle: int, data: Any) -> int:
        taken = REAL_WRITE(handle, bytes(data)[: self.room])
        self.room -= taken
        if not taken:
            raise OSError(errno.ENOSPC, "No space left on device")
        return taken


REAL_WRITE = os.write


@pytest.mark.parametrize("room", [0, 1, 100, 1_200])
def test_a_full_disk_is_told_and_leaves_no_half_line(path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    deliver(NEXT, path)
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", FullDisk(room).write)
        with pytest.raises(OutputError, match="No space left on device") as caught:
            deliver(TWO, path)
    assert "Make room on the disk." in caught.value.remedy
    assert path.read_bytes() == before
    deliver(TWO, path)
    assert sorted(keys(path)) == sorted(ALL)


def test_a_disk_that_takes_little_at_a_time_gets_all_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: REAL_WRITE(handle, bytes(data)[:7]))
    deliver(TWO, path)
    assert keys(path) == ALL[:2]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder, and alerts are written to a file"):
        deliver(TWO, tmp_path)


def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(OutputError, match="is no plain file"):
        deliver(TWO, path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Make its folder"):
        deliver(TWO, tmp_path / "later" / "alerts.jsonl")


def test_a_file_that_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    path.touch()
    monkeypatch.setattr(Path, "open", refused)  # root may write what it likes
    with pytest.raises(OutputError, match=r"Permission denied.*Give yourself the right"):
        deliver(TWO, path)


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "elsewhere.jsonl")
    deliver(TWO, path)
    assert path.is_symlink()
    assert len(keys(tmp_path / "elsewhere.jsonl")) == 2


@pytest.mark.parametrize(("name", "told"), [(".", "is a folder"), ("a/b", "Make its folder"), ("c", "")])
def test_what_would_go_wrong_is_known_before_there_is_anything_to_tell(tmp_path: Path, name: str, told: str) -> None:
    asked = channel(to="file", path=tmp_path / name)
    if told:
        with pytest.raises(OutputError, match=told):
            CHANNEL.check(asked, Outside().means)
    else:
        CHANNEL.check(asked, Outside().means)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nobody_may_write_in_is_known_before_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write what it likes
    with pytest.raises(OutputError, match="you may not write there"):
        CHANNEL.check(channel(to="file", path=path), Outside().means)


def test_a_channel_made_by_hand_without_a_file_is_told() -> None:
    with pytest.raises(OutputError, match="desk: names no file"):
        CHANNEL.deliver(TWO, channel(to="file"), Outside().means)

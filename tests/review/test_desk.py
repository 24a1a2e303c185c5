"""The story under review while its files change, and while checks go wrong."""

import dataclasses
import os
import threading
import time
from pathlib import Path

import pytest

from discrepancy.errors import EngineMissing, InputError
from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.review.desk import Desk
from discrepancy.review.files import digests
from discrepancy.review.watching import Patience, Watch
from discrepancy.settings import Settings
from tests.review.client import Client
from tests.review.desks import SECOND, cheap, client_of, desk_of, ids

QUICK = Patience(every=0.02, settled=0.02, longest=1)


def until(met: object, seconds: float = 5) -> bool:
    """Whether something came to hold in time."""
    assert callable(met)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if met():
            return True
        time.sleep(0.01)
    return False


def test_nothing_is_checked_while_nothing_changes(desk: Desk, tmp_path: Path) -> None:
    watch = Watch(desk, QUICK)
    assert not watch.look()
    os.utime(tmp_path / "harbour" / "first.txt", (1, 1))
    assert not watch.look()
    assert not watch.look()
    assert desk.shown.revision == 1


def test_files_that_change_come_and_go_are_seen(desk: Desk, tmp_path: Path) -> None:
    story = tmp_path / "harbour"
    with Watch(desk, QUICK):
        (story / "third.txt").write_text(SECOND.replace("14", "15"), encoding="utf-8")
        assert until(lambda: len(desk.shown.data.documents) == 3)
        (story / "third.txt").unlink()
        assert until(lambda: len(desk.shown.data.documents) == 2)
        (story / "second.txt").write_text(SECOND.replace("14", "12"), encoding="utf-8")
        assert until(lambda: len(desk.shown.data.findings) == 1)


def test_what_is_said_of_a_file_is_of_the_story(tmp_path: Path) -> None:
    with desk_of(tmp_path) as desk:
        files = tuple((tmp_path / "harbour").iterdir())
        desk.under = dataclasses.replace(desk.under, paths=files)
        desk.recheck()
        (tmp_path / "harbour" / "story.toml").write_text('[files."first.txt"]\nsource = "Tide"\n', encoding="utf-8")
        assert Watch(desk, QUICK).look()
        assert [each.source for each in desk.shown.data.documents] == ["Tide", "second"]


def test_a_look_that_fails_is_not_the_last(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([OSError("The disk is gone for a moment.")])
    marks = desk.marks

    def fails_once() -> object:
        for error in looks:
            raise error
        return marks()

    monkeypatch.setattr(desk, "marks", fails_once)
    drawn: list[int] = []
    with Watch(desk, QUICK, checked=lambda: drawn.append(desk.shown.revision)):
        (tmp_path / "harbour" / "third.txt").write_text(SECOND, encoding="utf-8")
        assert until(lambda: drawn == [2])


def test_a_file_that_is_being_written_is_waited_for(desk: Desk, tmp_path: Path) -> None:
    watch, file = Watch(desk, Patience(every=1, settled=0.1, longest=5)), tmp_path / "harbour" / "third.txt"
    done = threading.Event()

    def write() -> None:
        for line in (SECOND.replace("14", "15") * 3).splitlines(keepends=True):
            with file.open("a", encoding="utf-8") as stream:
                stream.write(line)
            time.sleep(0.02)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert until(file.exists)
    assert watch.look()
    assert done.is_set()
    writer.join()
    assert desk.shown.revision == 2


def test_a_story_that_is_gone_is_no_story_that_is_mended(desk: Desk, client: Client, tmp_path: Path) -> None:
    boats = ids(client)["boats"]
    client.post(f"/api/1/findings/{boats}/decisions", json={"ruling": "confirmed", "who": "Ana Ruiz"})
    kept = {path: path.read_bytes() for path in (tmp_path / "harbour").iterdir()}
    for path in kept:
        path.unlink()
    desk.recheck_if_changed()
    told = client.get("/api/1/state").json()
    assert told["problem"]
    assert (told["revision"], told["all"]) == (1, 2)
    assert ids(client)["boats"] == boats
    for path, data in kept.items():
        path.write_bytes(data)
    assert desk.recheck_if_changed()
    told = client.get("/api/1/state").json()
    assert (told["problem"], told["revision"], told["counts"]["decided"]) == (None, 2, 1)
    assert [event.action.value for event in desk.store.events()] == ["decided"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (EngineMissing("There is no model.", remedy="Install one."), "There is no model."),
        (ValueError("x"), "The check"),
    ],
)
def test_a_check_that_fails_leaves_the_last_report(tmp_path: Path, error: Exception, told: str) -> None:
    broken = False

    def checker(loaded: Loaded, settings: Settings) -> ReportData:
        if broken:
            raise error
        return cheap(loaded, settings)

    with desk_of(tmp_path, checker) as desk:
        client, broken = client_of(desk), True
        (tmp_path / "harbour" / "first.txt").write_text("boats: 99\n", encoding="utf-8")
        assert Watch(desk, QUICK).look()
        state = client.get("/api/1/state").json()
        assert state["problem"].startswith(told)
        assert len(ids(client)) == 2
        assert not Watch(desk, QUICK).look(), "the same files are not checked again and again"
        broken = False
        (tmp_path / "harbour" / "first.txt").write_text("boats: 98\n", encoding="utf-8")
        assert Watch(desk, QUICK).look()
        assert client.get("/api/1/state").json()["problem"] is None


def test_a_first_check_that_fails_is_an_error(tmp_path: Path) -> None:
    def nothing(_loaded: Loaded, _settings: Settings) -> ReportData:
        raise InputError("There is nothing.")

    with pytest.raises(InputError), desk_of(tmp_path, nothing):
        pass


def test_what_is_decided_while_a_check_runs_holds(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()
    wait = False

    def checker(loaded: Loaded, settings: Settings) -> ReportData:
        if wait:
            begun.set()
            go_on.wait(5)
        return cheap(loaded, settings)

    with desk_of(tmp_path, checker) as desk:
        client, wait = client_of(desk), True
        boats = ids(client)["boats"]
        running = threading.Thread(target=desk.recheck)
        running.start()
        assert begun.wait(5)
        assert client.get("/api/1/state").json()["checking"]
        asked = {"ruling": "acceptable", "who": "Ana Ruiz"}
        assert client.post(f"/api/1/findings/{boats}/decisions", json=asked).status_code == 201
        go_on.set()
        running.join()
        told = client.get("/api/1/state").json()
        assert (told["revision"], told["reviews"][boats]["ruling"]) == (2, "acceptable")
        assert len(told["reviews"][boats]["history"]) == 1


def test_a_finding_that_was_mended_is_unknown_and_kept(desk: Desk, client: Client, tmp_path: Path) -> None:
    boats = ids(client)["boats"]
    path = f"/api/1/findings/{boats}"
    client.post(f"{path}/decisions", json={"ruling": "corrected", "who": "Ana Ruiz"})
    (tmp_path / "harbour" / "second.txt").write_text(SECOND.replace("14", "12"), encoding="utf-8")
    assert desk.recheck_if_changed()
    assert client.get(path).status_code == 404
    assert client.post(f"{path}/comments", json={"note": "Gone?", "who": "Ana Ruiz"}).status_code == 404
    report = client.get("/report.json").json()
    assert [each["id"] for each in report["resolved"]] == [boats]


def test_a_file_too_large_to_be_read_holds_up_no_check(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(40_000_000_000)  # hashed, it would take minutes
    first = digests([huge])
    assert digests([huge]) == first
    os.utime(huge, ns=(1, 1))
    assert digests([huge]) != first

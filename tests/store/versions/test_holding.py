"""One process watches with a store; one that was killed does not hold up the next."""

import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from discrepancy.errors import StoreBusy, StoreError
from discrepancy.store.versions import Versions, holding, open_versions
from tests.store.builders import without_rights

REPO = Path(__file__).resolve().parents[3]
WATCHING = """
import sys, pathlib
from discrepancy.store.versions import open_versions
with open_versions(pathlib.Path(sys.argv[1])) as versions, versions.hold("the night desk"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not wait for one that holds on."""
    monkeypatch.setattr(holding, "_PATIENCE", 0.01)


@contextmanager
def another_watcher(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", WATCHING, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPO, stdin=pipe, stdout=pipe, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        try:
            yield child
        finally:
            child.kill()


def test_who_watches_is_told_and_nobody_afterwards(versions: Versions) -> None:
    assert versions.watched_by() == ""
    with versions.hold("  the   desk\n"):
        assert versions.watched_by().startswith("the desk, since 20")
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in versions.path.parent.glob("*.watching")}
        assert modes == {f"{versions.path.name}.watching": 0o600}
    assert versions.watched_by() == ""
    with versions.hold("again"):
        assert versions.watched_by().startswith("again, since")


def test_a_second_one_of_this_process_is_refused(versions: Versions) -> None:
    with open_versions(versions.path) as other, versions.hold("the desk"):
        for each in (versions, other):
            with pytest.raises(StoreBusy, match=r"watched already: the desk, since") as raised, each.hold("me"):
                pass
            assert raised.value.where == str(versions.path)
        assert versions.watched_by().startswith("the desk"), "who was refused takes nothing away"


def test_another_process_is_refused_until_the_first_is_killed(versions: Versions) -> None:
    with another_watcher(versions.path) as child:
        assert versions.watched_by().startswith("the night desk, since")
        with pytest.raises(StoreBusy, match="the night desk"), versions.hold("me"):
            pass
        child.send_signal(signal.SIGKILL)
        child.wait()
        note = versions.path.with_name(f"{versions.path.name}.watching.txt")
        assert "the night desk" in note.read_text(encoding="utf-8"), "it had no time to tidy up"
        assert versions.watched_by() == ""
        with versions.hold("me"):
            assert versions.watched_by().startswith("me, since")


def test_a_lock_that_is_none_is_told(versions: Versions) -> None:
    lock = versions.path.with_name(f"{versions.path.name}.watching")
    lock.write_text("Dear desk, " * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="no lock of a watcher") as raised:
        versions.watched_by()
    assert raised.value.where == str(lock)
    with pytest.raises(StoreError, match="no lock of a watcher"), versions.hold("me"):
        pass


def test_it_is_left_where_watching_fails(versions: Versions) -> None:
    with pytest.raises(ZeroDivisionError), versions.hold("me"):
        raise ZeroDivisionError
    assert versions.watched_by() == ""


def test_who_has_not_yet_said_its_name_is_someone(versions: Versions) -> None:
    with versions.hold("me"):
        versions.path.with_name(f"{versions.path.name}.watching.txt").unlink()
        assert versions.watched_by() == "another process"


def test_a_folder_that_can_not_be_written(seen_by_all: Path) -> None:
    path = seen_by_all / "a.db"
    open_versions(path).close()
    path.chmod(0o444)
    seen_by_all.chmod(0o555)
    with without_rights(), open_versions(path, read_only=True) as versions:
        assert versions.watched_by() == ""
        with pytest.raises(StoreError, match="Permission denied"), versions.hold("me"):
            pass

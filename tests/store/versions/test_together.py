"""What is written together is kept as a whole, or not at all: where it fails, on a full disk, and under a kill."""

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.errors import StoreError
from discrepancy.store import migrating, open_store
from discrepancy.store.versions import Versions, open_versions
from tests.store.builders import decide, stored
from tests.store.versions.builders import STORY, alert, found, gone, keep, later, number_of, poll, telling, worked

REPO = Path(__file__).resolve().parents[3]
ROUNDS = 3


class Stop(Exception):
    """Something goes wrong in the middle."""


def _stopped(versions: Versions) -> None:
    with versions.together():
        versions.put_poll(poll())
        worked(versions, found("a"))
        raise Stop


def _undone(versions: Versions, goes_on: Callable[[], None]) -> None:
    with versions.together():
        with versions._session.reading() as connection:
            connection.execute("ROLLBACK")  # as SQLite does by itself where the disk is full
        goes_on()


def test_what_fails_in_the_middle_was_never_there(versions: Versions) -> None:
    with pytest.raises(Stop):
        _stopped(versions)
    assert (versions.polls(), versions.stories(), versions.last_seen()) == ((), (), None)
    assert keep(versions, found("a")).new


def test_a_part_that_fails_is_undone_by_itself(versions: Versions) -> None:
    with versions.together():
        worked(versions, found("before"))
        with pytest.raises(Stop):
            _stopped(versions)
        decide(versions.decisions)
    assert versions.polls() == ()
    assert len(versions.standing(STORY)) == 1
    assert versions.decisions.verify().events == 1


def test_what_is_read_is_one_state(path: Path) -> None:
    with open_versions(path) as ours, open_versions(path) as theirs:
        with ours.seeing_one_state():
            assert ours.polls() == ()
            theirs.put_poll(poll())
            assert ours.polls() == ()
        assert ours.polls() == (poll(),)


def _fill(versions: Versions) -> None:
    with versions.together():
        for n in range(10_000):
            worked(versions, found(os.urandom(2000).hex(), f"guid:{n}"))


def test_a_full_disk_leaves_nothing_half_written(versions: Versions) -> None:
    worked(versions, found("a", "guid:before"))
    with versions._session.reading() as connection:
        [most] = connection.execute("PRAGMA max_page_count").fetchone()
        connection.execute("PRAGMA max_page_count = 120")
    with pytest.raises(StoreError, match=r"disk is full, and nothing was written\. Make room, and try again"):
        _fill(versions)
    assert len(versions.standing(STORY)) == 1
    with versions._session.reading() as connection:
        connection.execute(f"PRAGMA max_page_count = {most}")
    worked(versions, found("b", "guid:after"))
    assert versions.decisions.health().integrity == ""


def test_who_passes_over_a_transaction_that_was_undone_is_stopped(versions: Versions) -> None:
    for goes_on in (lambda: versions.put_poll(poll()), lambda: None):
        with pytest.raises(StoreError, match="What was being written was undone"):
            _undone(versions, goes_on)
    assert versions.polls() == ()


@pytest.mark.parametrize("how", [{"read_only": True}, {"create": False}])
def test_no_store_is_made_where_none_is_asked_for(path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(StoreError, match=r"no store of decisions here\..* the first discrepancy watch makes one"):
        open_versions(path, **how)
    assert not path.exists()


def test_a_store_of_decisions_alone_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = migrating.migrations()
    monkeypatch.setattr(migrating, "migrations", lambda: {1: every[1]})
    stored(path, 2)
    monkeypatch.undo()
    with pytest.raises(StoreError, match="has to be brought to version"):
        open_versions(path, read_only=True)
    with open_versions(path) as versions:
        worked(versions, found("a"))
        assert versions.decisions.verify().events == 2
    with open_store(path, read_only=True) as store:
        assert store.health().integrity == ""
    with open_versions(path, read_only=True) as versions:
        assert len(versions.standing(STORY)) == 1
        with pytest.raises(StoreError, match="not written"):
            keep(versions, gone())


def endless(path: str) -> None:
    """Keep and work off versions without an end, and say each one's number when it is kept."""
    with open_versions(Path(path)) as versions:
        start = versions.last_seen()
        for n in itertools.count(0 if start is None else len(versions.alerts())):
            with versions.together():
                versions.put_poll(poll(unchanged=n))
                number = number_of(keep(versions, found(f"{n} of {os.getpid()}"), n))
            with versions.together():
                worked(versions, found(f"{n} worked"), n)
                versions.finish(number, state=versions.version(number).state, story=STORY)
                told = alert(number, version=number)
                versions.add_alert(told, due=later(n))
                versions.release([told.key], [telling(told, n=number)])
            os.write(1, f"{number}\n".encode())


def test_killed_anywhere_nothing_is_lost_and_nothing_twice(path: Path) -> None:
    script = "import sys; from tests.store.versions.test_together import endless; endless(sys.argv[1])"
    for n in range(ROUNDS):
        command = [sys.executable, "-c", script, str(path)]
        with subprocess.Popen(command, cwd=REPO, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            told = [int(child.stdout.readline()) for _ in range(5 + 3 * n)]
            child.send_signal(signal.SIGKILL)
            told += [int(line) for line in child.stdout if line.endswith("\n")]
        with open_versions(path) as versions:
            alerted = [each.version for each in versions.alerts()]
            assert set(told) <= set(alerted)
            assert versions.held() == ()
            assert [each.alerts[0].version for each in versions.outbox()] == alerted == sorted(set(alerted))
            left = versions.unworked()
            assert left is None or left.number > max(alerted)
            assert versions.decisions.health().integrity == ""
            if left is not None:
                versions.finish(left.number, state=left.state, story=STORY)

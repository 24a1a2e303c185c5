"""Who does the work: here, in processes, on a Dask cluster. What comes back is the same."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import distributed
import pytest

from discrepancy.errors import (
    ExtraMissing,
    RunnerError,
    SchedulerLost,
    StorageFull,
    UsageError,
    VersionsDiffer,
    WorkersFail,
)
from discrepancy.scale.runners import Failed, Runner, dask_at, dask_cluster, in_process, processes
from discrepancy.scale.runners.dask_worker import attempt_there
from discrepancy.scale.runners.processes import Processes
from discrepancy.scale.runners.versions import must_agree, our_version
from tests.scale import plain_tasks as tasks
from tests.scale import tasks_of_the_driver

PATIENCE = 15.0
"""Seconds after which a process that should be gone is not going."""
MOST_AHEAD = 8
"""Items that a runner of two workers may have taken beyond those that are through."""


@pytest.fixture(scope="module")
def two_processes() -> Iterator[Runner]:
    with processes(2) as runner:
        yield runner


@pytest.fixture(scope="module")
def dask() -> Iterator[Runner]:
    with dask_at("local:2") as runner:
        yield runner


@pytest.fixture(params=["in_process", "two_processes", "dask"])
def runner(request: pytest.FixtureRequest) -> Runner:
    if request.param == "in_process":
        return in_process()
    found: Runner = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["two_processes", "dask"])
def workers(request: pytest.FixtureRequest) -> Runner:
    found: Runner = request.getfixturevalue(request.param)
    return found


def gone(pid: int) -> bool:
    """Whether a process ends while we wait; one that is dead and not yet waited for counts."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_every_item_comes_back_once(runner: Runner) -> None:
    assert sorted(runner.run(tasks.twice, iter(range(10)), 2)) == [(item, 2 * item) for item in range(10)]
    assert list(runner.run(tasks.twice, iter(()), 2)) == []


def test_items_are_taken_as_workers_become_free(runner: Runner) -> None:
    taken = itertools.count()
    items = (next(taken) for _ in range(1000))
    results = runner.run(tasks.twice, items, 2)
    for through in range(5):
        next(results)
        seen = int(repr(taken)[len("count(") : -1])  # what the next item will be: as many as were taken
        assert seen <= through + 1 + MOST_AHEAD
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert sorted(runner.run(tasks.twice, iter([1, 2]), 2)) == [(1, 2), (2, 4)]


def test_one_item_fails_and_the_others_go_on(runner: Runner) -> None:
    found = dict(runner.run(tasks.break_down, range(4), ""))
    failed = found.pop(1)
    assert found == {0: 0, 2: 2, 3: 3}
    assert isinstance(failed, Failed)
    assert failed.cause == "ValueError"
    assert failed.what.startswith("one is too many (plain_tasks.py, line ")


def test_what_a_task_raises_on_purpose_ends_the_run(runner: Runner) -> None:
    with pytest.raises(StorageFull, match=r"^out: can not be written\. Make room\.$"):
        list(runner.run(tasks.find_the_disk_full, range(4), ""))
    assert list(runner.run(tasks.twice, [1], 2)) == [(1, 2)]


def test_a_worker_that_dies_loses_nothing(workers: Runner, tmp_path: Path) -> None:
    assert sorted(workers.run(tasks.die_first, range(3), str(tmp_path))) == [(item, item) for item in range(3)]


@pytest.mark.faults
def test_an_item_that_kills_its_workers_is_given_up_alone(workers: Runner, tmp_path: Path, soak: bool) -> None:
    if not soak and not isinstance(workers, Processes):
        pytest.skip("at full size only: Dask takes seconds to start a worker, and this one kills three")
    found = dict(workers.run(tasks.die_of_three, range(6), str(tmp_path)))
    failed = found.pop(3)
    assert found == {item: item for item in (0, 1, 2, 4, 5)}
    assert isinstance(failed, Failed)
    assert (failed.cause, failed.tries) == ("WorkerLost", 3)
    assert "3 workers died over it" in failed.what
    assert (tmp_path / "3").read_text(encoding="utf-8") == "xxx"


def test_how_a_worker_ended_is_told(two_processes: Runner) -> None:
    ((_, failed),) = two_processes.run(tasks.end, [1], "")
    assert failed == Failed("WorkerLost", "3 workers died over it; the last ended with code 7.", 3)


def test_what_can_not_be_sent_back_is_a_failure(two_processes: Runner) -> None:
    ((_, failed),) = two_processes.run(tasks.give_back_what_can_not_be_sent, [1], "")
    assert isinstance(failed, Failed)
    assert "pickle" in failed.what


def test_workers_stay_for_the_next_run_in_a_with_block() -> None:
    with processes(1) as runner:
        first, second = (dict(runner.run(tasks.process, [1], ""))[1] for _ in range(2))
        assert first == second != os.getpid()
    assert isinstance(first, int)
    assert gone(first)


def test_workers_are_replaced_after_some_tasks() -> None:
    used = [pid for _, pid in processes(1, tasks_each=2).run(tasks.process, range(5), "")]
    assert [len(list(group)) for _, group in itertools.groupby(used)] == [2, 2, 1]
    assert all(isinstance(pid, int) and gone(pid) for pid in used)


def test_workers_compute_in_one_thread(two_processes: Runner) -> None:
    before = dict(os.environ)
    found = dict(two_processes.run(tasks.threads, ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"], ""))
    assert set(found.values()) == {"1"}
    assert dict(os.environ) == before


def test_leaving_early_stops_what_is_under_way() -> None:
    with processes(2) as runner:
        results = runner.run(tasks.break_down, itertools.chain([0], itertools.repeat(2)), "")
        next(results)
        results.close()  # type: ignore[attr-defined]  # it is a generator
        assert dict(runner.run(tasks.twice, [1], 2)) == {1: 2}


DRIVER = """
import sys
from discrepancy.scale.runners import dask_at, processes
from tests.scale.plain_tasks import wait

if __name__ == "__main__":
    kind, folder = sys.argv[1:]
    list((dask_at("local:2") if kind == "dask" else processes(2)).run(wait, range(2), folder))
"""


@pytest.mark.faults
@pytest.mark.parametrize(
    ("kind", "by"), [("processes", signal.SIGKILL), ("processes", signal.SIGINT), ("dask", signal.SIGKILL)]
)
def test_no_worker_outlives_its_driver(tmp_path: Path, repo: Path, soak: bool, kind: str, by: signal.Signals) -> None:
    if not soak and kind == "dask":
        pytest.skip("at full size only: it starts a cluster of its own")
    script, folder = tmp_path / "driver.py", tmp_path / "seen"
    script.write_text(DRIVER, encoding="utf-8")
    folder.mkdir()
    driver = subprocess.Popen(
        [sys.executable, str(script), kind, str(folder)],
        env={**os.environ, "PYTHONPATH": str(repo)},
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: len([path for path in folder.iterdir() if path.stat().st_size]) == 2)
    pids = [int(path.read_text(encoding="utf-8")) for path in folder.iterdir()]
    driver.send_signal(by)
    _, said = driver.communicate(timeout=PATIENCE)
    assert all(gone(pid) for pid in pids)
    assert said.count("Traceback") == (1 if by is signal.SIGINT else 0)  # the driver's own, which here is not caught


def test_a_program_that_can_not_be_started_again_says_so(tmp_path: Path, repo: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "from discrepancy.scale.runners import processes\nfrom tests.scale.plain_tasks import twice\n"
        "print(list(processes(1).run(twice, [1], 2)))",
        encoding="utf-8",
    )
    ended = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(repo)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert f"{WorkersFail.__name__}: No worker process can be started" in ended.stderr
    assert "if __name__ == '__main__'" in ended.stderr


def test_tasks_are_found_by_their_names(workers: Runner) -> None:
    with pytest.raises(UsageError, match="Give a function at the top of a module"):
        list(workers.run(lambda item, job: item, [1], ""))


def test_tasks_that_no_worker_can_load_end_the_run(workers: Runner) -> None:
    with pytest.raises(RunnerError, match=r"can not load the task .*\(ImportError: a library is missing\)\. Install"):
        list(workers.run(tasks_of_the_driver.twice, range(3), 2))
    assert list(workers.run(tasks.twice, [1], 2)) == [(1, 2)]


@pytest.mark.parametrize("asked", ["local:0", "local:x", "local:"])
def test_numbers_of_processes_that_are_none(asked: str) -> None:
    with pytest.raises(UsageError, match="names no number of processes"):
        dask_at(asked)


def test_no_workers_are_too_few() -> None:
    with pytest.raises(UsageError, match="at least one worker"):
        processes(0)


@pytest.mark.parametrize(
    ("address", "error", "says"),
    [
        ("tcp://127.0.0.1:1", SchedulerLost, r"^tcp://127.0.0.1:1: The scheduler does not answer\. Start it again"),
        ("nonesuch://127.0.0.1", RunnerError, "can not be used as a scheduler"),
        ("nowhere/scheduler.json", UsageError, "There is no such scheduler file"),
    ],
)
def test_schedulers_that_are_none(
    monkeypatch: pytest.MonkeyPatch, address: str, error: type[Exception], says: str
) -> None:
    monkeypatch.setattr(dask_cluster, "_CONNECT", "200ms")
    with pytest.raises(error, match=says):
        dask_at(address).__enter__()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "missing port number"),
        ("tcp://127.0.0.1", "missing port number"),
        ("nonesuch://127.0.0.1:1", "unknown address scheme 'nonesuch'"),
        ("tls://127.0.0.1:1", "names no certificates"),
    ],
)
def test_no_client_is_made_for_what_is_no_address(monkeypatch: pytest.MonkeyPatch, address: str, says: str) -> None:
    """One that never connected waits for 40 seconds when the program ends, and shouts."""
    made: list[object] = []
    monkeypatch.setattr(distributed, "Client", lambda **asked: made.append(asked))
    with pytest.raises(RunnerError, match=rf"can not be used as a scheduler \(.*{says}"):
        dask_at(address).__enter__()
    assert not made


def test_dask_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ExtraMissing, match=r"Dask is not installed\. pip install 'discrepancy\[dask\]'"):
        dask_at("local")


def machine(python: str = "3.12.1.final.0", **packages: str | None) -> dict[str, object]:
    own = {"discrepancy": "1", "distributed": "2", "spacy": "3"}
    return {"host": {"python": python}, "packages": {**own, **packages}}


def test_machines_of_the_same_versions_agree() -> None:
    others = {"tcp://a:1": machine(python="3.12.4.final.0"), "tcp://b:1": machine()}
    must_agree({"client": machine(), "scheduler": machine(spacy=None, discrepancy=None), "workers": others}, "tcp://s")


@pytest.mark.parametrize(
    ("scheduler", "worker", "says"),
    [
        (machine(), machine(discrepancy="0.9"), "the worker at tcp://a:1 has discrepancy 0.9, not 1"),
        (machine(), machine(discrepancy=None), r"the worker at tcp://a:1 has discrepancy \(none\), not 1"),
        (machine(), machine(python="3.11.2.final.0"), "the worker at tcp://a:1 has Python 3.11, not 3.12"),
        (machine(distributed="1"), machine(), "the scheduler has distributed 1, not 2"),
    ],
)
def test_other_versions_are_told(scheduler: dict[str, object], worker: dict[str, object], says: str) -> None:
    with pytest.raises(VersionsDiffer, match=rf"^tcp://s: Not all machines .*{says}\. Install the same ones"):
        must_agree({"client": machine(), "scheduler": scheduler, "workers": {"tcp://a:1": worker}}, "tcp://s")


def test_a_worker_that_came_later_is_asked_too() -> None:
    assert attempt_there(our_version(), "tests.scale.plain_tasks:twice", 2, 3) == 6
    with pytest.raises(VersionsDiffer, match=r"and this is 0\.0\.1"):
        attempt_there("0.0.1", "tests.scale.plain_tasks:twice", 2, 3)
    with pytest.raises(RunnerError, match="does not know the task"):
        attempt_there(our_version(), "tests.scale.plain_tasks:nonesuch", 2, 3)

"""Whoever is killed, worker, scheduler or driver: the same run or the next one ends as an undisturbed one does."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from discrepancy.errors import SchedulerLost
from discrepancy.scale.driver import Step, Watch
from discrepancy.scale.runners import dask_at, processes
from tests.scale.faults.harness import Outcome, driver, must_be_same, run, until, written

pytestmark = pytest.mark.faults

SEED = 9
KILLS_QUICK = 1
KILLS_SOAK = 24
AT_WORK = 0.4
"""Seconds of the processor after which a worker has started, and has not yet done anything."""


def workers_of(process: psutil.Process) -> list[psutil.Process]:
    """The worker processes below one; a browser of other tests may run there too."""
    below = process.children(recursive=True)
    return [each for each in below if "spawn_main" in " ".join(each.cmdline())]


def killing(times: int) -> Watch:
    """What kills a worker of this process after each of the first steps."""
    left = [times]

    def watch(_step: Step) -> None:
        found = workers_of(psutil.Process())
        if left[0] and found:
            left[0] -= 1
            random.Random(left[0]).choice(found).kill()  # noqa: S311 - no secret

    return watch


def program(repo: Path, module: str, *asked: str) -> subprocess.Popen[bytes]:
    """A program of Dask's."""
    command = [sys.executable, "-m", f"distributed.cli.{module}", *asked, "--no-dashboard"]
    env = {**os.environ, "PYTHONPATH": str(repo)}
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def cluster(repo: Path, folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler with one worker, as programs of their own: the scheduler file, and the scheduler's process."""
    file = folder / "scheduler.json"
    known = ("--scheduler-file", str(file))
    scheduler = program(repo, "dask_scheduler", "--host", "127.0.0.1", "--port", "0", *known)
    worker = program(repo, "dask_worker", "--nthreads", "1", "--local-directory", str(folder), *known)
    try:
        assert until(file.exists, scheduler)
        yield str(file), scheduler
    finally:
        for each in (*psutil.Process(worker.pid).children(recursive=True), worker, scheduler):
            each.kill()
        worker.wait()
        scheduler.wait()


def kill_the_first_at_work(killed: list[int]) -> None:
    """Wait for a worker of this process that has begun, and kill it in the middle of its first part."""

    def busy() -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            return [each for each in workers_of(psutil.Process()) if each.cpu_times().user > AT_WORK]
        return []

    until(lambda: bool(busy()))
    worker = busy()[0]
    worker.kill()
    killed.append(worker.pid)


def test_a_worker_that_is_killed_at_work(source: Path, tmp_path: Path, undisturbed: Outcome) -> None:
    killed: list[int] = []
    other = threading.Thread(target=kill_the_first_at_work, args=(killed,))
    other.start()
    report = run(source, tmp_path / "out", processes(1))
    other.join()
    assert killed
    assert not report.failures
    must_be_same(tmp_path / "out", undisturbed)


def test_workers_that_are_killed_one_after_another(
    source: Path, tmp_path: Path, undisturbed: Outcome, soak: bool
) -> None:
    if not soak:
        pytest.skip("at full size only: every worker loads the language model")
    report = run(source, tmp_path / "out", processes(2), killing(4))
    assert not report.failures
    must_be_same(tmp_path / "out", undisturbed)


def test_dask_loses_a_worker_then_the_scheduler(
    source: Path, tmp_path: Path, repo: Path, undisturbed: Outcome, soak: bool
) -> None:
    """Without its worker the run goes on; without the scheduler it says so and can be resumed."""
    if not soak:
        pytest.skip("at full size only: a cluster of programs of its own takes as long as all the rest")
    steps = 0

    def watch(_step: Step) -> None:
        nonlocal steps
        steps += 1
        if steps == 1:
            below = workers_of(psutil.Process())  # the scheduler and the worker's nanny are among them
            (worker,) = (each for each in below if "spawn_main" in " ".join(each.cmdline()))
            worker.kill()
        elif steps == 3:
            scheduler.kill()

    with cluster(repo, tmp_path) as (address, scheduler):
        with pytest.raises(SchedulerLost, match=r"The scheduler does not answer\. Start it again, and run the same"):
            run(source, tmp_path / "out", dask_at(address), watch)
        assert steps >= 3
        assert 0 < written(tmp_path / "out") < len(undisturbed.files)
    run(source, tmp_path / "out")
    must_be_same(tmp_path / "out", undisturbed)


def test_dask_makes_the_same(source: Path, tmp_path: Path, undisturbed: Outcome, soak: bool) -> None:
    """At full size two workers are killed on the way."""
    output = tmp_path / "out"
    ran = run(source, output, dask_at("local:2"), killing(2)) if soak else run(source, output, dask_at("local:1"))
    assert not ran.failures
    must_be_same(output, undisturbed)


@pytest.mark.parametrize("kill", range(KILLS_SOAK))
def test_the_driver_is_killed_and_started_again(
    source: Path, tmp_path: Path, repo: Path, undisturbed: Outcome, soak: bool, kill: int
) -> None:
    """At a point picked at random, without workers and with two in turn."""
    if not soak and kill >= KILLS_QUICK:
        pytest.skip("at full size only: every start loads the language model")
    after = random.Random(SEED + kill).randrange(1, len(undisturbed.files))  # noqa: S311 - no secret
    output = tmp_path / "out"
    with driver(tmp_path, repo, source, output, "2" if kill % 2 else "0") as started:
        assert until(lambda: written(output) >= after, started)
        started.send_signal(signal.SIGKILL)
    assert not (output / "run.json").exists()
    run(source, output)
    must_be_same(output, undisturbed)


def test_the_driver_is_killed_until_it_is_through(
    source: Path, tmp_path: Path, repo: Path, undisturbed: Outcome, soak: bool
) -> None:
    """Each time after a few files more: the run gets on, and none of what it did is done again."""
    if not soak:
        pytest.skip("at full size only: every start loads the language model")
    output, through = tmp_path / "out", False
    while not through:
        goal = written(output) + 5
        with driver(tmp_path, repo, source, output, "0") as started:
            through = not until(lambda goal=goal: written(output) >= goal, started)  # type: ignore[misc]  # bound now
            started.kill()
    must_be_same(output, undisturbed)

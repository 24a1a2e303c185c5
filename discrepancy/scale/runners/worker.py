"""What a worker process does, from its start to its end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection, parent_process

from discrepancy.errors import DiscrepancyError
from discrepancy.scale.runners.attempts import attempt, failed_by, task_there

READY = "ready"
"""The first thing that a worker says: it could be started."""

_THREADS = (
    "BLIS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Processes started in here compute in one thread: as many processes as cores are enough.

    Libraries read these when they are loaded, so they have to stand in the environment before a worker begins.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def work(pipe: connection.Connection) -> None:
    """Do what comes through the pipe, until the other end is closed or gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # one who presses Ctrl-C means the driver, which ends its workers
    threading.Thread(target=_end_with_the_driver, daemon=True).start()
    try:
        pipe.send(READY)
        while True:
            _answer(pipe, *pipe.recv())
    except (EOFError, OSError):
        pass  # the driver is through, or gone


def _answer(pipe: connection.Connection, task: str, item: object, job: object) -> None:
    """Send back what the task returned, or the error that ends the run."""
    try:
        answer = attempt(task_there(task), item, job)
    except DiscrepancyError as problem:
        answer = problem
    try:
        pipe.send(answer)
    except (AttributeError, TypeError, ValueError) as problem:  # what can not be pickled says so in one of these
        pipe.send(failed_by(problem))


def _end_with_the_driver() -> None:
    """Wait until the driver is dead, however it died, and stop at once: nobody is there to take the result."""
    driver = parent_process()
    if driver is not None:
        connection.wait([driver.sentinel])
        os._exit(1)

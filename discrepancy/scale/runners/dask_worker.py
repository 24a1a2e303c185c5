"""What runs on a worker of a Dask cluster."""

from __future__ import annotations

import threading

from discrepancy.errors import VersionsDiffer
from discrepancy.scale.runners.attempts import attempt, task_there
from discrepancy.scale.runners.versions import our_version

_ONE_AT_A_TIME = threading.Lock()
"""A worker may have several threads; the language engine is one for all of them, and meant for one."""


def attempt_there(version: str, task: str, item: object, job: object) -> object:
    """Try one item on this worker.

    Args:
        version: that of the package where the work is handed out.
        task: the name of the task.
        item: what it is to be done for.
        job: what all items have in common.

    Raises:
        VersionsDiffer: this worker has another one; it came after all that were there had been asked.
        RunnerError: there is no such task here, or it can not be loaded.
    """
    if version != our_version():
        raise VersionsDiffer(f"A worker has version {our_version()} of discrepancy, and this is {version}.")
    function = task_there(task)
    with _ONE_AT_A_TIME:
        return attempt(function, item, job)

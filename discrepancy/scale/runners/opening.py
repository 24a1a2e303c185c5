"""Runners by what the user asks for. What they need is imported when they are."""

from __future__ import annotations

from discrepancy.errors import ExtraMissing, UsageError
from discrepancy.scale.runners.interface import Runner


def processes(workers: int, *, tasks_each: int | None = None) -> Runner:
    """A runner with processes of this machine, started as there is work for them.

    Args:
        workers: how many at once.
        tasks_each: after so many tasks a process is replaced by a new one; None for never.

    Raises:
        UsageError: fewer than one.
    """
    if workers < 1 or (tasks_each is not None and tasks_each < 1):
        raise UsageError("There has to be at least one worker, and one task for it.")
    from discrepancy.scale.runners.processes import Processes

    return Processes(workers, tasks_each)


def dask_at(address: str) -> Runner:
    """A runner that hands the work to a Dask cluster.

    Args:
        address: of the scheduler, ``tcp://host:8786``; or the scheduler file that it wrote, a path that ends with
            ``.json``; or ``local`` and ``local:4`` for a cluster of this machine, made for the run.

    Raises:
        ExtraMissing: Dask is not installed.
        UsageError: ``local:`` is followed by no number of processes.
    """
    try:
        import distributed  # noqa: F401 - asked for here, so that its lack is told before any work is planned
    except ImportError as problem:
        raise ExtraMissing("Dask is not installed.", remedy="pip install 'discrepancy[dask]'") from problem
    from discrepancy.scale.runners.dask_cluster import DaskCluster, local_size

    return DaskCluster(address, local_size(address))

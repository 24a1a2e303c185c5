"""Who does the work of a batch: this process, processes of this machine, or the workers of a Dask cluster.

A runner takes a task (a function of the package, found on the worker by its name), items and the job, and gives each
item back with what the task returned. It knows nothing of documents; the tasks know nothing of it.
"""

from discrepancy.scale.runners.interface import Failed, Runner
from discrepancy.scale.runners.one_process import in_process
from discrepancy.scale.runners.opening import dask_at, processes

__all__ = ["Failed", "Runner", "dask_at", "in_process", "processes"]

"""One try at one item, the same wherever it runs; and tasks by their names."""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from discrepancy.errors import DiscrepancyError, RunnerError, UsageError
from discrepancy.scale.runners.interface import Failed, Item, Job, Result


def attempt(task: Callable[[Item, Job], Result], item: Item, job: Job) -> Result | Failed:
    """What the task returns, or how it failed.

    Raises:
        DiscrepancyError: the task raised it.
    """
    try:
        return task(item, job)
    except DiscrepancyError:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever is wrong with one item, the others go on
        return failed_by(problem)


def failed_by(problem: BaseException) -> Failed:
    """An exception as a failure, with the place that raised it: it is a fault to be reported."""
    place = traceback.extract_tb(problem.__traceback__)[-1:]
    at = "".join(f" ({PurePath(each.filename).name}, line {each.lineno})" for each in place)
    return Failed(type(problem).__name__, f"{str(problem) or 'It says no more'}{at}")


def name_of(task: Callable[..., Any]) -> str:
    """The name that a worker finds a task by: ``package.module:function``.

    Raises:
        UsageError: the function has none: it is no function at the top of a module that can be imported.
    """
    name = f"{task.__module__}:{task.__qualname__}"
    if task.__module__ == "__main__" or task_named(name) is not task:
        raise UsageError(f"{name} can not be run on a worker.", remedy="Give a function at the top of a module.")
    return name


def task_named(name: str) -> Callable[..., Any] | None:
    """The function of that name, or None."""
    module, _, function = name.partition(":")
    found = getattr(importlib.import_module(module), function, None)
    return found if callable(found) else None


def task_there(name: str) -> Callable[..., Any]:
    """The function of that name, on a worker.

    Raises:
        RunnerError: it is not there, or can not be loaded. No item could be done, so this is no failure of one.
    """
    try:
        found = task_named(name)
    except Exception as problem:
        raise RunnerError(
            f"A worker can not load the task {name} ({type(problem).__name__}: {problem}).",
            remedy="Install discrepancy and all that it needs there, and run the same command again.",
        ) from problem
    if found is None:
        raise RunnerError(f"A worker does not know the task {name}.")
    return found

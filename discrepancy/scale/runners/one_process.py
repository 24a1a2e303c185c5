"""The work done here, one item after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from discrepancy.scale.runners.attempts import attempt
from discrepancy.scale.runners.interface import Failed, Item, Job, Result, Runner


def in_process() -> Runner:
    """A runner that starts nothing: no processes, no threads."""
    return _InProcess()


class _InProcess:
    def run(
        self, task: Callable[[Item, Job], Result], items: Iterable[Item], job: Job
    ) -> Iterator[tuple[Item, Result | Failed]]:
        for item in items:
            yield item, attempt(task, item, job)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

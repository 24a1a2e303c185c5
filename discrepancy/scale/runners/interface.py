"""What a batch asks of whoever does its work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeVar

Item = TypeVar("Item")
Job = TypeVar("Job")
Result = TypeVar("Result")

MOST_TRIES = 3
"""How often an item is given out whose workers die: twice more after the first time, then it is to blame itself."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An item that gave no result.

    Attributes:
        cause: the class of what went wrong: an exception's name, or ``WorkerLost``.
        what: one sentence on it.
        tries: how often the item was given out.
    """

    cause: str
    what: str
    tries: int = 1


class Runner(Protocol):
    """Gives out work and brings back results.

    In a ``with`` block its workers stay from one run to the next, with all that they have loaded; without one each run
    starts its own and ends them.
    """

    def run(
        self, task: Callable[[Item, Job], Result], items: Iterable[Item], job: Job
    ) -> Iterator[tuple[Item, Result | Failed]]:
        """Each item with what ``task(item, job)`` returned, in the order in which they are done.

        Items are taken as workers become free, never many ahead. A worker that dies is replaced, and its item tried
        again, :data:`MOST_TRIES` times in all; then the item is :class:`Failed`, as it is when the task raises what it
        should not. Leaving the iterator early drops what is under way.

        Args:
            task: a function at the top of a module, which workers find by its name.
            items: what can be pickled.
            job: what all items have in common; can be pickled, and is small.

        Raises:
            DiscrepancyError: what a task raised on purpose ends the run: it is about more than its item.
            RunnerError: no workers, or none that fit.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None: ...

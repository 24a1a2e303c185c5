"""Processes of this machine, one item each at a time."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import connection
from types import TracebackType
from typing import Self, cast

from discrepancy.errors import DiscrepancyError, WorkersFail
from discrepancy.scale.runners.attempts import name_of
from discrepancy.scale.runners.interface import MOST_TRIES, Failed, Item, Job, Result
from discrepancy.scale.runners.worker import READY, one_thread_each, work

_MOST_BAD_STARTS = 3
_GOODBYE = 5.0
"""Seconds that a worker without work may take to end."""


class Processes:
    """See :func:`~discrepancy.scale.runners.processes`.

    There is a pipe to each worker, and no queue that a dying one could leave locked: who held which item is known.
    """

    def __init__(self, workers: int, tasks_each: int | None) -> None:
        self._workers = workers
        self._tasks_each = tasks_each
        self._hands: list[_Hand] = []
        self._bad_starts = 0
        self._stays = False

    def __enter__(self) -> Self:
        """Keep the workers from run to run."""
        self._stays = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers."""
        self._stays = False
        self._end(self._hands)

    def run(
        self, task: Callable[[Item, Job], Result], items: Iterable[Item], job: Job
    ) -> Iterator[tuple[Item, Result | Failed]]:
        """See :class:`~discrepancy.scale.runners.Runner`."""
        waiting = _Waiting(items)
        try:
            yield from cast("Iterator[tuple[Item, Result | Failed]]", self._run(name_of(task), waiting, job))
        finally:
            self._end([hand for hand in self._hands if hand.given is not None or not self._stays])

    def _run(self, task: str, waiting: _Waiting, job: object) -> Iterator[tuple[object, object]]:
        while True:
            self._give_out(task, waiting, job)
            busy = {hand.pipe: hand for hand in self._hands if hand.given is not None}
            if not busy:
                return
            said = connection.wait(list(busy))
            answers = [pair for pipe in said for pair in self._take(busy[cast("connection.Connection", pipe)], waiting)]
            self._give_out(task, waiting, job)  # nobody waits while results are looked at
            yield from answers

    def _give_out(self, task: str, waiting: _Waiting, job: object) -> None:
        """Give every free worker an item, as long as there are any; start workers that are wanted."""
        idle = [hand for hand in self._hands if hand.given is None]
        while idle or len(self._hands) < self._workers:
            given = waiting.next()
            if given is None:
                return
            hand = idle.pop() if idle else self._start()
            hand.give(task, given, job)

    def _take(self, hand: _Hand, waiting: _Waiting) -> Iterator[tuple[object, object]]:
        """What a worker has to say: that it is there, a result, or by its silence that it died."""
        given = hand.given
        if given is None:
            return
        try:
            said = hand.pipe.recv()
        except (EOFError, OSError):
            yield from self._lost(hand, given, waiting)
            return
        if said == READY and not hand.ready:
            hand.ready, self._bad_starts = True, 0
            return
        hand.given = None
        hand.done += 1
        if hand.done == self._tasks_each:
            self._end([hand])
        if isinstance(said, DiscrepancyError):
            raise said
        yield given.item, said

    def _lost(self, hand: _Hand, given: _Given, waiting: _Waiting) -> Iterator[tuple[object, object]]:
        """Another try for the item of a worker that died; none for one that saw several die."""
        hand.given = None
        self._end([hand])
        if not hand.ready:
            self._bad_starts += 1
            if self._bad_starts == _MOST_BAD_STARTS:
                raise WorkersFail(
                    f"No worker process can be started: each {_how_it_ended(hand.process.exitcode)}.",
                    remedy="In a program of your own, start the batch below: if __name__ == '__main__'.",
                )
            waiting.again(given)
            return
        given.tries += 1
        if given.tries < MOST_TRIES:
            waiting.again(given)
            return
        how = _how_it_ended(hand.process.exitcode)
        yield given.item, Failed("WorkerLost", f"{given.tries} workers died over it; the last {how}.", given.tries)

    def _start(self) -> _Hand:
        with one_thread_each():
            hand = _Hand()
        self._hands.append(hand)
        return hand

    def _end(self, hands: Iterable[_Hand]) -> None:
        ending = list(hands)
        for hand in ending:
            hand.say_goodbye()
        for hand in ending:
            hand.see_off()
            if hand in self._hands:
                self._hands.remove(hand)


class _Given:
    """An item and how many workers died over it."""

    def __init__(self, item: object) -> None:
        self.item = item
        self.tries = 0


class _Waiting:
    """Items to be given out: first those that a worker died over, then the next one of all."""

    def __init__(self, items: Iterable[object]) -> None:
        self._items = iter(items)
        self._again: deque[_Given] = deque()

    def next(self) -> _Given | None:
        if self._again:
            return self._again.popleft()
        for item in self._items:
            return _Given(item)
        return None

    def again(self, given: _Given) -> None:
        self._again.append(given)


class _Hand:
    """A worker process, and what it has been given."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()  # now the pipe is at its end when the worker is
        self.given: _Given | None = None
        self.ready = False
        self.done = 0

    def give(self, task: str, given: _Given, job: object) -> None:
        self.given = given
        with suppress(OSError):  # it is dead, as reading from it will tell
            self.pipe.send((task, given.item, job))

    def say_goodbye(self) -> None:
        """One that works is stopped in the middle: what it writes is whole or not there."""
        if self.given is not None:
            self.process.kill()
        self.given = None
        self.pipe.close()

    def see_off(self) -> None:
        self.process.join(_GOODBYE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _how_it_ended(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended with code {code}"
    known = {each.value: each.name for each in signal.Signals}
    hint = ", as when memory runs out" if -code == signal.SIGKILL else ""
    return f"was ended by {known.get(-code, f'signal {-code}')}{hint}"

"""Doing one thing with many, some at a time; what hangs does not keep a program from ending."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import TypeVar

__all__ = ["side_by_side"]

_AT_A_TIME = 8
_LOOK_AROUND = 0.25
"""Seconds after which it is seen that the program is to end."""
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def side_by_side(
    make: Callable[[_Given], _Made], given: Sequence[_Given], ended: Callable[[], bool]
) -> list[_Made | None]:
    """What was made of each, in the order in which they were given; None for what was not done when it ended.

    The threads are daemons, unlike those of an executor, which a program waits for when it ends: a server that does
    not answer would hold it for half a minute.

    Raises:
        Exception: the first that ``make`` raised, once the others are done.
    """
    waiting: SimpleQueue[tuple[int, _Given]] = SimpleQueue()
    done: SimpleQueue[tuple[int, _Made | None, Exception | None]] = SimpleQueue()
    for place, one in enumerate(given):
        waiting.put((place, one))

    def work() -> None:
        while not ended():
            try:
                place, one = waiting.get_nowait()
            except Empty:
                return
            try:
                done.put((place, make(one), None))
            except Exception as problem:  # noqa: BLE001 - it is raised again, in the thread that asked
                done.put((place, None, problem))

    for _ in range(min(_AT_A_TIME, len(given))):
        threading.Thread(target=work, name="side by side", daemon=True).start()
    return _gathered(done, len(given), ended)


def _gathered(
    done: SimpleQueue[tuple[int, _Made | None, Exception | None]], many: int, ended: Callable[[], bool]
) -> list[_Made | None]:
    made: list[_Made | None] = [None] * many
    problems: list[Exception] = []
    left = many
    while left and not ended():
        try:
            place, made[place], problem = done.get(timeout=_LOOK_AROUND)
        except Empty:
            continue
        left -= 1
        if problem is not None:
            problems.append(problem)
    if problems:
        raise problems[0]
    return made

"""What time it is, and waiting: given to the watcher, so that a day can be replayed in a minute."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol

__all__ = ["Clock", "SystemClock"]


class Clock(Protocol):
    """A clock. It may jump, forwards or back: who reads it has to bear that."""

    def now(self) -> dt.datetime:
        """The time, in UTC."""

    def wait(self, until: dt.datetime) -> None:
        """Return when it is ``until``, or earlier where there is a reason to look around (:meth:`wake`)."""

    def wake(self) -> None:
        """Let what waits return at once; any thread, and a handler of signals, may call it."""


class SystemClock:
    """The computer's own clock.

    It waits a little at a time: a clock that is set must not stop a watcher, and a handler of signals may do no more
    than set a flag.
    """

    LONGEST = 60.0
    PIECE = 0.25

    def __init__(self) -> None:
        self._woken = False

    def now(self) -> dt.datetime:
        """The time, in UTC."""
        return dt.datetime.now(dt.UTC)

    def wait(self, until: dt.datetime) -> None:
        """Wait, a minute at most."""
        end = time.monotonic() + min((until - self.now()).total_seconds(), self.LONGEST)
        while not self._woken and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, self.PIECE))
        self._woken = False

    def wake(self) -> None:
        """Let what waits return, a moment later."""
        self._woken = True

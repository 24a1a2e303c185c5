"""Who may ask a host when: one question at a time, and a gap after each."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

__all__ = ["Turns"]


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    users: int = 0
    """How many hold the lock or wait for it."""
    until: float = 0.0
    """When the gap after the last question ends."""
    gap: float = 0.0


class Turns:
    """Lets one question at a time to a host, from any number of threads, and a gap after each.

    A host is forgotten as soon as the gap after its last question is over, so there are never more of them than were
    asked within the longest gap.
    """

    def __init__(self, clock: Callable[[], float], pause: Callable[[float], object]) -> None:
        self._clock = clock
        self._pause = pause
        self._lock = threading.Lock()
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    def __len__(self) -> int:
        """How many hosts are remembered."""
        return len(self._hosts)

    @contextmanager
    def turn(self, name: str, gap: float) -> Iterator[None]:
        """Wait for a turn, hold it, and keep everyone off for ``gap`` seconds afterwards."""
        with self._lock:
            host = self._hosts.setdefault(name, _Host())
            host.users += 1
        try:
            with host.lock:
                self._wait(host, gap)
                try:
                    yield
                finally:
                    host.until, host.gap = self._clock() + gap, gap
        finally:
            with self._lock:
                host.users -= 1
                self._hosts.move_to_end(name)
                self._forget()

    def _wait(self, host: _Host, gap: float) -> None:
        """Wait for the end of the gap, and never longer than a gap lasts: a clock may have been set back."""
        left = min(host.until - self._clock(), max(host.gap, gap))
        if left > 0:
            self._pause(left)

    def _forget(self) -> None:
        now = self._clock()
        free = [name for name, host in self._hosts.items() if not (host.users or 0 < host.until - now <= host.gap)]
        for name in free:
            del self._hosts[name]

"""A time by which a connection is cut, whatever its server sends: one byte now and then is no silence."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

__all__ = ["Deadline"]

_CONNECTED = "connection.connect_tcp.complete"


class Deadline:
    """Cuts each connection that it was told of, once its time is over: in a handshake, in headers, in a body."""

    def __init__(self, seconds: float) -> None:
        """It runs from here on."""
        self._until = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for each in self._sockets:
                each.close()
            self._sockets.clear()

    @property
    def over(self) -> bool:
        """Whether the time is."""
        return time.monotonic() > self._until

    @property
    def left(self) -> float:
        """How many seconds of it are left; none are where it is over."""
        return max(0.0, self._until - time.monotonic())

    def trace(self, event: str, told: Mapping[str, object]) -> None:
        """What httpx calls with each step of a request (its extension "trace")."""
        stream = told.get("return_value")
        if event == _CONNECTED and hasattr(stream, "get_extra_info"):
            # A handshake takes the socket out of its object; a second handle on the connection is still there.
            with self._lock:
                self._sockets.append(stream.get_extra_info("socket").dup())
            if self.over:
                self._cut()

    def _cut(self) -> None:
        with self._lock:
            for each in self._sockets:
                with contextlib.suppress(OSError):  # the other side was quicker
                    each.shutdown(socket.SHUT_RDWR)

"""A connection whose request must come in time.

uvicorn itself waits for ever for the rest of a request's head, and for the first byte of a connection; a client that
sends a byte now and then would hold a place for good. The guard limits the time of a body, and answers with a sentence;
this is for what never becomes a request, and for clients that go on sending after they were turned down.
"""

from __future__ import annotations

import asyncio
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["HEAD_SECONDS", "WHOLE_SECONDS", "PatientProtocol"]

HEAD_SECONDS: Final = 10.0
"""From a connection, or a request's first byte, to the end of its head."""
WHOLE_SECONDS: Final = 60.0
"""From there to the end of its body: longer than the guard gives it."""
_LATE = b"The request did not come in time.\n"


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to patience."""

    head_seconds = HEAD_SECONDS
    whole_seconds = WHOLE_SECONDS
    _late: asyncio.TimerHandle | None = None
    _in_body = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for the first request from now on."""
        super().connection_made(transport)
        self._wait(self.head_seconds)

    def data_received(self, data: bytes) -> None:
        """Go on waiting, until the whole of a request is there."""
        super().data_received(data)
        state = self.conn.their_state
        if state is h11.SEND_BODY:
            if not self._in_body:
                self._in_body = True
                self._wait(self.whole_seconds)
        elif state is h11.IDLE:
            if self._in_body or self._late is None:
                self._in_body = False
                self._wait(self.head_seconds)
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self, seconds: float) -> None:
        self._stop()
        self._late = self.loop.call_later(seconds, self._give_up)

    def _stop(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
        self._in_body = self._in_body and self.conn.their_state is h11.SEND_BODY

    def _give_up(self) -> None:
        if self.transport.is_closing():
            return
        if self.conn.our_state is h11.IDLE and self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            head = h11.Response(
                status_code=408,
                headers=[(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")],
                reason=b"Request Timeout",
            )
            for event in (head, h11.Data(data=_LATE), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

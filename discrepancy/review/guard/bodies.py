"""The body of a request: read whole before anything is done with it, within limits of size and time.

What a request says of its length is not believed: bytes are counted as they come, also where they come in chunks.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.types import Message, Receive, Scope

from discrepancy.review.refusals import Refused
from discrepancy.review.uploads import MOST_BYTES

__all__ = ["Limits", "read_body", "replayed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a client may send, and for how long.

    Attributes:
        bytes: of a body.
        form_bytes: of that of the way in, which anybody may send.
        file_bytes: of one that holds files.
        seconds: from its first byte to its last.
    """

    bytes: int = 8_000_000
    form_bytes: int = 10_000
    file_bytes: int = MOST_BYTES
    seconds: float = 30.0


async def read_body(scope: Scope, receive: Receive, most: int, seconds: float) -> bytes:
    """The whole body.

    Raises:
        Refused: it is too long, or does not come in time.
    """
    stated = dict(scope["headers"]).get(b"content-length", b"")
    if stated.isdigit() and int(stated[:20]) > most:
        raise _too_much(most)
    try:
        async with asyncio.timeout(seconds):
            return await _counted(receive, most)
    except TimeoutError:
        raise Refused(408, "The request did not come to its end in time.", "Send it again.") from None


async def _counted(receive: Receive, most: int) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Refused(400, "The request broke off.", "Send it again.")
        body += message.get("body", b"")
        if len(body) > most:
            raise _too_much(most)
        if not message.get("more_body", False):
            return bytes(body)


def replayed(body: bytes, receive: Receive) -> Receive:
    """What gives a body that was read once more."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _too_much(most: int) -> Refused:
    return Refused(413, f"The request has more than {most:,} bytes.", "Send less at once.")

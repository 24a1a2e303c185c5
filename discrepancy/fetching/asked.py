"""What is asked of an address again and again, and what is told: the shape that every fetcher of the watcher has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Answer", "Fetcher", "Request"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked: an address, unless it still is what ``etag`` and ``modified`` say."""

    address: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was told.

    Attributes:
        status: 200, 304, 404, 410, 429, 503 …: any status but a redirect is an answer, not an error.
        address: where it came from in the end.
        kind: media type without parameters, in small letters.
        data: the body, unpacked; empty for any status but 200.
        etag, modified: the headers ETag and Last-Modified, as they came.
        wait: for how long the server asks to be left alone (Retry-After), counted from when it was asked.
        moved: a permanent redirect (301, 308) led straight to ``address``: what asks next time should ask there.
    """

    status: int
    address: str
    kind: str = ""
    data: bytes = b""
    etag: str = ""
    modified: str = ""
    wait: dt.timedelta | None = None
    moved: bool = False


class Fetcher(Protocol):
    """Asks addresses; several threads may call it at once."""

    def ask(self, request: Request) -> Answer:
        """Ask once.

        Raises:
            NotFetched: there was no answer, or it must not be asked; ``what`` says why and ``remedy`` what to do.
        """

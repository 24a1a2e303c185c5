"""Turns at what takes long: who waits holds no thread, so that decisions and pages are answered meanwhile."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from discrepancy.review.refusals import Refused

__all__ = ["Turns"]

_LOOKED: Final = 0.05
"""Seconds between two looks whether it is one's turn."""


class Turns:
    """Lets a few through at a time. Bound to no event loop."""

    def __init__(self, at_once: int) -> None:
        self._free = threading.BoundedSemaphore(at_once)

    @asynccontextmanager
    async def turn(self, waited: float) -> AsyncIterator[None]:
        """One's turn, for the block.

        Args:
            waited: seconds that one waits for it at most.

        Raises:
            Refused: it did not come in time.
        """
        end = time.monotonic() + waited
        while not self._free.acquire(blocking=False):
            if time.monotonic() > end:
                raise Refused(503, "Too much is asked at once.", "Ask again in a moment.", headers={"retry-after": "5"})
            await asyncio.sleep(_LOOKED)
        try:
            yield
        finally:
            self._free.release()

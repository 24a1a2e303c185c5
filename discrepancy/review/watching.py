"""Looks again and again whether the files under review changed, and has them checked once nobody writes them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from discrepancy.review.desk import Desk
from discrepancy.review.files import Marks

__all__ = ["Patience", "Watch"]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often is looked, in seconds.

    Attributes:
        every: between two looks.
        settled: how long the files must stay as they are: an editor or a copy may still be writing them.
        longest: after so long they are checked even if they change all the time.
    """

    every: float = 1.0
    settled: float = 0.4
    longest: float = 15.0


class Watch:
    """A thread that looks, and calls ``checked`` after each check; as a context manager, it ends with the block."""

    def __init__(self, desk: Desk, patience: Patience | None = None, checked: Callable[[], None] | None = None) -> None:
        self._desk = desk
        self._checked = checked
        self._patience = patience or Patience()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="files under review", daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End; a check that runs is waited for a moment only."""
        self._ended.set()
        self._thread.join(timeout=self._patience.every + 1)

    def _run(self) -> None:
        while not self._ended.wait(self._patience.every):
            try:
                if self.look() and self._checked:
                    self._checked()
            except Exception:  # noqa: BLE001 - the next look may go well, and nobody else looks
                _LOG.exception("the files could not be looked at")

    def look(self) -> bool:
        """Look once; whether the story was checked anew."""
        now = self._desk.marks()
        if now == self._desk.seen:
            return False
        self._settle(now)
        return self._desk.recheck_if_changed()

    def _settle(self, now: Marks) -> None:
        begun = time.monotonic()
        while time.monotonic() - begun < self._patience.longest and not self._ended.wait(self._patience.settled):
            before, now = now, self._desk.marks()
            if now == before:
                return

"""A clock that is moved by waiting: a day passes as quickly as the work of the day is done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

__all__ = ["GivenClock"]


class GivenClock:
    """Stands at a moment until someone waits.

    Args:
        start: the moment.
        path: a file that has the moment, so that a server in another process, and a run after a kill, know it.
    """

    def __init__(self, start: dt.datetime, path: Path | None = None) -> None:
        self._now = start
        self._path = path
        if path is not None and path.exists():
            self._now = dt.datetime.fromisoformat(path.read_text())
        self._write()

    def now(self) -> dt.datetime:
        """The moment."""
        return self._now

    def wait(self, until: dt.datetime) -> None:
        """Go on to ``until`` at once."""
        self._now = max(self._now, until)
        self._write()

    def wake(self) -> None:
        """Nobody is ever asleep."""

    def _write(self) -> None:
        if self._path is not None:
            new = self._path.with_suffix(".new")
            new.write_text(self._now.isoformat())
            new.replace(self._path)

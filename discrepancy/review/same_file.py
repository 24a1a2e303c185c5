"""Whether the store is still the file that was opened.

SQLite goes on writing to a file that was removed or replaced while it was open: what is decided then goes nowhere that
anybody finds again. A decision is acknowledged only where the file stands under its name, before it and after it.
"""

from __future__ import annotations

import os
from pathlib import Path

from discrepancy.errors import StoreError

__all__ = ["SameFile"]


class SameFile:
    """Remembers a file that is open now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = _status(path)

    def ensure(self) -> None:
        """Find out whether it is there yet.

        Raises:
            StoreError: it was moved, removed or replaced.
        """
        now = _status(self._path)
        if self._opened is None or now is None or not os.path.samestat(self._opened, now):
            raise StoreError(
                "The store is no longer the file that was opened: it was moved, removed or replaced.",
                where=str(self._path),
                remedy="Put it back, or start the desk again.",
            )


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None

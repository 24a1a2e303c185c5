"""A store that is open: its file, its transactions, and who watches with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from discrepancy.errors import StoreBroken
from discrepancy.store.session import Session
from discrepancy.store.store import Store
from discrepancy.store.versions import holding

__all__ = ["Opened"]


class Opened:
    """An open store, whatever is kept in it; a context manager.

    Attributes:
        decisions: what reviewers decided, in the same file.
    """

    def __init__(self, session: Session, real: Path) -> None:
        self._session = session
        self._real = real
        self._stands = real.stat()
        self.decisions = Store(session, real)

    @property
    def path(self) -> Path:
        """The file, as it was named when the store was opened."""
        return self._session.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing is lost by not calling it."""
        self._session.close()

    def ensure_there(self) -> None:
        """Find out whether the file is where it was: what is written to one that was deleted is lost.

        Raises:
            StoreBroken: it was moved or deleted, or another is in its place.
        """
        try:
            is_there = os.path.samestat(self._real.stat(), self._stands)
        except OSError:
            is_there = False
        if not is_there:
            what = "The store was taken away while it was in use, or another was put in its place."
            raise StoreBroken(what, where=str(self.path), remedy="Put it back, and start again.")

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside is kept as a whole, or not at all; may stand in another one, and is then its part."""
        with self._session.writing():
            yield

    @contextmanager
    def seeing_one_state(self) -> Iterator[None]:
        """What is read inside is the store as it is at the first reading, whoever writes meanwhile."""
        with self._session.seeing_one_state():
            yield

    def hold(self, who: str) -> AbstractContextManager[None]:
        """Be the only one who watches with this store, until it is left; a process that is killed has left it.

        Raises:
            StoreBusy: someone does; the message says who, and since when.
        """
        return holding.hold(self._real, self.path, who)

    def watched_by(self) -> str:
        """Who watches with this store now, and since when; empty where nobody does."""
        return holding.watched_by(self._real, self.path)

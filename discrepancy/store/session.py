"""A connection that threads take turns at, with transactions that hold whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from discrepancy.errors import StoreBusy, StoreError
from discrepancy.store.failures import failures_told, is_busy

__all__ = ["Session", "transaction"]

PAUSE = 0.01
"""Seconds between two attempts where SQLite does not wait by itself, as when two processes recover one log."""


class Session:
    """One connection and its lock.

    Args:
        path: the file, as the user named it.
        patience: seconds to wait for another thread or process.
        closing: what is to be done when the connection is closed.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, patience: float, closing: Callable[[], None] | None = None
    ) -> None:
        self.path = path
        self._connection = connection
        self._patience = patience
        self._closing = closing
        self._lock = threading.RLock()
        self._is_open = True
        self._is_whole = False  # whether a transaction was begun; the thread that has the lock has begun it

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one statement or several that need not see the same state.

        Raises:
            StoreError: or one of those below it, in place of what SQLite raises.
        """
        if not self._lock.acquire(timeout=self._patience):
            raise StoreBusy(
                "The store is held by another part of this program.", where=str(self.path), remedy="Try again."
            )
        try:
            if not self._is_open:
                raise StoreError("The store was closed.", where=str(self.path), remedy="Open it again.")
            with failures_told(self.path):
                yield self._connection
        finally:
            self._lock.release()

    def seeing_one_state(self) -> AbstractContextManager[sqlite3.Connection]:
        """The connection, for several statements that see the store as it is at the first of them."""
        return self._whole("BEGIN")

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """The connection, alone in the whole store: what is done inside is kept as a whole, or not at all.

        Inside of another such, it is a part of that: kept if the outer one is, and undone by itself if it fails.
        """
        return self._whole("BEGIN IMMEDIATE")

    @contextmanager
    def _whole(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self.reading() as connection:
            inner = self._is_whole
            if inner:
                self._ensure_going_on(connection)
            self._is_whole = True
            try:
                with part(connection) if inner else transaction(connection, begin, self._patience):
                    yield connection
                    self._ensure_going_on(connection)
            finally:
                self._is_whole = inner

    def _ensure_going_on(self, connection: sqlite3.Connection) -> None:
        """Where the disk is full, SQLite undoes a whole transaction; whoever passes over that error must not go on."""
        if not connection.in_transaction:
            remedy = "Nothing was written; try again."
            raise StoreError("What was being written was undone.", where=str(self.path), remedy=remedy)

    def close(self) -> None:
        """Let go of the file. To close twice is no harm."""
        with self._lock:
            if self._is_open:
                self._is_open = False
                with suppress(sqlite3.Error):  # all that was acknowledged is in the log beside the file
                    self._connection.close()
                if self._closing is not None:
                    self._closing()


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str, patience: float) -> Iterator[None]:
    """All or nothing; waits up to ``patience`` seconds to begin."""
    _begin(connection, begin, time.monotonic() + patience)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk may have rolled it back already
            connection.execute("ROLLBACK")
        raise


@contextmanager
def part(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of what is a part of a transaction."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


def _begin(connection: sqlite3.Connection, begin: str, deadline: float) -> None:
    while True:
        try:
            connection.execute(begin)
        except sqlite3.Error as why:
            if not is_busy(why) or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE)
        else:
            return

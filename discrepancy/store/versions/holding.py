"""One watcher a store: who watches holds a lock that the system takes away from a process that is gone.

The lock is SQLite's, on an empty database of its own beside the store, ``STORE.watching``: it works on every system,
and within one process, too. That file is opened by SQLite alone: a process that closes a file of its own loses all of
its locks on it (POSIX). Who holds it stands in ``STORE.watching.txt``, which counts only while the lock is held.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from discrepancy.errors import StoreBusy, StoreError
from discrepancy.store.failures import failures_told, is_busy

__all__ = ["hold", "watched_by"]

_PATIENCE = 1.0
"""Seconds to wait: whoever only asks who watches holds the lock for some millionths of one."""
_SOMEONE = "another process"


@contextmanager
def hold(real: Path, path: Path, who: str) -> Iterator[None]:
    """Be the one who watches the store ``real``, which the user named ``path``.

    Raises:
        StoreBusy: someone watches it; the message says who, and since when.
        StoreError: the folder can not be written.
    """
    lock, note = _lock_of(real), _note_of(real)
    with failures_told(path):
        with suppress(FileExistsError):
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        connection = _connected(lock, "rw", _PATIENCE)
    with closing(connection):
        with failures_told(path):
            if not _is_let_in(connection, "BEGIN EXCLUSIVE", lock):
                remedy = "Only one process can watch with a store: stop the other one, or watch with another store."
                what = f"The store is watched already: {_read(note)}."
                raise StoreBusy(what, where=str(path), remedy=remedy)
            _write(note, who)
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def watched_by(real: Path, path: Path) -> str:
    """Who watches the store now, and since when; empty where nobody does."""
    lock = _lock_of(real)
    if not lock.exists():
        return ""
    with failures_told(path), closing(_connected(lock, "ro", 0)) as connection:
        is_free = _is_let_in(connection, "SELECT count(*) FROM sqlite_master", lock)
        return "" if is_free else _read(_note_of(real))


def _is_let_in(connection: sqlite3.Connection, statement: str, lock: Path) -> bool:
    """Whether nobody's lock is in the way of a statement."""
    try:
        connection.execute(statement).fetchone()
    except sqlite3.Error as why:
        if is_busy(why):
            return False
        if getattr(why, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            remedy = "Delete it while nobody watches; it is made anew."
            raise StoreError("It is no lock of a watcher.", where=str(lock), remedy=remedy) from None
        raise
    return True


def _lock_of(real: Path) -> Path:
    return real.with_name(f"{real.name}.watching")


def _note_of(real: Path) -> Path:
    return real.with_name(f"{real.name}.watching.txt")


def _connected(lock: Path, mode: str, patience: float) -> sqlite3.Connection:
    address = f"file:{quote(bytes(lock))}?mode={mode}"
    return sqlite3.connect(address, timeout=patience, isolation_level=None, check_same_thread=False, uri=True)


def _write(note: Path, who: str) -> None:
    """In one piece: who reads it while it is written reads nothing of it."""
    new = note.with_name(f"{note.name}.new")
    now = dt.datetime.now(dt.UTC)
    name = " ".join(who.split()) or _SOMEONE
    told = f"{name}, since {now:%Y-%m-%d %H:%M:%S} UTC\n"
    new.write_text(told, encoding="utf-8", errors="backslashreplace")
    new.replace(note)


def _read(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8", errors="replace").strip() or _SOMEONE
    except OSError:  # it is not written yet
        return _SOMEONE

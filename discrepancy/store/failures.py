"""What SQLite and the system say, as errors of ours: what happened, where, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from discrepancy.errors import StoreBroken, StoreBusy, StoreError

__all__ = ["failures_told", "is_busy", "told"]

BROKEN_REMEDY = "Keep the file as it is, with those beside it that begin with its name, and put back a copy."
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_OTHERS = {
    sqlite3.SQLITE_READONLY: (
        "The store can be read, and not written.",
        "Give yourself the right to write the file and its folder; reading it needs neither.",
    ),
    sqlite3.SQLITE_FULL: ("The disk is full, and nothing was written.", "Make room, and try again."),
    sqlite3.SQLITE_IOERR: (
        "The system could not read or write the store, and nothing was written.",
        "See that the disk is there, is not full, and lets a file grow; then try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The store can not be opened.",
        "See that the file and its folder may be read, and that the file may be written for deciding.",
    ),
    sqlite3.SQLITE_PERM: ("The system does not let us open the store.", "See who may read and write it."),
    sqlite3.SQLITE_NOMEM: ("There is not enough memory.", "Close other programs, and try again."),
    sqlite3.SQLITE_TOOBIG: ("It is too large for the store.", "Write less."),
}
_PRIMARY = 0xFF
"""The low byte of SQLite's extended codes is the code itself."""


def _code(why: sqlite3.Error) -> int:
    return getattr(why, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY


def is_busy(why: sqlite3.Error) -> bool:
    """Whether waiting may help: another process holds the store."""
    return _code(why) in _BUSY


def told(why: sqlite3.Error, path: Path) -> StoreError:
    """An error of SQLite's as one of ours."""
    code, where = _code(why), str(path)
    if code in _BUSY:
        remedy = "Look for a program that has it open and does not go on, and try again: nothing was written."
        return StoreBusy("Another process holds the store and does not let go.", where=where, remedy=remedy)
    if code == sqlite3.SQLITE_NOTADB:
        return StoreBroken("It is no store of decisions.", where=where, remedy="Name another file with --store.")
    if code in _OTHERS:
        what, remedy = _OTHERS[code]
        return StoreError(what, where=where, remedy=remedy)
    return StoreBroken(f"The store is damaged ({why}).", where=where, remedy=BROKEN_REMEDY)


@contextmanager
def failures_told(path: Path) -> Iterator[None]:
    """What SQLite raises inside becomes one of ours.

    Raises:
        StoreError: or one of those below it.
    """
    try:
        yield
    except sqlite3.Error as why:
        raise told(why, path) from why
    except OSError as why:
        remedy = "See that you may read and write the file and its folder."
        raise StoreError(f"The system says: {why.strerror or why}.", where=str(path), remedy=remedy) from why
    except StoreBroken as why:  # who reads a row does not know which store it is of
        if why.where:
            raise
        raise StoreBroken(why.what, where=str(path), remedy=why.remedy) from None

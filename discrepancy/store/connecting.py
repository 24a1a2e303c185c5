"""A connection to a store that is there: for writing, or for reading where nothing can be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

__all__ = ["Connected", "connect", "may_write"]

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # what is acknowledged is on the disk: every commit waits for it
    "PRAGMA fullfsync = ON",  # macOS: on the disk, not in the disk's own memory; without effect elsewhere
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA recursive_triggers = ON",  # "insert or replace" deletes, too, and must not get past the triggers
    "PRAGMA trusted_schema = OFF",  # a file from elsewhere can hold views that call what they should not
    "PRAGMA cell_size_check = ON",
)
_UNOPENED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection, and what is to be done when it is closed."""

    connection: sqlite3.Connection
    closing: Callable[[], None] | None = None


def connect(real: Path, patience: float, *, read_only: bool) -> Connected:
    """Connect to the file ``real``, which is no link.

    What only reads is given the rights to write where it can have them: without, SQLite leaves behind the files that
    it keeps beside a store that is open. Where the folder can not be written, it can not make these. A store that was
    closed well is then read as what it is, a file that does not change; one whose log was left beside it is read from
    a copy.
    """
    if not read_only or may_write(real):
        mode = "PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = WAL"
        return Connected(_opened(real, "mode=rw", patience, mode))
    try:
        return Connected(_opened(real, "mode=ro", patience))
    except sqlite3.OperationalError as why:
        if why.sqlite_errorcode & 0xFF not in _UNOPENED:
            raise
    log = real.with_name(real.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        return Connected(_opened(real, "immutable=1", patience))
    folder = tempfile.TemporaryDirectory(prefix="discrepancy-")
    copy = Path(folder.name) / "store"
    shutil.copyfile(real, copy)
    shutil.copyfile(log, copy.with_name("store-wal"))
    return Connected(_opened(copy, "mode=ro", patience), folder.cleanup)


def may_write(path: Path) -> bool:
    """Whether the system lets us write the file and make others beside it, as SQLite does; a link is followed."""
    real = Path(os.path.realpath(path))
    effective = os.access in os.supports_effective_ids
    return all(os.access(each, os.W_OK, effective_ids=effective) for each in (real, real.parent))


def _opened(real: Path, how: str, patience: float, *more: str) -> sqlite3.Connection:
    address = f"file:{quote(bytes(real))}?{how}"  # bytes: a name need not be UTF-8, and may hold "?" and "#"
    connection = sqlite3.connect(address, timeout=patience, isolation_level=None, check_same_thread=False, uri=True)
    try:
        for pragma in (*PRAGMAS, *more):
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first that reads the file
    except BaseException:
        connection.close()
        raise
    return connection

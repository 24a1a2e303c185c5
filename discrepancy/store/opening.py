"""Opening a store, and making one: what may be in its place, and what is said of it."""

from __future__ import annotations

import os
import stat
import uuid
from contextlib import closing
from pathlib import Path

from discrepancy.errors import StoreBroken, StoreError
from discrepancy.store.connecting import connect, may_write
from discrepancy.store.failures import BROKEN_REMEDY, failures_told
from discrepancy.store.migrating import APPLICATION, ensure_known, migrate
from discrepancy.store.session import Session
from discrepancy.store.store import Store

__all__ = ["PATIENCE", "open_session", "open_store"]

PATIENCE = 10.0
"""Seconds to wait for another process that writes; a decision takes it some thousandths of one."""
MAGIC = b"SQLite format 3\0"
HEADER = 100
"""Bytes at the head of each SQLite file; https://www.sqlite.org/fileformat2.html tells what stands where."""


def open_store(path: Path, *, create: bool = True, read_only: bool = False, patience: float = PATIENCE) -> Store:
    """Open the store of decisions at ``path``; a context manager.

    A link is followed. A store is made for the eyes of its owner alone (mode 0600): it may hold copy under embargo.

    Args:
        path: the file.
        create: make one where none is; its folder must be there.
        read_only: open it for reading; works on a file, folder or disk that can not be written.
        patience: seconds to wait for another process.

    Raises:
        StoreError: there is no such file or folder, or it can not be opened.
        StoreBusy: another process holds it.
        StoreNewer: a later version of this program made it.
        StoreBroken: it is no store, or is damaged.
    """
    return Store(*open_session(path, create=create, read_only=read_only, patience=patience))


def open_session(
    path: Path, *, create: bool, read_only: bool, patience: float, made_by: str = "first decision or check against it"
) -> tuple[Session, Path]:
    """The session of a store, brought to the newest version, and the file that it is in: as :func:`open_store`.

    ``made_by`` is what would have made the store, for where there is none.
    """
    with failures_told(path):
        real = _real(path)
        if not os.path.lexists(real):
            if read_only or not create:
                remedy = f"Name the file of a store with --store; the {made_by} makes one."
                raise StoreError("There is no store of decisions here.", where=str(path), remedy=remedy)
            _make(real, path)
        _ensure_store(real, path)
        if not read_only:
            _ensure_writable(real, path)
        connected = connect(real, patience, read_only=read_only)
        session = Session(connected.connection, path, patience, connected.closing)
        try:
            ensure_known(connected.connection, path, read_only=read_only)
            if not read_only:
                migrate(connected.connection, patience)
        except BaseException:
            session.close()
            raise
        return session, real


def _real(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a NUL in its name
        raise StoreError("No file can have that name.", where=str(path), remedy="Name another file.") from None


def _ensure_store(real: Path, path: Path) -> None:
    """Look at the file's header, before SQLite touches what may be another program's."""
    if not stat.S_ISREG(real.stat().st_mode):
        what = "A folder is in the place of the store." if real.is_dir() else "What is there is no file."
        raise StoreError(what, where=str(path), remedy="Name a file with --store.")
    with real.open("rb") as file:
        header = file.read(HEADER)
    if not header:
        remedy = "A store is never empty: put back a copy. If there never was one, delete the file; a new one is made."
        raise StoreBroken("The file is empty (0 bytes).", where=str(path), remedy=remedy)
    if not MAGIC.startswith(header[: len(MAGIC)]):
        raise StoreBroken("It is no store of decisions.", where=str(path), remedy="Name another file with --store.")
    if len(header) == HEADER and int.from_bytes(header[68:72], "big") != APPLICATION:
        remedy = "Nothing was touched; name another file with --store."
        raise StoreBroken("It is the database of another program.", where=str(path), remedy=remedy)
    _ensure_whole(header, real, path)


def _ensure_whole(header: bytes, real: Path, path: Path) -> None:
    """A file that was cut off is not written to. Where a log stands beside it, SQLite puts the two together first."""
    size = real.stat().st_size
    log = _beside(real)
    if len(header) == HEADER and log.exists() and log.stat().st_size:
        return
    page = int.from_bytes(header[16:18], "big")
    wanted = max(HEADER, (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big"))
    if size < wanted:
        what = f"The store was cut off: it has {size:,} bytes of {wanted:,}."
        raise StoreBroken(what, where=str(path), remedy=BROKEN_REMEDY)


def _beside(real: Path) -> Path:
    """The log that SQLite keeps beside a file that is open, or was not closed well."""
    return real.with_name(real.name + "-wal")


def _ensure_writable(real: Path, path: Path) -> None:
    """SQLite would open for reading what it can not write, and say so only at the first decision."""
    if not may_write(real):
        remedy = "Give yourself the right to write the file and its folder; export, log and verify only read."
        raise StoreError("The store can be read, and not written.", where=str(path), remedy=remedy)


def _make(real: Path, path: Path) -> None:
    """A new store, put in its place when it is whole: whoever is killed here leaves no half of one."""
    if not real.parent.is_dir():
        remedy = "Make the folder first, or name another file with --store."
        raise StoreError(f"There is no folder {real.parent}.", where=str(path), remedy=remedy)
    if _beside(real).exists() and _beside(real).stat().st_size:
        what = f"The store is gone, and its log {_beside(real).name} is there, which may hold decisions."
        raise StoreBroken(what, where=str(path), remedy="Put the store back beside it; or move the log away.")
    new = real.with_name(f".discrepancy-{uuid.uuid4().hex}.new")
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(connect(new, patience=0, read_only=False).connection) as connection:
            migrate(connection, patience=0)
        _place(new, real)
    finally:
        for suffix in ("", "-wal", "-shm"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)
    _keep_name(real.parent)


def _place(new: Path, real: Path) -> None:
    try:
        os.link(new, real)
    except FileExistsError:  # another process was first: its store is the store
        return
    except OSError:  # a file system without links: an empty file holds the place until the store takes it
        os.close(os.open(real, os.O_CREAT | os.O_EXCL, 0o600))
        new.replace(real)


def _keep_name(folder: Path) -> None:
    """The folder's own entry of the file goes to the disk as well."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

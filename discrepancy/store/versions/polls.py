"""The places that are looked at, one row each."""

from __future__ import annotations

import datetime as dt
import sqlite3

from discrepancy.followed import Condition, Poll
from discrepancy.store.asked import clean
from discrepancy.store.versions.cells import choice, maybe_time, maybe_time_cell, time_cell, time_from_cell

__all__ = ["drop_poll", "due", "next_due", "poll", "polls", "put_poll"]

_COLUMNS = (
    "key, source, address, next_at, condition, why, failures, unchanged,"
    " asked_at, answered_at, changed_at, etag, modified, digest, items"
)
_SELECT = f"SELECT {_COLUMNS} FROM watched_polls"  # noqa: S608 - no value
_PUT = f"INSERT OR REPLACE INTO watched_polls ({_COLUMNS}) VALUES ({', '.join('?' * 15)})"  # noqa: S608 - no value

_Row = tuple[str, str, str, str, str, str, int, int, str | None, str | None, str | None, str, str, str, int]


def _read(row: _Row) -> Poll:
    key, source, address, next_at, condition, why, failures, unchanged, *times, etag, modified, digest, items = row
    asked, answered, changed = (maybe_time(each) for each in times)
    return Poll(
        key=key,
        source=source,
        address=address,
        next_at=time_from_cell(next_at),
        condition=choice(Condition, condition),
        why=why,
        failures=failures,
        unchanged=unchanged,
        asked_at=asked,
        answered_at=answered,
        changed_at=changed,
        etag=etag,
        modified=modified,
        digest=digest,
        items=items,
    )


def poll(connection: sqlite3.Connection, key: str) -> Poll | None:
    """The place of that key; None where there is none."""
    row = connection.execute(f"{_SELECT} WHERE key = ?", [clean(key)]).fetchone()
    return _read(row) if row else None


def polls(connection: sqlite3.Connection) -> tuple[Poll, ...]:
    """All places, by their keys."""
    return tuple(map(_read, connection.execute(f"{_SELECT} ORDER BY key")))


def due(connection: sqlite3.Connection, now: dt.datetime, most: int) -> tuple[Poll, ...]:
    """Those whose time has come, the longest due first, so many at most."""
    rows = connection.execute(f"{_SELECT} WHERE next_at <= ? ORDER BY next_at, key LIMIT ?", [time_cell(now), most])
    return tuple(map(_read, rows))


def next_due(connection: sqlite3.Connection) -> dt.datetime | None:
    """When the first is due; None where there is no place."""
    [found] = connection.execute("SELECT min(next_at) FROM watched_polls").fetchone()
    return maybe_time(found)


def put_poll(connection: sqlite3.Connection, given: Poll) -> None:
    """Write a place, over the one of its key."""
    row = [
        clean(given.key),
        clean(given.source),
        clean(given.address),
        time_cell(given.next_at),
        given.condition.value,
        clean(given.why),
        given.failures,
        given.unchanged,
        maybe_time_cell(given.asked_at),
        maybe_time_cell(given.answered_at),
        maybe_time_cell(given.changed_at),
        clean(given.etag),
        clean(given.modified),
        given.digest,
        given.items,
    ]
    connection.execute(_PUT, row)


def drop_poll(connection: sqlite3.Connection, key: str) -> None:
    """Look at a place no more."""
    connection.execute("DELETE FROM watched_polls WHERE key = ?", [clean(key)])

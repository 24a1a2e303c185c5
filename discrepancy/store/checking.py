"""Whether a store is what this program wrote: the file, its tables, what points where, and the chain of hashes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from discrepancy.decided import Event
from discrepancy.errors import StoreBroken
from discrepancy.store.as_json import snapshot_as_json, snapshot_from_json
from discrepancy.store.asked import clean
from discrepancy.store.canonical import canonical, sha256
from discrepancy.store.chain import walk
from discrepancy.store.failures import BROKEN_REMEDY
from discrepancy.store.migrating import schema_of, schema_wanted
from discrepancy.store.records import Verified
from discrepancy.store.rows import events_where

__all__ = ["verify"]

PAGE = 1000
TOLD = 3
"""How many of SQLite's own lines are passed on: the first say enough."""


def verify(connection: sqlite3.Connection, path: Path) -> Verified:
    """Go through all of a store, inside a transaction.

    Raises:
        StoreBroken: something is wrong; the message says what and names the row.
    """
    try:
        _ensure_whole(connection)
        _ensure_untouched(connection)
        _ensure_snapshots(connection)
        head = walk(_log(connection))
        _ensure_pointing(connection)
    except (ValueError, TypeError, RecursionError) as why:
        what = f"The store does not verify: {why}."
        raise StoreBroken(what, where=str(path), remedy=BROKEN_REMEDY) from None
    return head


def _ensure_whole(connection: sqlite3.Connection) -> None:
    found = [str(line) for (line,) in connection.execute(f"PRAGMA integrity_check({TOLD})")]
    if found != ["ok"]:
        raise ValueError(f"the file is damaged ({'; '.join(found)})")


def _ensure_untouched(connection: sqlite3.Connection) -> None:
    """Without its triggers, a store's rows can be changed."""
    have, wanted = schema_of(connection), schema_wanted()
    differing = sorted(name for name in {*have, *wanted} if have.get(name) != wanted.get(name))
    if differing:
        raise ValueError(f"its tables, triggers or views were changed ({', '.join(differing)})")


def _ensure_snapshots(connection: sqlite3.Connection) -> None:
    for digest, finding, body in connection.execute("SELECT hash, finding, body FROM snapshots ORDER BY rowid"):
        snapshot = snapshot_from_json(json.loads(body))
        if (
            digest != sha256(body)
            or finding != clean(snapshot.finding)
            or body != canonical(snapshot_as_json(snapshot))
        ):
            raise ValueError(f"the finding kept under {digest} does not go with that hash: it was changed")


def _log(connection: sqlite3.Connection) -> Iterator[Event]:
    after, page = 0, PAGE
    while page == PAGE:
        events = events_where(connection, f"seq > ? ORDER BY seq LIMIT {PAGE}", [after])
        yield from events
        page, after = len(events), events[-1].seq if events else after


def _ensure_pointing(connection: sqlite3.Connection) -> None:
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    if lost:
        raise ValueError(f"row {lost[1]} of its table {lost[0]} points to a row of {lost[2]} that is not there")

"""Rows of the file as events, and events as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from discrepancy.decided import Action, Event, Matter, Ruling, Snapshot, Status, time_as_text
from discrepancy.errors import StoreBroken
from discrepancy.store.as_json import (
    message_as_json,
    message_from_json,
    snapshot_as_json,
    snapshot_from_json,
    time_from_text,
)
from discrepancy.store.asked import clean
from discrepancy.store.canonical import NOTHING, canonical, sha256
from discrepancy.store.chain import linked
from discrepancy.store.failures import BROKEN_REMEDY
from discrepancy.store.matters import matter_of
from discrepancy.store.records import Verified

__all__ = ["append", "event_of", "events_where", "ever_at", "head_of", "matter_at", "matters_where", "standing_at"]

_COLUMNS = (
    "seq, id, at, who, story, matter, action, ruling, note, assignee, undoes, changed, previous, events.hash, body"
)
_SELECT = f"SELECT {_COLUMNS} FROM events CROSS JOIN snapshots ON snapshots.hash = events.snapshot"  # noqa: S608 - no value
_INSERT = f"INSERT INTO events VALUES ({', '.join('?' * 15)})"  # noqa: S608 - marks for values, and no value
_ABOUT = (  # a cross join keeps SQLite from going through a whole story for the few rows of one finding
    "SELECT DISTINCT events.matter FROM snapshots CROSS JOIN events ON events.snapshot = snapshots.hash"
    " WHERE snapshots.finding = ? AND events.story = ?"
)
_KEPT = 20_000
"""Snapshots that are kept as objects: those of a large story, of a few thousand characters each."""

Row = tuple[int, str, str, str, str, str, str, str | None, str, str, str | None, str | None, str, str, str]


def event_of(row: Row) -> Event:
    """The event of a row of the columns above.

    Raises:
        StoreBroken: it is not what this program wrote.
    """
    try:
        return _read(row)
    except (ValueError, TypeError, RecursionError) as why:
        raise StoreBroken(f"Row {row[0]} of the store can not be read ({why}).", remedy=BROKEN_REMEDY) from None


def _read(row: Row) -> Event:
    if any(isinstance(cell, bytes) for cell in row):
        raise TypeError("there are bytes in the place of a text")
    seq, id_, at, who, story, matter, action, ruling, note, assignee, undoes, changed, previous, digest, body = row
    return Event(
        seq=seq,
        id=id_,
        at=time_from_text(at),
        who=who,
        story=story,
        matter=matter,
        action=Action(action),
        ruling=Ruling(ruling) if ruling else None,
        note=note,
        assignee=assignee,
        undoes=undoes or "",
        changed=message_from_json(json.loads(changed)) if changed else None,
        snapshot=_snapshot(body),
        previous=previous,
        hash=digest,
    )


@lru_cache(_KEPT)
def _snapshot(body: str) -> Snapshot:
    return snapshot_from_json(json.loads(body))


def events_where(connection: sqlite3.Connection, condition: str, values: Sequence[object]) -> list[Event]:
    """The events that an SQL condition holds for, with what comes behind it (order, limit)."""
    return [event_of(row) for row in connection.execute(f"{_SELECT} WHERE {condition}", values)]


def matter_at(connection: sqlite3.Connection, matter: str) -> list[Event]:
    """All events of a matter, in the order of the log."""
    return events_where(connection, "matter = ? ORDER BY seq", [matter])


def matters_where(events: Iterable[Event]) -> Iterator[Matter]:
    """The matters of whole stories' events, by the first event of each in the log."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.matter, []).append(event)
    yield from (matter_of(each) for each in found.values())


def standing_at(connection: sqlite3.Connection, story: str, finding: str) -> list[Event]:
    """The events of the matter that is the finding now; none where no matter is.

    Where two are, as when the values of one became those of another that was gone: the one that is not gone, and of
    such the one that was touched last.
    """
    now = [events for events in ever_at(connection, story, finding) if matter_of(events).finding == finding]
    return max(now, key=_how_present, default=[])


def ever_at(connection: sqlite3.Connection, story: str, finding: str) -> list[list[Event]]:
    """The events of each matter that ever was the finding, the matter first that was touched last."""
    found = connection.execute(_ABOUT, [clean(finding), story]).fetchall()
    about = [matter_at(connection, matter) for (matter,) in found]
    return sorted(about, key=lambda events: events[-1].seq, reverse=True)


def _how_present(events: list[Event]) -> tuple[bool, int]:
    return matter_of(events).status is not Status.RESOLVED, events[-1].seq


def head_of(connection: sqlite3.Connection) -> Verified:
    """The end of the log: its number of events, and the hash of the last."""
    row = connection.execute("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").fetchone()
    return Verified(events=row[0], head=row[1]) if row else Verified(events=0, head=NOTHING)


def append(connection: sqlite3.Connection, draft: Event) -> Event:
    """Write an event behind the last one, inside a transaction that writes; its place and hash are made here."""
    event = linked(draft, head_of(connection))
    body = canonical(snapshot_as_json(event.snapshot))
    snapshot = sha256(body)
    connection.execute(
        "INSERT INTO snapshots VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
        [snapshot, clean(event.snapshot.finding), body],
    )
    connection.execute(
        _INSERT,
        [
            event.seq,
            event.id,
            time_as_text(event.at),
            event.who,
            event.story,
            event.matter,
            event.action.value,
            event.ruling.value if event.ruling else None,
            event.note,
            event.assignee,
            event.undoes or None,
            canonical(message_as_json(event.changed)) if event.changed else None,
            snapshot,
            event.previous,
            event.hash,
        ],
    )
    return event

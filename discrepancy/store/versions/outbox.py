"""Messages to channels: each stands here as it was put together, until it is delivered."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import Any

from discrepancy.errors import Unknown
from discrepancy.followed import Telling
from discrepancy.store.asked import clean
from discrepancy.store.canonical import canonical
from discrepancy.store.versions.as_json import telling_as_json, telling_from_json
from discrepancy.store.versions.cells import maybe_time_cell, time_cell
from discrepancy.store.versions.findings import read_json

__all__ = ["delivered", "outbox", "put_out", "tried"]


def put_out(connection: sqlite3.Connection, tellings: Sequence[Telling]) -> None:
    """Put messages behind the others; one whose id is known is passed over."""
    connection.executemany(
        "INSERT INTO watched_tellings (id, channel, attempts, next_at, why, body) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO NOTHING",
        [
            (
                each.id,
                clean(each.channel),
                each.attempts,
                maybe_time_cell(each.next_at),
                clean(each.why),
                canonical(telling_as_json(each)),
            )
            for each in tellings
        ],
    )


def outbox(connection: sqlite3.Connection, channel: str | None, now: dt.datetime | None) -> tuple[Telling, ...]:
    """Messages that are not delivered: all, those to one channel, those whose time has come; in their order."""
    asked = [("channel = ?", clean(channel))] if channel is not None else []
    asked += [("(next_at IS NULL OR next_at <= ?)", time_cell(now))] if now is not None else []
    conditions = " AND ".join(["delivered IS NULL", *(condition for condition, _ in asked)])
    rows = connection.execute(
        f"SELECT body, attempts, next_at, why FROM watched_tellings WHERE {conditions} ORDER BY place",  # noqa: S608 - no value
        [value for _, value in asked],
    )
    return tuple(_read(*row) for row in rows)


def _read(body: str, attempts: int, next_at: str | None, why: str) -> Telling:
    def read(raw: dict[str, Any]) -> Telling:
        return telling_from_json(raw, attempts=attempts, next_at=next_at, why=why)

    return read_json(body, read)


def tried(connection: sqlite3.Connection, id_: str, next_at: dt.datetime | None, why: str) -> None:
    """A message was tried, and is tried again at ``next_at``; at the next look where that is None."""
    changed = connection.execute(
        "UPDATE watched_tellings SET attempts = attempts + 1, next_at = ?, why = ? WHERE id = ?",
        [maybe_time_cell(next_at), clean(why), id_],
    )
    _ensure_one(changed, id_)


def delivered(connection: sqlite3.Connection, id_: str, at: dt.datetime) -> None:
    """A message arrived."""
    changed = connection.execute("UPDATE watched_tellings SET delivered = ? WHERE id = ?", [time_cell(at), id_])
    _ensure_one(changed, id_)


def _ensure_one(changed: sqlite3.Cursor, id_: str) -> None:
    if not changed.rowcount:
        raise Unknown(f"There is no message {id_!r} in the store.")

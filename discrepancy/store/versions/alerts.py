"""Alerts: each is added once, held back for a while, and then let out."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from discrepancy.followed import Alert
from discrepancy.store.asked import clean
from discrepancy.store.canonical import canonical
from discrepancy.store.versions.as_json import alert_as_json, alert_from_json
from discrepancy.store.versions.cells import time_cell, time_from_cell
from discrepancy.store.versions.findings import read_json
from discrepancy.store.versions.names import known_as

__all__ = ["add_alert", "alerts", "held", "let_out", "told"]

_SELECT = "SELECT body, story FROM watched_alerts"


def _read(body: str, story: str) -> Alert:
    """A story may have got another id since."""
    alert = read_json(body, alert_from_json)
    return alert if alert.story == story else replace(alert, story=story)


def add_alert(connection: sqlite3.Connection, alert: Alert, due: dt.datetime) -> bool:
    """Add an alert behind the last one; False where one of its key is there."""
    story = known_as(connection, alert.story)
    added = connection.execute(
        "INSERT INTO watched_alerts (key, story, at, due, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        [alert.key, story, time_cell(alert.at), time_cell(due), canonical(alert_as_json(alert))],
    )
    return bool(added.rowcount)


def alerts(connection: sqlite3.Connection, story: str | None, since: dt.datetime | None) -> tuple[Alert, ...]:
    """All alerts, those of one story, those that arose from a time on; in the order in which they were added."""
    asked = [("story = ?", clean(story))] if story is not None else []
    asked += [("at >= ?", time_cell(since))] if since is not None else []
    where = f" WHERE {' AND '.join(condition for condition, _ in asked)}" if asked else ""
    rows = connection.execute(f"{_SELECT}{where} ORDER BY place", [value for _, value in asked])
    return tuple(_read(*row) for row in rows)


def held(connection: sqlite3.Connection) -> tuple[tuple[Alert, dt.datetime], ...]:
    """Those that were not let out, each with when it is due, in the order in which they were added."""
    rows = connection.execute("SELECT body, story, due FROM watched_alerts WHERE released IS NULL ORDER BY place")
    return tuple((_read(body, story), time_from_cell(due)) for body, story, due in rows)


def let_out(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Hold these back no more."""
    [turn] = connection.execute("SELECT coalesce(max(released), 0) + 1 FROM watched_alerts").fetchone()
    connection.executemany(
        "UPDATE watched_alerts SET released = ? WHERE key = ? AND released IS NULL", [(turn, key) for key in keys]
    )


def told(connection: sqlite3.Connection, most: int) -> tuple[Alert, ...]:
    """Those that were let out, the last ones first, so many at most."""
    rows = connection.execute(
        f"{_SELECT} WHERE released IS NOT NULL ORDER BY released DESC, place DESC LIMIT ?", [most]
    )
    return tuple(_read(*row) for row in rows)

"""What was found: what changed in a version, and the findings in what stands of a story, each list as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from discrepancy.decided import Snapshot
from discrepancy.errors import StoreBroken
from discrepancy.followed import Change
from discrepancy.store.asked import clean
from discrepancy.store.canonical import Json, canonical
from discrepancy.store.failures import BROKEN_REMEDY
from discrepancy.store.versions.as_json import change_as_json, change_from_json, finding_as_json, finding_from_json
from discrepancy.store.versions.names import ensure_story, known_as
from discrepancy.store.versions.rows import ensure_version

__all__ = ["changes", "changes_of", "move_snapshots", "put_changes", "put_snapshots", "read_json", "snapshots"]

_Read = TypeVar("_Read")


def read_json(body: str, read: Callable[[Any], _Read]) -> _Read:
    """What was written as JSON.

    Raises:
        StoreBroken: it can not be read.
    """
    try:
        return read(json.loads(body))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as why:
        raise StoreBroken(f"A row of the store can not be read ({why}).", remedy=BROKEN_REMEDY) from None


def _each(read: Callable[[Any], _Read]) -> Callable[[list[Any]], tuple[_Read, ...]]:
    return lambda found: tuple(map(read, found))


def _put(connection: sqlite3.Connection, table: str, key: int | str, rows: Iterable[Json]) -> None:
    """A list of nothing is no row."""
    name = "number" if isinstance(key, int) else "story"
    connection.execute(f"DELETE FROM {table} WHERE {name} = ?", [key])  # noqa: S608 - names of ours
    body = list(rows)
    if body:
        connection.execute(f"INSERT INTO {table} VALUES (?, ?)", [key, canonical(body)])  # noqa: S608 - names of ours


def put_changes(connection: sqlite3.Connection, number: int, given: Sequence[Change]) -> None:
    """Keep what changed in a version, in place of what was kept of it.

    Raises:
        Unknown: there is no such version.
    """
    ensure_version(connection, number)
    _put(connection, "watched_changes", number, map(change_as_json, given))


def changes(connection: sqlite3.Connection, number: int) -> tuple[Change, ...]:
    """What changed in a version."""
    row = connection.execute("SELECT body FROM watched_changes WHERE number = ?", [number]).fetchone()
    return read_json(row[0], _each(change_from_json)) if row else ()


def changes_of(connection: sqlite3.Connection, story: str) -> dict[int, tuple[Change, ...]]:
    """What changed in those versions of a story in which anything did, by their numbers."""
    rows = connection.execute(
        "SELECT number, body FROM watched_articles CROSS JOIN watched_versions ON article = id"
        " JOIN watched_changes USING (number) WHERE story = ? ORDER BY number",
        [clean(story)],
    )
    return {number: read_json(body, _each(change_from_json)) for number, body in rows}


def put_snapshots(connection: sqlite3.Connection, story: str, given: Sequence[Snapshot]) -> None:
    """Keep the findings in what stands of a story, in place of those that were kept.

    Raises:
        Unknown: there is no such story.
    """
    story = known_as(connection, story)
    ensure_story(connection, story)
    _put(connection, "watched_snapshots", story, map(finding_as_json, given))


def snapshots(connection: sqlite3.Connection, story: str) -> tuple[Snapshot, ...]:
    """The findings in what stood of a story when it was last looked at."""
    row = connection.execute("SELECT body FROM watched_snapshots WHERE story = ?", [clean(story)]).fetchone()
    return read_json(row[0], _each(finding_from_json)) if row else ()


def move_snapshots(connection: sqlite3.Connection, into: str, other: str) -> None:
    """Two stories are one: it has the findings of both."""
    both = dict.fromkeys([*snapshots(connection, into), *snapshots(connection, other)])
    put_snapshots(connection, other, ())
    put_snapshots(connection, into, tuple(both))

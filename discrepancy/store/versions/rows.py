"""Versions as rows: what is read of them, in the order in which they were seen."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence

from discrepancy.errors import Unknown
from discrepancy.followed import Version, VersionState
from discrepancy.store.asked import clean
from discrepancy.store.versions.cells import choice, day_from_cell, maybe_time, time_from_cell

__all__ = [
    "before",
    "ensure_version",
    "is_waiting",
    "last_seen",
    "standing",
    "unworked",
    "unworked_count",
    "version",
    "versions_of",
    "versions_of_article",
]

_SELECT = (
    "SELECT number, article, source, seen, watched_versions.digest, story, address, title, published, state, why, own"
    " FROM watched_versions JOIN watched_articles ON id = article"
)
_OF_A_STORY = (  # a cross join keeps SQLite from going through all versions for those of one story
    _SELECT.replace("watched_versions JOIN watched_articles ON id = article", "watched_articles CROSS JOIN ")
    + "watched_versions ON article = id"
)

_Row = tuple[int, str, str, str, str | None, str | None, str, str, str | None, str, str, int]


def _read(row: _Row) -> Version:
    number, article, source, seen, digest, story, address, title, published, state, why, own = row
    return Version(
        number=number,
        article=article,
        source=source,
        seen=time_from_cell(seen),
        digest=digest or "",
        story=story or "",
        address=address,
        title=title,
        published=day_from_cell(published),
        state=choice(VersionState, state),
        why=why,
        own=bool(own),
    )


def _where(connection: sqlite3.Connection, condition: str, values: Sequence[object]) -> tuple[Version, ...]:
    return tuple(map(_read, connection.execute(f"{_SELECT} WHERE {condition}", values)))


def version(connection: sqlite3.Connection, number: int) -> Version:
    """The version of that number.

    Raises:
        Unknown: there is none.
    """
    ensure_version(connection, number)
    return _where(connection, "number = ?", [number])[0]


def ensure_version(connection: sqlite3.Connection, number: int) -> None:
    """Find out whether there is a version of that number.

    Raises:
        Unknown: there is none.
    """
    if not connection.execute("SELECT 1 FROM watched_versions WHERE number = ?", [number]).fetchone():
        raise Unknown(f"There is no version {number} in the store.")


def is_waiting(connection: sqlite3.Connection, article: str) -> bool:
    """Whether a version of an article is still to be worked off."""
    found = connection.execute(
        "SELECT 1 FROM watched_versions WHERE article = ? AND worked = 0 LIMIT 1", [clean(article)]
    )
    return found.fetchone() is not None


def unworked_count(connection: sqlite3.Connection) -> int:
    """How many versions are to be worked off."""
    return int(connection.execute("SELECT count(*) FROM watched_versions WHERE worked = 0").fetchone()[0])


def unworked(connection: sqlite3.Connection) -> Version | None:
    """The first version that is not worked off; None where all are."""
    found = _where(connection, "worked = 0 ORDER BY number LIMIT 1", [])
    return found[0] if found else None


def before(connection: sqlite3.Connection, number: int) -> Version | None:
    """The last version of the same article before this one that is an article, and is worked off."""
    condition = (
        "article = (SELECT article FROM watched_versions WHERE number = ?1)"
        " AND number < ?1 AND worked = 1 AND state = 'article' ORDER BY number DESC LIMIT 1"
    )
    found = _where(connection, condition, [number])
    return found[0] if found else None


def standing(connection: sqlite3.Connection, story: str) -> tuple[Version, ...]:
    """What the articles of a story say now, one version each, by number."""
    rows = connection.execute(f"{_OF_A_STORY} AND number = stands WHERE story = ? ORDER BY number", [clean(story)])
    return tuple(map(_read, rows))


def versions_of(connection: sqlite3.Connection, story: str) -> tuple[Version, ...]:
    """All versions of all articles of a story, by number."""
    return tuple(map(_read, connection.execute(f"{_OF_A_STORY} WHERE story = ? ORDER BY number", [clean(story)])))


def versions_of_article(connection: sqlite3.Connection, article: str) -> tuple[Version, ...]:
    """All versions of an article, by number."""
    return _where(connection, "article = ? ORDER BY number", [clean(article)])


def last_seen(connection: sqlite3.Connection) -> dt.datetime | None:
    """When the last version was seen; None where there is none."""
    row = connection.execute("SELECT seen FROM watched_versions ORDER BY number DESC LIMIT 1").fetchone()
    return maybe_time(row[0] if row else None)

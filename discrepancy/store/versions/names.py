"""What a story is known by: its id, those that it had before it was found to be another, and how they begin."""

from __future__ import annotations

import sqlite3

from discrepancy.errors import Unknown
from discrepancy.store.asked import clean

__all__ = ["ensure_story", "known_as", "story_of"]

_SHORTEST = 4
"""Letters that the beginning of an id must have to stand for it."""


def known_as(connection: sqlite3.Connection, story: str) -> str:
    """The id that a story is known by now; what is no story's former id is given back as it is."""
    row = connection.execute("SELECT story FROM watched_names WHERE name = ?", [clean(story)]).fetchone()
    return str(row[0]) if row else clean(story)


def ensure_story(connection: sqlite3.Connection, story: str, otherwise: str = "") -> None:
    """Find out whether there is a story of that id.

    Raises:
        Unknown: there is none; ``otherwise`` says so in other words.
    """
    if not connection.execute("SELECT 1 FROM watched_stories WHERE id = ?", [story]).fetchone():
        raise Unknown(otherwise or f"There is no story {story!r} in the store.")


def story_of(connection: sqlite3.Connection, name: str) -> str | None:
    """The id that a story is known by now, from its id, a former one, or a beginning that is of one story only."""
    name = clean(name)
    every = "SELECT id AS name, id AS story FROM watched_stories UNION ALL SELECT name, story FROM watched_names"
    exact = connection.execute(f"SELECT story FROM ({every}) WHERE name = ?", [name]).fetchone()  # noqa: S608 - no value
    if exact:
        return str(exact[0])
    if len(name) < _SHORTEST:
        return None
    begun = f"SELECT DISTINCT story FROM ({every}) WHERE substr(name, 1, ?) = ? LIMIT 2"  # noqa: S608 - no value
    found = connection.execute(begun, [len(name), name]).fetchall()
    return str(found[0][0]) if len(found) == 1 else None

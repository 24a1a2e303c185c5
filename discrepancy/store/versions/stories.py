"""Stories: what articles are told of one thing, and the names that a story had before it was found to be another."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

from discrepancy.errors import Unknown
from discrepancy.store.asked import clean
from discrepancy.store.versions.cells import time_from_cell
from discrepancy.store.versions.findings import move_snapshots
from discrepancy.store.versions.names import ensure_story, known_as
from discrepancy.store.versions.records import StoryRow

__all__ = ["articles_of", "merge", "place", "stories", "titles"]

_COUNTED = (
    "SELECT watched_stories.id, watched_stories.title, first, max(seen), count(DISTINCT article), count(number)"
    " FROM watched_stories JOIN watched_articles ON story = watched_stories.id"
    " JOIN watched_versions ON article = watched_articles.id"
    " GROUP BY watched_stories.id ORDER BY first, watched_stories.id"
)


def place(connection: sqlite3.Connection, article: str, story: str, day: dt.date | None) -> None:
    """Say which story an article is of; the story is made where there is none of that id.

    Raises:
        Unknown: there is no such article, or no version of it.
    """
    story, article = known_as(connection, story), clean(article)
    connection.execute(
        "INSERT INTO watched_stories (id, title, first)"
        " SELECT ?, title, seen FROM watched_versions WHERE article = ? ORDER BY state = 'article' DESC, number LIMIT 1"
        " ON CONFLICT DO NOTHING",
        [story, article],
    )
    missing = f"There is no article {article!r} with a version in the store."
    ensure_story(connection, story, missing)
    if not connection.execute("UPDATE watched_articles SET story = ? WHERE id = ?", [story, article]).rowcount:
        raise Unknown(missing)
    if day is not None:
        connection.execute("UPDATE watched_sketches SET placed = ? WHERE article = ?", [_iso(day), article])


def _iso(day: dt.date) -> str:
    return (day.date() if isinstance(day, dt.datetime) else day).isoformat()


def merge(connection: sqlite3.Connection, into: str, other: str) -> None:
    """Two stories are one: ``other`` is a former name of ``into`` from now on, and all that it had goes over.

    Raises:
        Unknown: one of them is no story.
    """
    into, other = known_as(connection, into), known_as(connection, other)
    for each in (into, other):
        ensure_story(connection, each)
    if into == other:
        return
    for table in ("watched_articles", "watched_alerts", "watched_names"):
        connection.execute(f"UPDATE {table} SET story = ? WHERE story = ?", [into, other])  # noqa: S608 - names of ours
    move_snapshots(connection, into, other)
    connection.execute("INSERT INTO watched_names VALUES (?, ?)", [other, into])
    earlier = "SELECT title, first FROM watched_stories WHERE id IN (?, ?) ORDER BY first, id = ? LIMIT 1"
    title, first = connection.execute(earlier, [into, other, other]).fetchone()
    connection.execute("UPDATE watched_stories SET title = ?, first = ? WHERE id = ?", [title, first, into])
    connection.execute("DELETE FROM watched_stories WHERE id = ?", [other])


def stories(connection: sqlite3.Connection) -> tuple[StoryRow, ...]:
    """All stories, by when they were first seen."""
    formerly: dict[str, list[str]] = {}
    for name, story in connection.execute("SELECT name, story FROM watched_names ORDER BY name"):
        formerly.setdefault(story, []).append(name)
    return tuple(
        StoryRow(
            id=story,
            title=title,
            first=time_from_cell(first),
            last=time_from_cell(last),
            articles=articles,
            versions=versions,
            formerly=tuple(formerly.get(story, ())),
        )
        for story, title, first, last, articles, versions in connection.execute(_COUNTED)
    )


def titles(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The headlines of stories by their ids; quicker than all that is known of all of them."""
    asked = "SELECT title FROM watched_stories WHERE id = ?"
    found = ((story, connection.execute(asked, [clean(story)]).fetchone()) for story in dict.fromkeys(ids))
    return {story: str(row[0]) for story, row in found if row}


def articles_of(connection: sqlite3.Connection, story: str) -> tuple[str, ...]:
    """The ids of a story's articles, by the first version of each."""
    rows = connection.execute(
        "SELECT id FROM watched_articles JOIN watched_versions ON article = id WHERE story = ?"
        " GROUP BY id ORDER BY min(number)",
        [clean(story)],
    )
    return tuple(article for (article,) in rows)

"""By what articles are found to be of one story: the sketch of each one's latest version."""

from __future__ import annotations

import datetime as dt
import sqlite3

from discrepancy.documents import Sketch
from discrepancy.store.asked import clean
from discrepancy.store.versions.cells import day_from_cell

__all__ = ["PAGE", "put_sketch", "sketches"]

PAGE = 1000
"""Sketches that are read at a time: about 1 MB."""

Told = tuple[int, tuple[str, Sketch, str]]
"""The number of an article's first version, and the article, its sketch and its story."""


def put_sketch(connection: sqlite3.Connection, article: str, number: int, sketch: Sketch) -> None:
    """Keep the sketch of version ``number`` of an article, in place of that of the version before."""
    day = sketch.day.isoformat() if sketch.day else None
    texts = [clean(each) for each in (sketch.id, sketch.story, sketch.key)]
    connection.execute(
        "INSERT INTO watched_sketches (article, first, day, id, story, key, rows, terms, counts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO UPDATE SET day = excluded.day, id = excluded.id,"
        " story = excluded.story, key = excluded.key, rows = excluded.rows, terms = excluded.terms,"
        " counts = excluded.counts",
        [article, number, day, *texts, sketch.rows, sketch.terms, sketch.counts],
    )


def sketches(connection: sqlite3.Connection, since: dt.date, after: int) -> list[Told]:
    """A page of those of a day from ``since`` on, or of none, behind the article that began with version ``after``.

    The day is what the sketch says, or else what was said when its article was placed.
    """
    rows = connection.execute(
        "SELECT first, article, watched_sketches.id, day, watched_sketches.story, key, rows, terms, counts,"
        " watched_articles.story FROM watched_sketches CROSS JOIN watched_articles ON watched_articles.id = article"
        " WHERE first > ?1 AND coalesce(day, placed, ?2) >= ?2 AND watched_articles.story IS NOT NULL"
        " ORDER BY first LIMIT ?3",
        [after, since.isoformat(), PAGE],
    )
    return [(first, (article, _sketch(*cells), story)) for first, article, *cells, story in rows]


def _sketch(id_: str, day: str | None, story: str, key: str, rows: bytes, terms: bytes, counts: bytes) -> Sketch:
    return Sketch(id=id_, day=day_from_cell(day), story=story, key=key, rows=rows, terms=terms, counts=counts)

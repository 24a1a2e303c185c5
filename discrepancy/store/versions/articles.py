"""Articles: what one source has at one place, and the keys by which it is known again."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass

from discrepancy.errors import Unknown
from discrepancy.followed import Found
from discrepancy.store.asked import clean

__all__ = ["Article", "article_at", "article_id", "files_of", "keys_of", "know", "restand", "supersede"]

_DIGITS = 16
_FILES = ("path:", "path;")
"""All keys that begin with "path:" stand between these."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was found: its id, the digest of the bytes that it last had, and whether it was not known."""

    id: str
    digest: str
    new: bool = False


def article_id(source: str, key: str) -> str:
    """The id of the article of a source that was first known by ``key``: the same in every store."""
    return hashlib.sha256(f"{clean(source)}\n{clean(key)}".encode()).hexdigest()[:_DIGITS]


def article_at(connection: sqlite3.Connection, found: Found) -> Article | None:
    """The article that the surest of the keys was met under; None where none of them was."""
    source = clean(found.source)
    for key in found.keys:
        row = connection.execute(
            "SELECT id, digest FROM watched_keys JOIN watched_articles ON id = article"
            " WHERE watched_keys.source = ? AND key = ?",
            [source, clean(key)],
        ).fetchone()
        if row:
            return Article(*row)
    return None


def know(connection: sqlite3.Connection, found: Found) -> Article:
    """The article that was found, made if it is new; it is known by all of the keys that are not another's."""
    article = article_at(connection, found)
    source = clean(found.source)
    if article is None:
        if not found.keys:
            raise ValueError(f"what was found at {found.address or found.source!r} has no key")
        article = Article(article_id(source, found.keys[0]), digest="", new=True)
        connection.execute("INSERT INTO watched_articles (id, source) VALUES (?, ?)", [article.id, source])
    rows = [(source, clean(key), article.id) for key in found.keys]
    connection.executemany(
        "INSERT INTO watched_keys (source, key, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows
    )
    return article


def keys_of(connection: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """What an article is known by, in the order in which it was met under them."""
    rows = connection.execute("SELECT key FROM watched_keys WHERE article = ? ORDER BY place", [clean(article)])
    return tuple(key for (key,) in rows)


def files_of(connection: sqlite3.Connection, source: str) -> dict[str, str]:
    """The keys of the files of a source that are there, each with the digest of the bytes that it last had."""
    rows = connection.execute(
        "SELECT key, digest FROM watched_keys JOIN watched_articles ON id = article"
        " WHERE watched_keys.source = ? AND key >= ? AND key < ? AND digest <> '' ORDER BY key",
        [clean(source), *_FILES],
    )
    return dict(rows.fetchall())


def restand(connection: sqlite3.Connection, article: str) -> None:
    """Work out which version of an article stands: its last one that is an article and was not taken away since."""
    connection.execute(
        "UPDATE watched_articles SET superseded_by = '', stands = ("
        " SELECT CASE state WHEN 'article' THEN number END FROM watched_versions"
        " WHERE article = ?1 AND worked = 1 AND state IN ('article', 'gone') ORDER BY number DESC LIMIT 1"
        ") WHERE id = ?1",
        [article],
    )


def supersede(connection: sqlite3.Connection, article: str, by: str) -> None:
    """Another article of the source took its place: what it has stands no more, until it has another version.

    Raises:
        Unknown: there is no such article.
    """
    changed = connection.execute(
        "UPDATE watched_articles SET stands = NULL, superseded_by = ? WHERE id = ?", [clean(by), clean(article)]
    )
    if not changed.rowcount:
        raise Unknown(f"There is no article {article!r} in the store.")

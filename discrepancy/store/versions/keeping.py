"""What was found becomes a version, a version is worked off, or it turns out to be none."""

from __future__ import annotations

import datetime as dt
import sqlite3

from discrepancy.documents import Document
from discrepancy.followed import Found, VersionState
from discrepancy.store.asked import clean
from discrepancy.store.versions import articles, contents, rows
from discrepancy.store.versions.cells import time_cell
from discrepancy.store.versions.records import Kept

__all__ = ["finish", "keep", "unchanged"]


def keep(connection: sqlite3.Connection, found: Found, seen: dt.datetime, *, own: bool) -> Kept:
    """Keep what was found, where it is not what its article had last."""
    if found.gone:
        return _keep_gone(connection, found, seen, own=own)
    article = articles.know(connection, found)
    digest = contents.digest_of(found.data)
    if (found.follow and not found.data) or digest == article.digest:
        return Kept(number=None, article=article.id, new=article.new)
    at = _in_order(connection, seen)
    contents.keep_content(connection, digest, found.data, at)
    number = _add(connection, found, article.id, at, digest=digest, own=own)
    return Kept(number=number, article=article.id, new=article.new)


def _keep_gone(connection: sqlite3.Connection, found: Found, seen: dt.datetime, *, own: bool) -> Kept:
    """It is no longer there: that is a version where there was something before."""
    article = articles.article_at(connection, found)
    if article is None:
        return Kept(number=None, article="", new=False)
    last = connection.execute(
        "SELECT state FROM watched_versions WHERE article = ? ORDER BY number DESC LIMIT 1", [article.id]
    ).fetchone()
    if last is None or last[0] == VersionState.GONE:
        return Kept(number=None, article=article.id, new=False)
    number = _add(connection, found, article.id, _in_order(connection, seen), digest="", own=own)
    return Kept(number=number, article=article.id, new=False)


def _in_order(connection: sqlite3.Connection, seen: dt.datetime) -> str:
    """Versions are in the order of their times, whatever is done to the clock."""
    last = rows.last_seen(connection)
    return time_cell(seen if last is None else max(seen, last))


def _add(connection: sqlite3.Connection, found: Found, article: str, at: str, *, digest: str, own: bool) -> int:
    state = VersionState.ARTICLE if digest else VersionState.GONE
    added = connection.execute(
        "INSERT INTO watched_versions (article, digest, name, address, title, seen, state, own)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            article,
            digest or None,
            clean(found.name),
            clean(found.address),
            clean(found.title),
            at,
            state.value,
            int(own),
        ],
    )
    connection.execute("UPDATE watched_articles SET digest = ? WHERE id = ?", [digest, article])
    return int(added.lastrowid or 0)


def finish(
    connection: sqlite3.Connection, number: int, *, state: VersionState, why: str, document: Document | None
) -> str:
    """Work off a version: what it is, and what it was read as; the id of its article.

    Raises:
        Unknown: there is no such version.
    """
    title = clean(document.title) if document else ""
    published = document.published.isoformat() if document and document.published else None
    article = rows.version(connection, number).article
    connection.execute(
        "UPDATE watched_versions SET state = ?, why = ?, worked = 1, published = ?,"
        " title = CASE ? WHEN '' THEN title ELSE ? END WHERE number = ?",
        [state.value, clean(why), published, title, title, number],
    )
    contents.put_document(connection, number, document)
    if state in (VersionState.ARTICLE, VersionState.GONE):
        articles.restand(connection, article)
    return article


def unchanged(connection: sqlite3.Connection, number: int) -> bool:
    """Remove a version whose words are those of the one before; False where the one right before is no article.

    The article goes on to have the digest of its bytes: they are not read again.
    """
    found = rows.version(connection, number)
    if connection.execute("SELECT worked FROM watched_versions WHERE number = ?", [number]).fetchone()[0]:
        raise ValueError(f"version {number} is worked off: it stays")
    previous = connection.execute(
        "SELECT state, worked FROM watched_versions WHERE article = ? AND number < ? ORDER BY number DESC LIMIT 1",
        [found.article, number],
    ).fetchone()
    if previous != (VersionState.ARTICLE.value, 1):
        return False
    connection.execute("DELETE FROM watched_versions WHERE number = ?", [number])
    contents.drop_unused(connection, found.digest)
    return True

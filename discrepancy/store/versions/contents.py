"""Bytes as they came, each kept once, and the documents that were read from them."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
import zlib

from discrepancy.documents import Document
from discrepancy.errors import StoreBroken
from discrepancy.packed import Unpackable, pack, unpack
from discrepancy.store.failures import BROKEN_REMEDY
from discrepancy.store.versions.cells import time_cell

__all__ = ["digest_of", "document", "drop_unused", "keep_content", "let_go", "put_document", "raw"]

_FAST = 1
"""zlib's level: news shrinks to 45 % with it in a third of the time that 42 % takes."""


def digest_of(data: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def keep_content(connection: sqlite3.Connection, digest: str, data: bytes, seen: str) -> None:
    """Keep bytes, if they are not there; ``seen`` is the cell of the time when they were."""
    connection.execute(
        "INSERT INTO watched_contents (digest, used, data) VALUES (?, ?, ?) ON CONFLICT (digest)"
        " DO UPDATE SET used = max(used, excluded.used), data = coalesce(data, excluded.data)",
        [digest, seen, zlib.compress(data, _FAST)],
    )


def drop_unused(connection: sqlite3.Connection, digest: str) -> None:
    """Drop bytes that no version has."""
    connection.execute(
        "DELETE FROM watched_contents WHERE digest = ?1"
        " AND NOT EXISTS (SELECT 1 FROM watched_versions WHERE digest = ?1)",
        [digest],
    )


def raw(connection: sqlite3.Connection, number: int) -> tuple[str, bytes] | None:
    """The file's name and the bytes of a version; None where it has none, or they were let go.

    Raises:
        StoreBroken: they are not those that were kept.
    """
    row = connection.execute(
        "SELECT name, digest, data FROM watched_versions JOIN watched_contents USING (digest)"
        " WHERE number = ? AND data IS NOT NULL",
        [number],
    ).fetchone()
    if row is None:
        return None
    name, digest, packed = row
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        data = None
    if data is None or digest_of(data) != digest:
        raise StoreBroken(f"The bytes of version {number} are not those that were kept.", remedy=BROKEN_REMEDY)
    return name, data


def put_document(connection: sqlite3.Connection, number: int, given: Document | None) -> None:
    """Keep what a version was read as, in place of what it was read as before."""
    connection.execute("DELETE FROM watched_documents WHERE number = ?", [number])
    if given is not None:
        packed = zlib.compress(pack(given), _FAST)
        connection.execute("INSERT INTO watched_documents (number, data) VALUES (?, ?)", [number, packed])


def document(connection: sqlite3.Connection, number: int) -> Document | None:
    """What a version was read as; None where it was not, or where an earlier program packed it otherwise."""
    row = connection.execute("SELECT data FROM watched_documents WHERE number = ?", [number]).fetchone()
    if row is None:
        return None
    try:
        found = unpack(zlib.decompress(row[0]))
    except (Unpackable, zlib.error):
        return None
    return found if isinstance(found, Document) else None


def let_go(connection: sqlite3.Connection, before: dt.datetime) -> int:
    """Drop the bytes that were last seen before a time, but those that are still to be read; how many they take up."""
    old = (
        "data IS NOT NULL AND used < ? AND NOT EXISTS (SELECT 1 FROM watched_versions"
        " WHERE watched_versions.digest = watched_contents.digest AND worked = 0)"
    )
    values = [time_cell(before)]
    size = connection.execute(f"SELECT sum(length(data)) FROM watched_contents WHERE {old}", values).fetchone()[0]  # noqa: S608 - no value
    connection.execute(f"UPDATE watched_contents SET data = NULL WHERE {old}", values)  # noqa: S608 - no value
    return int(size or 0)

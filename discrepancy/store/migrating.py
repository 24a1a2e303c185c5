"""The tables' versions: one numbered file of SQL each in ``migrations/``, found by being there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from discrepancy.errors import StoreError, StoreNewer
from discrepancy.store.session import transaction

__all__ = ["APPLICATION", "ensure_known", "migrate", "schema_of", "schema_wanted", "version_of"]

APPLICATION = int.from_bytes(b"dscr", "big")
"""Stands in the header of the file, so that it is known for a store of ours."""
FOLDER = Path(__file__).parent / "migrations"


def migrations() -> dict[int, Path]:
    """The files by their numbers, which count from 1."""
    return {int(path.name.split("_")[0]): path for path in sorted(FOLDER.glob("[0-9]*_*.sql"))}


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction that they stand in."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that the store has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, patience: float) -> None:
    """Bring a store to the newest version, in one transaction; two processes may try it at once."""
    if version_of(connection) >= max(migrations()):
        return
    with transaction(connection, "BEGIN IMMEDIATE", patience):
        have = version_of(connection)
        for number, path in migrations().items():
            if number > have:
                for statement in statements(path.read_text(encoding="utf-8")):
                    connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(migrations())}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def ensure_known(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Find out whether this program knows the store's version.

    Raises:
        StoreNewer: a later version of this program made it.
        StoreError: it would have to be brought up to date, and is only to be read.
    """
    have, newest = version_of(connection), max(migrations())
    if have > newest:
        what = f"The store is of version {have}; this program knows version {newest}."
        raise StoreNewer(what, where=str(path), remedy="Use the newer discrepancy that made it; nothing was touched.")
    if read_only and have < newest:
        what = f"The store is of version {have}, and has to be brought to version {newest} before it can be read."
        raise StoreError(what, where=str(path), remedy="Check against it once where it can be written, or use a copy.")


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The tables, indexes, triggers and views of a store by name, each as it was made."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {str(name): str(sql) for name, sql in found}


def schema_wanted() -> dict[str, str]:
    """What :func:`schema_of` gives of a store that nobody tampered with."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, patience=0)
        return schema_of(connection)

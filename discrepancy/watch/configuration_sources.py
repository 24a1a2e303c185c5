"""``[[feeds]]``, ``[[pages]]`` and ``[[folders]]``: what is watched, each named once and each place once."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from discrepancy.config.toml_places import Way
from discrepancy.documents import SourceRole
from discrepancy.followed import SourceKind
from discrepancy.watch.configuration_tables import Tables
from discrepancy.watch.configuration_values import Reader, address, flag, length, one_of, path, text
from discrepancy.watch.configured import Source

__all__ = ["TABLES", "read_sources", "real"]

_DAY: Final = dt.timedelta(days=1)
_OFTEN: Final = length(dt.timedelta(seconds=10), _DAY)
"""How often somebody else's server is asked."""
_ROLES: Final = (SourceRole.WIRE.value, SourceRole.RIVAL.value, SourceRole.DRAFT.value)
_OF_ALL: Final[Mapping[str, Reader]] = {
    "name": text,
    "own": flag,
    "role": one_of(_ROLES, "role", SourceRole),
    "family": text,
}
_READERS: Final[Mapping[SourceKind, Mapping[str, Reader]]] = {
    SourceKind.FEED: {"address": address, "every": _OFTEN, "follow": flag, "pages_every": _OFTEN, **_OF_ALL},
    SourceKind.PAGE: {"address": address, "every": _OFTEN, **_OF_ALL},
    SourceKind.FOLDER: {"path": path, "every": length(dt.timedelta(seconds=1), _DAY), **_OF_ALL},
}
_EVERY: Final = {
    SourceKind.FEED: dt.timedelta(minutes=5),
    SourceKind.PAGE: dt.timedelta(minutes=15),
    SourceKind.FOLDER: dt.timedelta(seconds=30),
}
_PORTS: Final = {"http": 80, "https": 443}
TABLES: Final = {"feeds": SourceKind.FEED, "pages": SourceKind.PAGE, "folders": SourceKind.FOLDER}


def read_sources(tables: Tables) -> tuple[tuple[Source, Way], ...]:
    """The sources in the order of the file's kinds of table, each with the way to it; mistakes are noted."""
    found: list[tuple[Source, Way]] = []
    others = _Others()
    for name, kind in TABLES.items():
        for way, table in tables.several(name):
            source = _source(tables, way, kind, tables.read(way, table, _READERS[kind]), table)
            if source is not None and others.add(tables, way, source):
                found.append((source, way))
    if not any(tables.all.get(name) for name in TABLES):
        tables.mistake(
            (), "names nothing to watch.", 'Add [[feeds]], and below it name = "…" and address = "https://…".'
        )
    return tuple(found)


def real(given: Path) -> Path:
    """A path as the system knows it, links followed, so that two ways to one place are known to be that."""
    return Path(os.path.realpath(given))


def _source(
    tables: Tables, way: Way, kind: SourceKind, values: dict[str, Any], table: Mapping[str, object]
) -> Source | None:
    """One source; None where what it can not be without is not there, or is a mistake that was noted."""
    place = "path" if kind is SourceKind.FOLDER else "address"
    for key in ("name", place):
        if key not in table:
            tables.mistake(way, f"has no {key}.", f'Write {key} = "…" below [[{way[0]}]].')
    if "pages_every" in table and not values.get("follow"):
        what = "“pages_every” is for feeds whose pages are read, and this one's are not."
        tables.mistake((*way, "pages_every"), what, "Add follow = true, or take it out.")
    if not {"name", place} <= values.keys():
        return None
    folder = values.get("path")
    if folder is not None and folder.exists() and not folder.is_dir():
        tables.mistake((*way, "path"), "“path” leads to a file.", "Name the folder that articles are put into.")
    values["every"] = values.get("every", _EVERY[kind])
    whose = _whose(tables, way, values)
    return Source(kind=kind, **values, **whose)


def _whose(tables: Tables, way: Way, values: dict[str, Any]) -> dict[str, Any]:
    """``own`` and ``role``, taken out of the values: what is one's own is a draft, and what is a draft is one's own."""
    own, role = values.pop("own", None), values.pop("role", SourceRole.UNKNOWN)
    is_draft = role is SourceRole.DRAFT
    if own and role not in {SourceRole.UNKNOWN, SourceRole.DRAFT}:
        what = f"one's own copy is no {role.value}'s."
        tables.mistake((*way, "role"), what, "Take out own = true or the role.")
    if own is False and is_draft:
        tables.mistake((*way, "own"), "a draft is one's own.", "Take out own = false or the role.")
    return {"own": bool(own) or is_draft, "role": SourceRole.DRAFT if own else role}


class _Others:
    """The sources so far, by their names and places."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._addresses: dict[tuple[object, ...], str] = {}
        self._folders: list[tuple[Path, str]] = []

    def add(self, tables: Tables, way: Way, source: Source) -> bool:
        """Whether no other source has its name or its place; a mistake is noted where one has."""
        place = _canonical(source.address) if source.address else ()
        folder = None if source.path is None else real(source.path)
        if taken := self._names.get(source.name.casefold()):
            remedy = "Give each source a name of its own: alerts name them."
            tables.mistake((*way, "name"), f"“{taken}” is the name of another source too.", remedy)
        elif place and (taken := self._addresses.get(place)):
            what = f"this address is watched already, as “{taken}”."
            tables.mistake((*way, "address"), what, "Keep one of the two: its articles would count twice.")
        elif folder is not None and (taken := self._around(folder)):
            what = f"this folder is watched already, as “{taken}”, or lies in that one, or holds it."
            tables.mistake((*way, "path"), what, "Watch folders that lie side by side: files would count twice.")
        else:
            self._names[source.name.casefold()] = source.name
            if folder is None:
                self._addresses[place] = source.name
            else:
                self._folders.append((folder, source.name))
            return True
        return False

    def _around(self, folder: Path) -> str | None:
        return next((name for other, name in self._folders if _overlap(folder, other)), None)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _canonical(given: str) -> tuple[object, ...]:
    parts = urlsplit(given)
    port = parts.port or _PORTS.get(parts.scheme)
    return (parts.scheme, parts.hostname, port, parts.path or "/", parts.query)

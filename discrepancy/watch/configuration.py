"""``watch.toml`` read: what a watcher is told to do, or the first mistake with its line and what to write instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from discrepancy.config.toml_places import Way
from discrepancy.watch.configuration_alerts import TERMINAL, read_channels
from discrepancy.watch.configuration_sources import TABLES, read_sources, real
from discrepancy.watch.configuration_tables import Tables
from discrepancy.watch.configuration_values import Reader, contact, flag, hosts, length, path, whole
from discrepancy.watch.configured import Channel, Source, Watched

__all__ = ["read_watch"]

_DAY: Final = dt.timedelta(days=1)
_HOLD: Final = dt.timedelta(minutes=10)
_WATCH: Final[Mapping[str, Reader]] = {
    "store": path,
    "keep": length(_DAY, 36_500 * _DAY, forever=True),
    "hold": length(dt.timedelta(), _DAY),
    "days": whole(1, 60),
    "gap": length(dt.timedelta(), dt.timedelta(minutes=10)),
    "robots": flag,
    "robots_not_for": hosts,
    "allow_private": flag,
    "contact": contact,
}


def read_watch(given: Path) -> Watched:
    """Read the configuration of a watcher; paths in it are relative to its folder.

    Args:
        given: the file.

    Raises:
        InputError: it can not be read, or has a mistake in it: the first one, with its line.
    """
    tables = Tables(given)
    tables.known(("watch", *TABLES, "alerts"))
    values = tables.read(("watch",), tables.one("watch"), _WATCH)
    sources = read_sources(tables)
    channels = read_channels(
        tables,
        [source.name for source, _ in sources],
        hold=values.get("hold", _HOLD),
        allow_private=values.get("allow_private", False),
    )
    values.setdefault("store", given.with_suffix(".sqlite"))
    _see_apart(tables, given, values, sources, channels)
    tables.done()
    return Watched(
        path=given,
        sources=tuple(source for source, _ in sources),
        channels=tuple(channel for channel, _ in channels) or (TERMINAL,),
        **values,
    )


def _see_apart(
    tables: Tables,
    given: Path,
    values: Mapping[str, Any],
    sources: Iterable[tuple[Source, Way]],
    channels: Iterable[tuple[Channel, Way]],
) -> None:
    """See that no file that is written is another one, or lies where files are read as articles."""
    written: dict[Path, str] = {real(given): "this file"}
    files: list[tuple[Path, Way, str]] = [(values["store"], ("watch", "store"), "the store")]
    files += [(each.path, (*way, "path"), f"“{each.name}”") for each, way in channels if each.path is not None]
    for file, way, called in files:
        place = real(file)
        if place in written:
            tables.mistake(way, f"{called} would be written over {written[place]}.", "Name another file.")
        written.setdefault(place, called)
        for source, _ in sources:
            if source.path is not None and place.is_relative_to(real(source.path)):
                what = f"{called} would be read as an article: it lies in the folder of “{source.name}”."
                tables.mistake(way, what, "Name a file elsewhere.")

"""``[[alerts]]``: a channel each, and which alerts it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from discrepancy.config.context import Context
from discrepancy.config.mistakes import near, wrong
from discrepancy.config.switches import read_rules
from discrepancy.config.toml_places import Way
from discrepancy.followed import AlertKind
from discrepancy.said import Level
from discrepancy.watch.channels import ChannelKind, all_channels
from discrepancy.watch.configuration_tables import Tables
from discrepancy.watch.configuration_values import Reader, address, length, one_of, path, several, text, variable
from discrepancy.watch.configured import Channel

__all__ = ["TERMINAL", "read_channels"]

TERMINAL: Final = Channel(name="terminal", to="terminal")
"""What there is where no channel is named."""
_OF_FINDINGS: Final = frozenset({AlertKind.OWN_COPY, AlertKind.CONTRADICTION, AlertKind.STALE_PICKUP})
"""Kinds of alert that a rule may have found."""
_LEAST_OF_STORY: Final = 4
"""Letters of a story's id that are enough to know it by."""
_READERS: Final[Mapping[str, Reader]] = {
    "address": address,
    "path": path,
    "secret_env": variable,
    "secret_file": path,
}
"""Of the keys that only some kinds of channel have."""


def read_channels(
    tables: Tables, sources: Sequence[str], *, hold: dt.timedelta, allow_private: bool
) -> tuple[tuple[Channel, Way], ...]:
    """The channels in the order of the file, each with the way to it; mistakes are noted.

    Args:
        tables: the file.
        sources: the names of the sources.
        hold: for how long alerts are held back.
        allow_private: whether what is posted may go over plain HTTP, as it does within one's own network.
    """
    found: dict[str, tuple[Channel, Way]] = {}
    for way, table in tables.several("alerts"):
        kind = _kind(tables, way, table)
        if kind is None:
            continue
        values = tables.read(way, table, _readers(kind, sources))
        channel = _channel(tables, way, kind, values, table, hold)
        if channel is None:
            continue
        if urlsplit(channel.address).scheme == "http" and not allow_private:
            remedy = "Use https://, or allow_private = true under [watch] for a receiver in your own network."
            tables.mistake((*way, "address"), "alerts would be sent for everybody to read.", remedy)
        if channel.name in found:
            remedy = 'Give one of the two a name of its own: name = "…".'
            tables.mistake(way, f"there are two ways to tell alerts called “{channel.name}”.", remedy)
        found.setdefault(channel.name, (channel, way))
    return tuple(found.values())


def _kind(tables: Tables, way: Way, table: Mapping[str, object]) -> ChannelKind | None:
    kinds = all_channels()
    if "to" not in table:
        tables.mistake(way, "does not say where to.", f"Write to = one of {', '.join(kinds)}, in quotes.")
    name = tables.read(way, {"to": table["to"]} if "to" in table else {}, {"to": one_of(tuple(kinds), "way to tell")})
    return kinds.get(name.get("to", ""))


def _readers(kind: ChannelKind, sources: Sequence[str]) -> dict[str, Reader]:
    return {
        "to": text,
        **{key: _READERS[key] for key in kind.keys},
        "name": text,
        "kinds": several(one_of(tuple(each.value for each in AlertKind), "kind of alert", AlertKind), "kinds of alert"),
        "rules": lambda key, value, context: read_rules((key,), value, context),
        "level": one_of(tuple(each.value for each in Level), "level", Level),
        "sources": several(_name_of(sources), "sources"),
        "stories": several(_story, "stories"),
        "hold": length(dt.timedelta(), dt.timedelta(days=1)),
    }


def _channel(
    tables: Tables, way: Way, kind: ChannelKind, values: dict[str, Any], table: Mapping[str, object], hold: dt.timedelta
) -> Channel | None:
    for key in kind.needs:
        if key not in table:
            tables.mistake(way, f'has no {key}, and to = "{kind.name}" needs one.', f'Write {key} = "…".')
    if {"secret_env", "secret_file"} <= values.keys():
        tables.mistake((*way, "secret_file"), "there are two secrets.", "Keep secret_env or secret_file.")
    if "rules" in values and "kinds" in values and _OF_FINDINGS.isdisjoint(values["kinds"]):
        what = "no alert is of one of these kinds and was found by a rule."
        tables.mistake((*way, "rules"), what, "Take out rules or kinds: changes are found by no rule.")
    own = values.pop("hold", hold)
    if own not in {dt.timedelta(), hold}:
        remedy = 'Write hold = "0s" to be told each alert at once, or leave it out; under [watch] it holds for all.'
        tables.mistake((*way, "hold"), "a single channel can not hold alerts back longer or shorter.", remedy)
    if not set(kind.needs) <= values.keys():
        return None
    written = table.get("path") or urlsplit(values.get("address", "")).hostname or ""
    values.setdefault("name", f"{kind.name} {str(written).strip()}".strip())
    return Channel(**values, at_once=own == dt.timedelta() != hold)


def _name_of(sources: Sequence[str]) -> Reader:
    names = {name.casefold(): name for name in sources}

    def read(key: str, value: object, context: Context) -> str:
        plain = " ".join(value.split()) if isinstance(value, str) else ""
        if plain.casefold() in names:
            return names[plain.casefold()]
        remedy = f"{near(plain, list(names.values()))}Write a name that a source has in this file."
        raise wrong(context.place, (key,), value, "is no source of this file.", remedy)

    return read


def _story(key: str, value: object, context: Context) -> str:
    plain = value.strip() if isinstance(value, str) else ""
    if len(plain) >= _LEAST_OF_STORY and plain.isalnum():
        return plain
    remedy = f"Write its id, or the first {_LEAST_OF_STORY} letters of it: `discrepancy timeline` lists them."
    raise wrong(context.place, (key,), value, "is no story.", remedy)

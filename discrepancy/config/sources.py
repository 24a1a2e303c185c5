"""``[sources."meridian.example"]``: what a house says of sources, wherever it meets them."""

from __future__ import annotations

from typing import Final

from discrepancy.config.context import Context
from discrepancy.config.mistakes import near, wrong
from discrepancy.config.toml_places import Way
from discrepancy.errors import Malformed
from discrepancy.model import SourceRole
from discrepancy.settings import HouseSource
from discrepancy.text.characters import fold

__all__ = ["read_sources"]

_KEYS: Final = ("name", "family", "role")
_ROLES: Final = (SourceRole.WIRE.value, SourceRole.RIVAL.value)
_LONGEST: Final = 300
"""Characters of a name: that of no outlet is longer."""
_MOST: Final = 2_000
"""Sources of one file: every document is held against each."""
_SHAPE: Final = 'Write [sources."meridian.example"], and below it name = "…", family = "…" or role = "wire".'


def read_sources(way: Way, value: object, context: Context) -> tuple[HouseSource, ...]:
    """What the table says, in its order.

    Raises:
        Malformed: it is no table of tables, a key or a role is none, or a source is named twice.
    """
    if not isinstance(value, dict):
        raise wrong(context.place, way, value, "is no table.", _SHAPE)
    if len(value) > _MOST:
        raise Malformed(
            f"has {len(value):,} sources, and {_MOST:,} are read.",
            where=context.place.at(*way),
            remedy="Keep those whose copy you check.",
        )
    found: dict[str, HouseSource] = {}
    for name, table in value.items():
        source = _source((*way, name), name, table, context)
        plain = " ".join(fold(name).split())
        if plain in found:
            raise Malformed(
                f"“{name}” is there already, as “{found[plain].known_as}”.",
                where=context.place.at(*way, name),
                remedy="Keep one of the two.",
            )
        found[plain] = source
    return tuple(found.values())


def _source(way: Way, name: str, table: object, context: Context) -> HouseSource:
    if not isinstance(table, dict):
        raise wrong(context.place, way, table, "is no table.", _SHAPE)
    if not name.strip():
        raise Malformed("a source has no name.", where=context.place.at(*way), remedy=_SHAPE)
    said: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            raise Malformed(
                f"“{name}.{key}” is read as “{key}” in “{name}”.",
                where=context.place.at(*way, key),
                remedy=f'Put the name of the source in quotation marks: [sources."{name}.{key}"].',
            )
        if key not in _KEYS:
            raise Malformed(
                f"“{key}” is not known of a source.",
                where=context.place.at(*way, key),
                remedy=f"{near(key, _KEYS)}What can be said of one is {', '.join(_KEYS)}.",
            )
        said[key] = _said((*way, key), value, context)
    if not said:
        raise Malformed(f"nothing is said of “{name}”.", where=context.place.at(*way), remedy=_SHAPE)
    role = SourceRole(said.get("role", ""))
    return HouseSource(known_as=name.strip(), name=said.get("name", ""), family=said.get("family", ""), role=role)


def _said(way: Way, value: object, context: Context) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if way[-1] == "role":
        if text.lower() in _ROLES:
            return text.lower()
        own = "The draft is one text, not a source: story.toml says which. " if text.lower() == "draft" else ""
        raise wrong(
            context.place, way, value, "is no role.", own or f'{near(text, _ROLES)}Write "wire" or "rival", in quotes.'
        )
    if text and len(text) <= _LONGEST:
        return text
    raise wrong(context.place, way, value, "is no text.", f'Write it like {way[-1]} = "…", in quotation marks.')

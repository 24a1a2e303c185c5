"""Every key with its value and where that comes from, as ``discrepancy config`` prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from discrepancy.config.read import House
from discrepancy.config.running import Running
from discrepancy.config.switches import OFF, Leveled
from discrepancy.rules import rule_by_code
from discrepancy.settings import HouseSource

__all__ = ["DEFAULT", "Line", "lines_of"]

DEFAULT: Final = "default"
_UNSAID: Final = {
    "levels": "as each rule has it",
    "house_style": "none",
    "max_bytes": "the limit of each format",
    "model": "the first known one that is installed",
    "cache": "none: what was read is forgotten",
    "max": "none: one that counts is enough",
    "store": "none",
    "story": "the name of the folder",
}
"""How a key is shown where nobody says anything."""


@dataclass(frozen=True, slots=True)
class Line:
    """A key, its value as text, and where that comes from; ``plain`` is the value as JSON has it."""

    key: str
    value: str
    origin: str
    plain: object = None


def lines_of(
    values: Mapping[str, Any], origins: Mapping[str, str], switched: Running, house: House | None
) -> tuple[Line, ...]:
    """The lines, in the order of the keys.

    Args:
        values: what is in force, by key.
        origins: where each value comes from.
        switched: the rules that are on and off.
        house: the file in force.
    """
    return tuple(line for key in values for line in _lines(key, values[key], origins[key], switched, house))


def _lines(key: str, value: Any, origin: str, switched: Running, house: House | None) -> Iterator[Line]:  # noqa: ANN401 - a value of any key
    if key in {"also", "without"}:
        yield _switches(key, switched.on if key == "also" else switched.off, house)
    elif key == "levels" and value and house is not None:
        yield from (_level(each, house, switched) for each in value)
    elif key == "sources" and value and house is not None:
        yield from (_source(each, house) for each in value)
    else:
        yield Line(key, _text(key, value), origin, _plain(value))


def _text(key: str, value: Any) -> str:  # noqa: ANN401 - as above
    if value in (None, "", ()):
        return _UNSAID.get(key, "none")
    if key == "columns":
        return ", ".join(f"{field} = {column}" for field, column in value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _plain(value: Any) -> object:  # noqa: ANN401 - as above
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, tuple):
        return dict(value) if value and isinstance(value[0], tuple) else list(value)
    return value


def _switches(key: str, codes: tuple[str, ...], house: House | None) -> Line:
    text = ", ".join(f"{code} ({rule_by_code(code).name})" for code in codes) or "none"
    stated = _stated(key, house)
    origins = []
    if set(codes) - stated.keys():
        origins.append("command line")
    origins += sorted({stated[code] for code in codes if code in stated})
    return Line(key, text, ", ".join(origins) or DEFAULT, list(codes))


def _stated(key: str, house: House | None) -> dict[str, str]:
    """Where the file switches rules on, or off, by their codes."""
    if house is None:
        return {}
    named: Any = house.values.get(key, ())
    levels: Any = house.values.get("levels", ())
    found = {code: house.origin(key) for code in named}
    for each in levels:
        if (each.level is None) == (key == "without"):
            found.setdefault(each.code, house.origin("levels", each.key))
    return found


def _level(each: Leveled, house: House, switched: Running) -> Line:
    level = each.level.value if each.level else OFF
    own = rule_by_code(each.code).level.value
    text = level if level in {OFF, own} else f"{level} (its own: {own})"
    if each.level is None and each.code not in switched.off:
        text, level = f"{own}: asked for, though it is off here", own
    return Line(f"levels.{each.code}", text, house.origin("levels", each.key), level)


def _source(each: HouseSource, house: House) -> Line:
    said = {"name": each.name, "family": each.family, "role": each.role.value}
    plain = {key: value for key, value in said.items() if value}
    text = ", ".join(f"{key} = {value}" for key, value in plain.items())
    return Line(f"sources.{each.known_as}", text, house.origin("sources", each.known_as), plain)

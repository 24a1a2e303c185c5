"""A file of house rules, read: each key with its value, or the first mistake in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from discrepancy.config.context import Context
from discrepancy.config.find import HOUSE_FILE, PROJECT_FILE
from discrepancy.config.mistakes import Place, near
from discrepancy.config.toml_places import line_of, places
from discrepancy.config.values import KEYS
from discrepancy.config.ways import from_here
from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.intake.files import shown
from discrepancy.loaders.intake.toml_text import toml_tables, toml_text

__all__ = ["House", "read_house"]

_TABLE: Final = ("tool", "discrepancy")
_MEND: Final = "Mend that line: texts stand in quotation marks, and so does a name with a dot in it."
_ALLOWED: Final = f"What may stand there: {', '.join(KEYS)}."
_SAID_ELSEWHERE: Final = {
    "draft": 'The draft is one story\'s own: say role = "draft" in its story.toml, or give --draft FILE.',
}
"""What looks like a rule of the house and is none."""


@dataclass(frozen=True, slots=True)
class House:
    """The rules of a house: values by key, typed as in the settings, and where each stands."""

    path: Path
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)

    def origin(self, key: str, *way: str) -> str:
        """Where a value stands, for a reader."""
        return self.place.at(key, *way)


def read_house(path: Path, *, trusted: bool) -> House:
    """Read ``discrepancy.toml``, or the table of ours in ``pyproject.toml``.

    Args:
        path: the file.
        trusted: whether the user named it; one that was found may lead to nothing new outside of its own folder.

    Raises:
        InputError: it can not be read, or has a mistake in it: the first one, with its line.
    """
    display = shown(path, None)
    text = toml_text(path, display, remedy=f"Keep to what a {HOUSE_FILE} may say.")
    tables = toml_tables(text, display, mend=_MEND, shape=_ALLOWED)
    base = _TABLE if path.name == PROJECT_FILE else ()
    place = Place(display, places(text.replace("\r\n", "\n")), base)
    table = _ours(tables, place)
    context = Context(place, from_here(path.parent), trusted=trusted)
    values: dict[str, object] = {}
    mistakes: list[tuple[int, InputError]] = []
    for key, value in table.items():
        try:
            values[key] = _read(key, value, context)
        except InputError as mistake:
            mistakes.append((line_of(place.lines, (*base, key)), mistake))
    if mistakes:
        raise min(mistakes, key=lambda each: each[0])[1]
    return House(path, place, values)


def _ours(tables: Mapping[str, object], place: Place) -> Mapping[str, object]:
    table: object = tables
    for part in place.base:
        table = table.get(part) if isinstance(table, Mapping) else None
    if isinstance(table, Mapping):
        return table
    raise Malformed(
        "has no table [tool.discrepancy].", where=place.display, remedy=f"Add one, or write a {HOUSE_FILE} beside it."
    )


def _read(key: str, value: object, context: Context) -> object:
    if key in KEYS:
        return KEYS[key]((key,), value, context)
    raise Malformed(
        f"“{key}” is no rule of a house.",
        where=context.place.at(key),
        remedy=_SAID_ELSEWHERE.get(key) or f"{near(key, list(KEYS))}{_ALLOWED}",
    )

"""A mistake in a file of house rules, told with its line, and with what may stand there."""

from __future__ import annotations

import json
from dataclasses import dataclass

from discrepancy.config.toml_places import Way, line_of
from discrepancy.errors import Malformed
from discrepancy.loaders.intake.story_file import near

__all__ = ["Place", "near", "written", "wrong"]

_SHOWN = 60
"""Characters of a value that a message gives."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file and the lines of its keys; ``base`` is the table in it that is ours."""

    display: str
    lines: dict[Way, int]
    base: Way = ()

    def at(self, *way: str) -> str:
        """Where a key stands: "discrepancy.toml, line 4"; the file alone where the line is not known."""
        line = line_of(self.lines, (*self.base, *way))
        return f"{self.display}, line {line}" if line else self.display


def wrong(place: Place, way: Way, value: object, what: str, remedy: str) -> Malformed:
    """A value that a key does not take; ``what`` goes on from the key and the value: "is no level."."""
    return Malformed(f"{'.'.join(way)} = {written(value)} {what}", where=place.at(*way), remedy=remedy)


def written(value: object) -> str:
    """A value as a file would give it, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

"""The tables of ``watch.toml``, read key by key; all mistakes are gathered, and the first in the file is told."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from discrepancy.config.context import Context
from discrepancy.config.mistakes import Place, near
from discrepancy.config.toml_places import Way, line_of
from discrepancy.config.ways import from_here
from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.intake.files import shown
from discrepancy.loaders.intake.toml_text import toml_tables, toml_text
from discrepancy.watch.configuration_places import numbered_places
from discrepancy.watch.configuration_values import Reader

__all__ = ["Tables"]

_SECRETS: Final = frozenset({"secret", "password", "token", "key", "api_key"})
"""What a person may call the secret that messages are signed with."""
_MEND: Final = "Mend that line: texts stand in quotation marks, and tables are called [watch], [[feeds]], [[alerts]]."


class Tables:
    """The tables of a file.

    Args:
        path: the file.

    Raises:
        InputError: it can not be read, or is no TOML.
    """

    def __init__(self, path: Path) -> None:
        self.display = shown(path, None)
        text = toml_text(path, self.display, remedy="Keep to what docs/watch.md lists.")
        self.all = toml_tables(text, self.display, mend=_MEND, shape=_MEND)
        self._folder = from_here(path.parent)
        self._lines = numbered_places(text.replace("\r\n", "\n"))
        self._mistakes: list[tuple[int, InputError]] = []

    def known(self, names: Iterable[str]) -> None:
        """See that the file has no other tables than these."""
        known = tuple(names)
        for name in self.all:
            if name not in known:
                remedy = f"{near(name, known)}The tables are {', '.join(known)}."
                self.mistake((name,), f"there is nothing called “{name}” in such a file.", remedy)

    def one(self, name: str) -> Mapping[str, object]:
        """A table that is there once, or not at all."""
        table = self.all.get(name, {})
        if isinstance(table, dict):
            return table
        self.mistake((name,), f"“{name}” is no table.", f"Write [{name}] on a line of its own, and its keys below it.")
        return {}

    def several(self, name: str) -> list[tuple[Way, Mapping[str, object]]]:
        """The tables of one name, in their order, each with the way to it."""
        tables = self.all.get(name, [])
        if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
            return [((name, str(number)), table) for number, table in enumerate(tables)]
        self.mistake(
            (name,), f"“{name}” has to be a table for each.", f"Write [[{name}]] with two brackets above each."
        )
        return []

    def read(self, way: Way, table: Mapping[str, object], readers: Mapping[str, Reader]) -> dict[str, Any]:
        """The values of a table, those that are no mistakes."""
        context = Context(Place(self.display, self._lines, way), self._folder, trusted=True)
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in readers:
                self._unknown(way, key, readers)
                continue
            try:
                values[key] = readers[key](key, value, context)
            except InputError as mistake:
                self._note((*way, key), mistake)
        return values

    def mistake(self, way: Way, what: str, remedy: str) -> None:
        """Note a mistake at a key, or at the table that it would stand in."""
        line = line_of(self._lines, way)
        where = f"{self.display}, line {line}" if line else self.display
        self._note(way, Malformed(what, where=where, remedy=remedy))

    def done(self) -> None:
        """End the reading.

        Raises:
            InputError: the first mistake in the order of the file.
        """
        if self._mistakes:
            raise min(self._mistakes, key=lambda each: each[0] or math.inf)[1]  # what is nowhere may follow from others

    def _unknown(self, way: Way, key: str, readers: Mapping[str, Reader]) -> None:
        if key in _SECRETS and "secret_env" in readers:
            what = f"“{key}” is not taken: a secret has no place in this file."
            remedy = 'Name the environment variable that holds it, secret_env = "…", or a file, secret_file = "…".'
        else:
            what = f"“{key}” is not known here."
            remedy = f"{near(key, tuple(readers))}What may stand there: {', '.join(readers)}."
        self.mistake((*way, key), what, remedy)

    def _note(self, way: Way, mistake: InputError) -> None:
        self._mistakes.append((line_of(self._lines, way), mistake))

"""Lines added to a house style file: what it says stays as it is, byte for byte, but for columns that it lacks."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from discrepancy.errors import InputError, OutputError, PathMissing, UsageError
from discrepancy.house_style.intake import MOST_BYTES, decoded, encoded, read_bytes
from discrepancy.house_style.read import COLUMNS, SEPARATOR, delimiter_of, placed_entries
from discrepancy.model import StyleEntry

__all__ = ["StyleFile", "open_style"]

_NEEDED: Final = ("preferred", "accepted", "source")
"""Columns that an added line has something in."""
_SUFFIXES: Final = ("", ".csv", ".toml", ".txt", ".tsv")


class StyleFile:
    """A house style file as it is now; made by :func:`open_style`.

    Attributes:
        placed: its entries, each with where it stands.
    """

    def __init__(self, path: Path, data: bytes | None) -> None:
        self.path = path
        self._data = data
        self._text = "" if data is None else decoded(data, path)
        self.placed = placed_entries(self._text, path) if self._text.strip() else []

    def add(self, entries: Sequence[StyleEntry]) -> None:
        """Write the file anew with more lines at its end, whole or not at all.

        Raises:
            InputError: with them it could not be read; nothing was written.
            OutputError: it can not be written, or was changed since it was read.
        """
        is_toml = self.path.suffix.lower() == ".toml"
        text = _toml(self._text, entries) if is_toml else _csv(self._text, entries)
        self._ensure_read(text, entries)
        data = self._data or b""
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        wide = data[:2] if encoded("a", data) != b"a" else b""
        whole = mark + wide + encoded(text, data)
        if len(whole) > MOST_BYTES:
            raise OutputError(
                "would be larger than a house style file may be.", where=str(self.path), remedy="Take lines out of it."
            )
        _replace(self.path, self._data, whole)

    def _ensure_read(self, text: str, entries: Sequence[StyleEntry]) -> None:
        """What was there is read as before, and what was added as it was meant."""
        try:
            read = [entry for _, entry in placed_entries(text, self.path)]
        except InputError as why:
            raise InputError(
                f"can not be added to: {why.what}", where=why.where or str(self.path), remedy="Add the lines by hand."
            ) from why
        if read != [*(entry for _, entry in self.placed), *entries]:
            raise InputError(
                "is written in a way that lines can not be added to.",
                where=str(self.path),
                remedy="Add the lines by hand.",
            )


def open_style(path: Path) -> StyleFile:
    """The house style file at a path; one without entries where nothing is there yet.

    Raises:
        InputError: it can not be read or used.
        UsageError: a new file could not be read under that name.
    """
    try:
        data: bytes | None = read_bytes(path)
    except PathMissing:
        data = None
        if path.suffix.lower() not in _SUFFIXES:
            raise UsageError(
                f"A house style file is a .csv or a .toml, not a {path.suffix}.", remedy="Name it so."
            ) from None
    return StyleFile(path, data)


def _csv(text: str, entries: Sequence[StyleEntry]) -> str:
    """The text with a line an entry at its end, and columns that it lacks at the end of its heading."""
    end = "\r\n" if "\r\n" in text else "\n"
    delimiter = delimiter_of(text) if text.strip() else ","
    if not text.strip():
        text = delimiter.join(COLUMNS) + end
    heading = next(line for line in text.splitlines(keepends=True) if line.strip())
    names = [name.strip().casefold().replace(" ", "_") for name in next(csv.reader([heading], delimiter=delimiter))]
    lacking = [name for name in _NEEDED if name not in names]
    bare = heading.rstrip("\r\n")
    text = text.replace(heading, delimiter.join([bare, *lacking]) + heading[len(bare) :], 1)
    text += "" if text.endswith(("\n", "\r")) else end
    rows = io.StringIO()
    writer = csv.writer(rows, delimiter=delimiter, lineterminator=end)
    for entry in entries:
        cells = {"preferred": entry.preferred, "accepted": SEPARATOR.join(entry.accepted), "source": entry.source}
        writer.writerow([cells.get(name, "") for name in (*names, *lacking)])
    return text + rows.getvalue()


def _toml(text: str, entries: Sequence[StyleEntry]) -> str:
    """The text with a table an entry at its end."""
    end = "\r\n" if "\r\n" in text else "\n"
    tables = []
    for entry in entries:
        lines = ["[[name]]", f"preferred = {_quoted(entry.preferred)}"]
        if entry.accepted:
            lines.append(f"accepted = [{', '.join(_quoted(form) for form in entry.accepted)}]")
        tables.append(end.join([*lines, f"source = {_quoted(entry.source)}", ""]))
    before = text if not text or text.endswith("\n") else text + end
    return end.join(([before] if before else []) + tables)


def _quoted(text: str) -> str:
    """A text as TOML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "")


def _replace(path: Path, before: bytes | None, data: bytes) -> None:
    """The new bytes in the place of the old ones, once they are all on the disk; a link is followed."""
    real = Path(os.path.realpath(path))
    try:
        now = real.read_bytes() if real.exists() else None
        if now != before:
            raise OutputError("was changed since it was read.", where=str(path), remedy="Look at it, and try again.")
        if now is not None and not os.access(real, os.W_OK):
            raise OutputError("may not be written.", where=str(path), remedy="Give yourself the right to write it.")
        with tempfile.NamedTemporaryFile(dir=real.parent, prefix=f".{real.name}.", delete=False) as file:
            part = Path(file.name)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                part.chmod(real.stat().st_mode & 0o7777 if now is not None else 0o644)
                part.replace(real)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as problem:
        raise OutputError(
            f"can not be written ({problem.strerror or problem}).",
            where=str(path),
            remedy="Give yourself the right to write in its folder, or make room on the disk.",
        ) from problem

"""A house style file to its entries: CSV, or TOML where the name ends in ``.toml``."""

from __future__ import annotations

import csv
import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from discrepancy.errors import EmptyInput, InputError
from discrepancy.house_style.contradictions import ensure_one_voice
from discrepancy.house_style.intake import read_text
from discrepancy.model import StyleEntry
from discrepancy.names.characters import LIMIT, written

__all__ = ["COLUMNS", "SEPARATOR", "delimiter_of", "placed_entries", "read_house_style"]

COLUMNS: Final = ("preferred", "accepted", "avoid", "note", "source")
SEPARATOR: Final = "|"
"""Stands between the forms of one cell; a semicolon is taken for it, since no name holds one."""
_SEPARATORS: Final = re.compile(r"[|;]")
_OTHERS: Final = {".yaml": "YAML", ".yml": "YAML", ".json": "JSON", ".xlsx": "Excel", ".ods": "OpenDocument"}
"""Formats that a list may be kept in and that are not read."""
_LISTS: Final = ("accepted", "avoid")
_DELIMITERS: Final = (",", ";", "\t")
_NEAR: Final = 0.75
"""A heading so like one of ours is that one misspelled; any other is a column of the desk's own."""

Row = Mapping[str, str | list[str]]


class _Placed(NamedTuple):
    """A row with where it stands, for messages."""

    where: str
    row: Row


def read_house_style(path: Path) -> tuple[StyleEntry, ...]:
    """The entries of a house style file, in its order.

    Raises:
        InputError: the file can not be read or used; the message says where and what to do.
    """
    if kind := _OTHERS.get(path.suffix.lower()):
        raise InputError(
            f"is {kind}, which is not read here.",
            where=str(path),
            remedy=f"Save the list as CSV with the columns {', '.join(COLUMNS)}, or as TOML with [[name]] tables.",
        )
    placed = placed_entries(read_text(path), path)
    if not placed:
        raise EmptyInput("holds a heading and no names.", where=str(path), remedy="Give each name a line below it.")
    return _once(entry for _, entry in placed)


def placed_entries(text: str, path: Path) -> list[tuple[str, StyleEntry]]:
    """The entries of a house style's text, each with where it stands; none where it holds a heading alone.

    Raises:
        InputError: the text can not be used; the message says where and what to do.
    """
    name = str(path)
    rows = _toml_rows(text, name) if path.suffix.lower() == ".toml" else _csv_rows(text, name)
    placed = [(where, _entry(row, where)) for where, row in rows]
    ensure_one_voice(placed)
    return placed


def _once(entries: Iterable[StyleEntry]) -> tuple[StyleEntry, ...]:
    """The entries, those of one preferred form as one: lines are added to a file, and none of it is written anew.

    What is said of why is that of the lines that have something to avoid, or else of all.
    """
    found: dict[str, list[StyleEntry]] = {}
    for entry in entries:
        found.setdefault(entry.preferred, []).append(entry)
    return tuple(lines[0] if len(lines) == 1 else _as_one(lines) for lines in found.values())


def _as_one(lines: list[StyleEntry]) -> StyleEntry:
    told = [line for line in lines if line.avoid] or lines
    return StyleEntry(
        preferred=lines[0].preferred,
        accepted=tuple(dict.fromkeys(form for line in lines for form in line.accepted)),
        avoid=tuple(dict.fromkeys(form for line in lines for form in line.avoid)),
        note="; ".join(dict.fromkeys(line.note for line in told if line.note)),
        source="; ".join(dict.fromkeys(line.source for line in told if line.source)),
    )


def _csv_rows(text: str, name: str) -> Iterator[_Placed]:
    """The rows of a CSV file, its first line the heading; commas, semicolons or tabs part the cells."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
    columns: list[str] = []
    try:
        for cells in reader:
            where = f"{name}, line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(cells, where)
                continue
            if len(cells) > len(columns):
                raise InputError(
                    f"has {len(cells)} cells under {len(columns)} headings.",
                    where=where,
                    remedy="Put a form with a comma in it between double quotation marks.",
                )
            yield _Placed(where, dict(zip(columns, cells, strict=False)))
    except csv.Error as problem:
        raise InputError(
            f"is no CSV from here on ({problem}).",
            where=f"{name}, line {reader.line_num}",
            remedy="Close the quotation mark that is open, or save the list from a spreadsheet as CSV UTF-8.",
        ) from problem


def delimiter_of(text: str) -> str:
    """What parts the cells of a CSV text, told by its heading."""
    heading = next(line for line in text.splitlines() if line.strip())
    return max(_DELIMITERS, key=heading.count)


def _columns(cells: list[str], where: str) -> list[str]:
    """The headings in small letters; the first must be there, and none may be a slip for one of ours."""
    columns = [cell.strip().casefold().replace(" ", "_") for cell in cells]
    for column in columns:
        near = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=_NEAR)
        if near and near[0] != column:
            raise InputError(f"has a column {column!r}.", where=where, remedy=f"Call it {near[0]!r}.")
    twice = {column for column in columns if column in COLUMNS and columns.count(column) > 1}
    if twice:
        raise InputError(f"has two columns {min(twice)!r}.", where=where, remedy="Keep one of them.")
    if "preferred" not in columns:
        raise InputError(
            "has no column 'preferred'.",
            where=where,
            remedy=f"Let the first line name the columns: {', '.join(COLUMNS)}; only the first must be there.",
        )
    return columns


def _toml_rows(text: str, name: str) -> Iterator[_Placed]:
    """The ``[[name]]`` tables of a TOML file."""
    try:
        tables = tomllib.loads(text).get("name")
    except tomllib.TOMLDecodeError as problem:
        raise InputError(f"is no TOML: {problem}.", where=name, remedy="Mend that line.") from problem
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(
            "has no [[name]] tables.", where=name, remedy='Begin each entry with [[name]] and preferred = "…".'
        )
    for number, table in enumerate(tables, start=1):
        where = f"{name}, entry {number}"
        for key, value in table.items():
            listed = isinstance(value, list) and all(isinstance(form, str) for form in value)
            if key not in COLUMNS or not (listed if key in _LISTS else isinstance(value, str)):
                raise InputError(
                    f"{key} = {value!r} is not understood.",
                    where=where,
                    remedy="preferred, note and source are texts; accepted and avoid are lists of texts.",
                )
        yield _Placed(where, table)


def _entry(row: Row, where: str) -> StyleEntry:
    """One row as an entry."""
    preferred = str(row.get("preferred", ""))
    return StyleEntry(
        preferred=_form(preferred, where),
        accepted=_forms(row.get("accepted", ""), where),
        avoid=_forms(row.get("avoid", ""), where),
        note=str(row.get("note", "")).strip(),
        source=str(row.get("source", "")).strip(),
    )


def _forms(cell: str | list[str], where: str) -> tuple[str, ...]:
    """The forms of a cell, each once, in order."""
    texts = _SEPARATORS.split(cell) if isinstance(cell, str) else cell
    return tuple(dict.fromkeys(_form(text, where) for text in texts if text.strip()))


def _form(text: str, where: str) -> str:
    """A form as a reader sees it: hidden characters gone, spaces and apostrophes of one kind."""
    form = written(text)
    if not any(map(str.isalpha, form)):
        raise InputError(
            "names no preferred form." if not form else f"{form!r} is no name.",
            where=where,
            remedy="Write the form that the desk uses under 'preferred', or take the line out.",
        )
    if len(text) > LIMIT:
        raise InputError(
            f"has a form of {len(text)} letters.", where=where, remedy=f"Part the forms of one cell by {SEPARATOR!r}."
        )
    return form

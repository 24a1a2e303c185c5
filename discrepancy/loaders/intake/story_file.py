"""``story.toml``: what a newsroom says itself of the files beside it, read with a message for each mistake in it."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from discrepancy.errors import InputError, Unsafe
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.story_keys import ABOUT, KEYS, read_about, read_value
from discrepancy.loaders.intake.toml_text import toml_tables, toml_text

__all__ = ["STORY_FILE", "Entry", "StoryFile", "near", "read_story_file"]

STORY_FILE = "story.toml"
_MOST_ENTRIES = 2_000
_MOST_MISTAKES = 20
"""Mistakes of one file that are told: what is no story.toml at all has thousands."""
_TABLE = 'Begin what is said of a file with [files."its name"].'
_MEND = 'Mend that line: texts stand in quotation marks, and so does the name of a file in [files."…"].'


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of a file, or of all that fit a pattern: values as text by their keys, and its line."""

    name: str
    values: Mapping[str, str]
    line: int = 0


@dataclass(frozen=True, slots=True)
class StoryFile:
    """One ``story.toml``: the path to show, the folder it speaks for, its entries in order, and what is wrong in it.

    ``about`` is what it says of the whole story: the ``store`` of decisions, the ``story`` key; ``lines`` tells where.
    """

    display: str
    folder: Path
    entries: tuple[Entry, ...] = ()
    errors: tuple[InputError, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, line: int) -> str:
        """The place of a line, for messages; the file where the line is not known."""
        return f"{self.display}, line {line}" if line else self.display


def read_story_file(folder: Path, base: Path | None) -> StoryFile | None:
    """Read the ``story.toml`` of a folder; None where there is none. Every mistake stands in its ``errors``."""
    path = folder / STORY_FILE
    if not path.is_file() and not path.is_symlink():
        return None
    bare = StoryFile(shown(path, base), folder)
    try:
        text = _text(path, bare.display)
        tables = toml_tables(text, bare.display, mend=_MEND, shape=_TABLE)
    except InputError as error:
        return StoryFile(bare.display, folder, errors=(error,))
    entries: list[Entry] = []
    about, errors = _about(tables, text, bare)
    for outcome in _read(tables, text, bare):
        if len(errors) == _MOST_MISTAKES or len(entries) == _MOST_ENTRIES:
            errors.append(InputError("has more in it than is read of such a file.", where=bare.display, remedy=_TABLE))
            break
        if isinstance(outcome, Entry):
            entries.append(outcome)
        else:
            errors.append(outcome)
    lines = {key: _line(text, key) for key in about}
    return StoryFile(bare.display, folder, tuple(entries), tuple(errors), about, lines)


def near(word: str, known: Mapping[str, object] | list[str] | tuple[str, ...]) -> str:
    """The one of the known words that the user seems to have meant, as the beginning of a remedy; else empty."""
    found = difflib.get_close_matches(word, list(known), n=1)
    return f"Did you mean “{found[0]}”? " if found else ""


def _text(path: Path, display: str) -> str:
    if Path(real_path(path)).parent != Path(real_path(path.parent)):
        raise Unsafe(
            "is a link to a place outside of its folder, and was not read.",
            where=display,
            remedy="Put the file itself there.",
        )
    return toml_text(path, display, remedy=_TABLE)


def _about(tables: Mapping[str, object], text: str, file: StoryFile) -> tuple[dict[str, str], list[InputError]]:
    """What is said of the whole story, and what is wrong with it."""
    values: dict[str, str] = {}
    errors: list[InputError] = []
    for key in ABOUT.keys() & tables.keys():
        if isinstance(read := read_about(key, tables[key]), InputError):
            errors.append(InputError(read.what, where=file.at(_line(text, key)), remedy=read.remedy))
        else:
            values[key] = read
    return values, sorted(errors, key=lambda error: error.what)


def _read(tables: Mapping[str, object], text: str, file: StoryFile) -> Iterator[Entry | InputError]:
    for key in tables:
        if key not in {"files", *ABOUT}:
            yield InputError(
                f"“{key}” is not known here.",
                where=file.at(_line(text, key)),
                remedy=near(key, ["files", *ABOUT]) + _TABLE,
            )
    files = tables.get("files", {})
    if not isinstance(files, dict):
        yield InputError("“files” is no table.", where=file.at(_line(text, "files")), remedy=_TABLE)
        return
    line = 0
    for name, table in files.items():
        line = _line(text, name, after=line)  # they come in the order of the file
        if isinstance(table, dict):
            yield from _entry(name, table, text, line, file)
        else:
            # [files.wire.txt] without its quotation marks never comes here: it is a table in a table.
            yield InputError(f"what is said of “{name}” is no table.", where=file.at(line), remedy=_TABLE)


def _entry(
    name: str, table: Mapping[str, object], text: str, line: int, file: StoryFile
) -> Iterator[Entry | InputError]:
    values: dict[str, str] = {}
    for key, value in table.items():
        where = file.at(_line(text, key, after=line))
        if isinstance(value, dict):
            yield InputError(
                f"“{name}.{key}” is read as “{key}” in “{name}”.",
                where=file.at(line),
                remedy=f'Put the name of the file in quotation marks: [files."{name}.{key}"].',
            )
        elif key not in KEYS:
            yield InputError(
                f"“{key}” is not known of a file.",
                where=where,
                remedy=f"{near(key, KEYS)}What can be said of a file is {', '.join(KEYS)}.",
            )
        elif isinstance(read := read_value(key, value), InputError):
            yield InputError(read.what, where=where, remedy=read.remedy)
        else:
            values[key] = read
    if values or not any(isinstance(value, dict) for value in table.values()):
        yield Entry(name, values, line)


def _line(text: str, word: str, *, after: int = 0) -> int:
    """The number of the first line, from line ``after`` on, that begins with a word or is its heading; 0 if none is.

    The standard library's reader tells no places of what it has read.
    """
    quoted = re.escape(word)
    begins = re.compile(
        rf"""^[ \t]*(?:\[+[ \t]*(?:["']?files["']?[ \t]*\.[ \t]*)?)?(["']?){quoted}\1[ \t]*[\]=.]""", re.MULTILINE
    )
    starts = _line_starts(text)
    found = begins.search(text, starts[max(after - 1, 0)])
    return bisect_right(starts, found.start()) if found else after


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]

"""Documents with what the ``story.toml`` beside their files says of them, and the house of their sources.

What is said wins over what was read or guessed, and ``story.toml`` over the house.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from discrepancy.errors import InputError
from discrepancy.loaders.intake.files import real_path
from discrepancy.loaders.intake.house_sources import HOUSE, said_of_source
from discrepancy.loaders.intake.story_file import STORY_FILE, Entry, StoryFile, near, read_story_file
from discrepancy.loaders.intake.walk import Candidate
from discrepancy.model import Detail, Document, SourceRole
from discrepancy.settings import HouseSource

__all__ = ["StoryNotes"]

_NUMBER = re.compile(r"#\d+\Z")
"""What tells an article of a file from the others in it: feed.xml#3."""
_SHOWN = 5
_MOST_UNFIT = 20
"""Entries of one file that are told to fit nothing: for each the names that come near are looked for."""


@dataclass(slots=True)
class StoryNotes:
    """The ``story.toml`` of each folder that files are read in, each read once.

    ``read`` are the names of the documents that each one could speak of; ``used`` the entries of each that fitted one.
    """

    base: Path | None
    sources: tuple[HouseSource, ...] = ()
    files: dict[str, StoryFile | None] = field(default_factory=dict)
    read: dict[str, list[str]] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    """The file that calls a document the draft, by the document's path."""

    def of(self, folder: Path) -> StoryFile | None:
        """What is said of the files of a folder; None where nothing is."""
        real = real_path(folder)
        if real not in self.files:
            self.files[real] = read_story_file(folder, self.base)
        return self.files[real]

    def stated(self, document: Document, file: Candidate) -> Document:
        """The document with what is said of it, and each thing that is said as its first detail."""
        values = self._values(document, file)
        house = said_of_source(document, values, self.sources)
        return _with(_with(document, house, HOUSE), values, STORY_FILE)

    def _values(self, document: Document, file: Candidate) -> dict[str, str]:
        """What the ``story.toml`` beside the file says of a document, by its keys."""
        notes = self.of(file.path.parent)
        if notes is None:
            return {}
        name = PurePosixPath(file.display).name + document.path.removeprefix(file.display)
        self.read.setdefault(notes.display, []).append(name)
        fitting = sorted(
            (rank, number)
            for number, entry in enumerate(notes.entries)
            if (rank := _rank(entry.name, name)) is not None
        )
        values: dict[str, str] = {}
        for _, number in fitting:
            entry = notes.entries[number]
            self.used.setdefault(notes.display, set()).add(entry.name)
            values = {**entry.values, **values}
        if values.get("role") == SourceRole.DRAFT.value:
            self.drafts[document.path] = notes.display
        return values

    def complaints(self) -> Iterator[InputError]:
        """Every mistake in the files, and every entry that fits nothing."""
        for notes in self.files.values():
            if notes is not None:
                yield from notes.errors
                names = _names(notes.folder)
                used = self.used.get(notes.display, set())
                unfit = [entry for entry in notes.entries if entry.name not in used]
                for entry in unfit[:_MOST_UNFIT]:
                    yield from _unfit(entry, notes, names, self.read.get(notes.display, []))


def _rank(pattern: str, name: str) -> tuple[int, int] | None:
    """How closely an entry fits a document, the least first; None where it does not.

    A file's own entry is for all that is in the file, and one that names more of the way to the document, or names it
    without a pattern, is the closer one.
    """
    asked, parts = _plain(pattern).split("/"), _plain(name).split("/")
    if len(asked) > len(parts):
        return None
    loose = 0
    for one, own in zip(asked, parts, strict=False):
        whole = _NUMBER.sub("", own)
        if one not in {own, whole}:
            if not (fnmatchcase(own, one) or fnmatchcase(whole, one)):
                return None
            loose = 1
    return -len(asked) - (_NUMBER.search(asked[-1]) is not None), loose


def _plain(name: str) -> str:
    """A name as it is compared: one system writes "é" as one character, another as two."""
    return unicodedata.normalize("NFC", name)


def _with(document: Document, values: Mapping[str, str], origin: str) -> Document:
    from discrepancy.loaders.articles.moments import moment  # the patterns of pages take a while to compile

    if not values:
        return document
    made: dict[str, Any] = dict(values)
    for key in {"published", "updated"} & values.keys():
        made[key] = moment(values[key])
    if "version" in values:
        made["version"] = int(values["version"])
    if "role" in values:
        made["role"] = SourceRole(values["role"])
    details = tuple(Detail(key, value, origin) for key, value in values.items())
    return replace(document, **made, details=(*details, *document.details))


def _names(folder: Path) -> dict[str, bool]:
    """The names in a folder, each with whether it is a folder; none where it can not be looked into."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.is_dir() for entry in sorted(entries, key=lambda entry: entry.name)}
    except OSError:
        return {}


def _unfit(entry: Entry, notes: StoryFile, names: dict[str, bool], read: list[str]) -> Iterator[InputError]:
    """Why an entry fits nothing; nothing where its file is there and was not asked for, or could not be read."""
    first, *inside = entry.name.split("/")
    there = [name for name in names if _rank(first, name) is not None]
    where, remedy = notes.at(entry.line), ""
    if not there:
        files = [name for name, is_folder in names.items() if not is_folder and name != STORY_FILE]
        what = f"“{entry.name}” fits no file in this folder."
        remedy = near(first, files) or f"The files there are {_some(files)}. "
    elif all(names[name] for name in there):
        what = f"“{entry.name}” is in a folder below, for which this file does not speak."
        remedy = f"Put a {STORY_FILE} into that folder. "
    else:
        members = [name for name in read if _rank(first, name) is not None]
        if not inside or not members:
            return
        what = f"“{entry.name}” fits no article in {first}."
        remedy = near(entry.name, members) or f"The articles in it are {_some(members)}. "
    yield InputError(what, where=where, remedy=f"{remedy}Correct the name, or take the entry out.")


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")

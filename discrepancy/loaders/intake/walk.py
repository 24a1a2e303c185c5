"""The files of a check: those that were given, and those in the folders that were given, in one fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from discrepancy.errors import EmptyInput, InputError
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.own_output import own_output
from discrepancy.loaders.intake.refusals import not_opened
from discrepancy.model import Skipped, Unread

__all__ = ["Candidate", "Walk", "empty_folder", "is_folder", "sort_out", "unread", "walk"]


_SAVED_WITH = re.compile(
    r"(?P<stem>.+)(?:_files|-Dateien|_fichiers|_archivos|_ficheiros|_bestanden|_file)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A file that may be read: the path to show, where it is, and whether it was given by name."""

    display: str
    path: Path
    given: bool


@dataclass(slots=True)
class Walk:
    """What walking found. ``folders`` maps each given folder to the paths of the files in it and below it."""

    files: list[Candidate] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    folders: dict[str, list[str]] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)


def unread(error: InputError, display: str) -> Unread:
    """The entry of a report for an error about a file."""
    return Unread(error.where or display, error.what, error.remedy)


def walk(paths: Iterable[Path], base: Path | None) -> Walk:
    """Find the files of a check. The order of ``paths``, and that in which the system lists files, change nothing."""
    result = Walk()
    for display, path in sorted((shown(path, base), path) for path in paths):
        if is_folder(path):
            result.folders.setdefault(display, [])
            _walk_folder(result, path, display, base)
        else:
            result.files.append(Candidate(display, path, given=True))
    result.files.sort(key=lambda file: (file.display, not file.given))
    return result


def is_folder(path: Path) -> bool:
    """Whether a folder is there; what can not be looked at is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk_folder(result: Walk, top: Path, given: str, base: Path | None) -> None:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        display = shown(folder, base)
        real = real_path(folder)
        if real in result.seen:
            result.skipped.append(Skipped(display, f"the same folder as {result.seen[real]}, which is read already"))
            continue
        result.seen[real] = display
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as problem:
            result.unread.append(unread(not_opened(problem, display), display))
            continue
        waiting.extend(reversed(sort_out(result, folder, names, given, base)))


def sort_out(result: Walk, folder: Path, names: list[str], given: str, base: Path | None) -> list[Path]:
    """Note the files of one folder; return the folders in it. What an earlier run of ours wrote there is told once."""
    below = []
    ours = own_output(folder, names)
    if ours:
        result.skipped.append(Skipped(shown(folder, base), ours.what))
    for name in names:
        path = folder / name
        if ours and name in ours.names:
            continue
        display = shown(path, base)
        if name.startswith("."):
            result.skipped.append(Skipped(display, "hidden"))
        elif is_folder(path) and (page := _page_of(name, names)):
            result.skipped.append(Skipped(display, f"what a browser saved with {page}"))
        elif is_folder(path):
            below.append(path)
        else:
            result.files.append(Candidate(display, path, given=False))
            result.folders[given].append(display)
    return below


def _page_of(folder: str, names: list[str]) -> str:
    """The page that a browser saved a folder of pictures, scripts and adverts with; empty where it is no such folder.

    Source: the names that Chrome, Edge and Firefox give, "Page_files", and in languages that have words of their own.
    """
    match = _SAVED_WITH.fullmatch(folder)
    pages = {f"{match['stem']}{suffix}" for suffix in (".html", ".htm", ".xhtml")} if match else set()
    return next((name for name in names if name in pages), "")


def empty_folder(display: str, files: int) -> EmptyInput:
    """The error for a folder that gives nothing to read."""
    what = "holds no file that can be read as an article." if files else "is an empty folder."
    return EmptyInput(
        what, where=display, remedy="Put the versions of the story in it: text, saved pages, wire copy, Word files."
    )

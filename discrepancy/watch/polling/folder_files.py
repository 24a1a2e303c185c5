"""The files of a folder that may be articles, in one fixed order, without opening any of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Final

from discrepancy.loaders.intake.own_output import own_output

__all__ = ["MOST_FILES", "Listed", "Listing", "listing"]

MOST_FILES: Final = 50_000
_PARTIAL = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", "~")
_NOT_ARTICLES = frozenset({"readme", "story.toml"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A file: its path below the folder with forward slashes, where it is, its size, when it was last changed."""

    name: str
    path: Path
    size: int
    changed: int
    """In nanoseconds since 1970, as the system tells it."""


@dataclass(slots=True)
class Listing:
    """What is in a folder.

    Attributes:
        files: of regular files, :data:`MOST_FILES` at the most.
        closed: folders below that can not be looked into, as beginnings of paths.
        more: whether there are more files than were listed.
    """

    files: list[Listed] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    more: bool = False


def listing(top: Path) -> Listing:
    """List a folder and the folders below it. No link is followed: it may lead out, or in a circle.

    Hidden files, files that are still being written under a name that says so, and what this program itself wrote
    there are left out.

    Raises:
        OSError: the folder itself can not be looked into.
    """
    found = Listing()
    waiting = [(top, "")]
    while waiting:
        folder, above = waiting.pop()
        try:
            entries = list(_entries(folder))
        except OSError:
            if not above:
                raise
            found.closed.append(above)
            continue
        below = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                below.append((folder / entry.name, f"{above}{_shown(entry.name)}/"))
                continue
            listed = _listed(entry, above)
            if listed is None:
                continue
            if len(found.files) >= MOST_FILES:
                found.more = True
                return found
            found.files.append(listed)
        waiting.extend(reversed(below))
    return found


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        every = sorted(entries, key=lambda entry: entry.name)
    ours = own_output(folder, [entry.name for entry in every])
    skipped = ours.names if ours else frozenset()
    for entry in every:
        low = entry.name.casefold()
        known = low in _NOT_ARTICLES or low.partition(".")[0] == "readme"
        if not (known or low.startswith((".", "~")) or low.endswith(_PARTIAL) or entry.name in skipped):
            yield entry


def _listed(entry: os.DirEntry[str], above: str) -> Listed | None:
    """A file; None for what is none, and for what was taken away just now."""
    try:
        told = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not S_ISREG(told.st_mode):
        return None
    return Listed(f"{above}{_shown(entry.name)}", Path(entry.path), told.st_size, told.st_mtime_ns)


def _shown(name: str) -> str:
    """A name that can be kept: one that is no UTF-8 could not be."""
    return os.fsencode(name).decode("utf-8", "replace")

"""The files of the story under review, and whether they are as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.loaders.intake.walk import walk

__all__ = ["Marks", "digests", "marks"]

Marks: TypeAlias = Mapping[Path, tuple[int, int]]
"""When each file was written, in nanoseconds, and how many bytes it has."""
_AT_ONCE = 1 << 20
_LARGEST = 200_000_000
"""Bytes of a file that are looked at: no loader reads a larger one, and it would hold up the check of the others."""


def marks(paths: Iterable[Path], beside: Iterable[Path] = ()) -> Marks:
    """What tells at once that a file is another one: of every file given or found, and of those ``beside``.

    A file that can not be looked at has no mark, as if it were not there.
    """
    found: dict[Path, tuple[int, int]] = {}
    files = [file.path for file in walk(paths, None).files]
    notes = {file.parent / STORY_FILE for file in files}  # which need not be in a folder that was given
    for path in (*files, *notes, *beside):
        try:
            status = path.stat()
        except (OSError, ValueError):
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def digests(files: Iterable[Path]) -> dict[Path, str]:
    """The SHA-256 of each file: one that was only touched has not changed. Of one too large to be read, its mark."""
    return {path: digest for path in files if (digest := _digest(path))}


def _digest(path: Path) -> str:
    made = hashlib.sha256()
    try:
        if not path.is_file():
            return ""
        status = path.stat()
        if status.st_size > _LARGEST:
            return f"{status.st_size} bytes, {status.st_mtime_ns}"
        with path.open("rb") as stream:
            while part := stream.read(_AT_ONCE):
                made.update(part)
    except (OSError, ValueError):
        return ""
    return made.hexdigest()

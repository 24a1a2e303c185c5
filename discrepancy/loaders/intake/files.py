"""Opening one file: only a regular one, every failure with its remedy."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from discrepancy.errors import PathUnreadable
from discrepancy.loaders.intake.given import Opener
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.loaders.intake.refusals import not_opened

__all__ = ["file_size", "opener_of", "read_head", "read_whole", "real_path", "shown"]


def shown(path: Path, base: Path | None) -> str:
    """The path as a report gives it: relative to ``base`` (or the current folder), with forward slashes."""
    try:
        relative = os.path.relpath(path, base or Path.cwd())
    except ValueError:  # on Windows there is no way from one drive to another
        relative = str(path)
    # A name that is no UTF-8 would make a report that can not be written.
    return os.fsencode(relative).decode("utf-8", "replace").replace(os.sep, "/")


def real_path(path: Path) -> str:
    """Where a path leads, all links followed; the path itself where that can not be told."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def file_size(path: Path, display: str) -> int:
    """The size of a regular file; anything else is refused before it is opened, since opening a pipe blocks."""
    try:
        status = path.stat()
    except (OSError, ValueError) as problem:
        raise not_opened(problem, display) from problem
    if not stat.S_ISREG(status.st_mode):
        raise PathUnreadable(
            "is a pipe, socket or device, and was not opened.", where=display, remedy="Give a file or a folder."
        )
    return status.st_size


def read_head(path: Path, display: str) -> bytes:
    """The first bytes of a file."""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except (OSError, ValueError) as problem:
        raise not_opened(problem, display) from problem


def read_whole(path: Path, display: str, most: int) -> bytes | None:
    """All bytes of a file; None where there are more than ``most``."""
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as problem:
        raise not_opened(problem, display) from problem
    return data if len(data) <= most else None


def opener_of(path: Path) -> Opener:
    """A way to open a file whose size was asked for, which tells it from a pipe or a device."""
    return lambda: path.open("rb")

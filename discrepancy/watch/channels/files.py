"""Files that alerts are written to: what may go wrong, in words, and what has to be on the disk before it is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from discrepancy.errors import OutputError
from discrepancy.watch.channels.means import Means
from discrepancy.watch.configured import Channel

__all__ = ["ensure_writable", "failures_told", "path_of", "real_file", "settle"]

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_TRIED_AGAIN: Final = "It is tried again until then, and nothing is lost."


def real_file(path: Path) -> Path:
    """The file that a path leads to, links followed; it need not be there yet, its folder does.

    Raises:
        OutputError: what is there is no file.
        OSError: the system does not let us look.
    """
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():
        what = "is a folder" if real.is_dir() else "is no plain file"
        raise OutputError(f"{what}, and alerts are written to a file.", where=str(path), remedy="Name a file.")
    return real


def ensure_writable(channel: Channel, _means: Means) -> None:
    """Find out whether a channel's file can be written; nothing is made.

    Raises:
        OutputError: why it can not.
    """
    path = path_of(channel)
    with failures_told(path):
        real = real_file(path)
        there = real if real.exists() else real.parent
        if not there.exists():
            raise FileNotFoundError(errno.ENOENT, "its folder is not there")
        if not os.access(there, os.W_OK):
            raise PermissionError(errno.EACCES, "you may not write there")


def path_of(channel: Channel) -> Path:
    """The file of a channel.

    Raises:
        OutputError: it has none.
    """
    if channel.path is None:
        raise OutputError("names no file.", where=channel.name, remedy='Write path = "…" in its table.')
    return channel.path


def settle(folder: Path) -> None:
    """See that a new name in a folder is on the disk, where the system has a way to say so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def failures_told(path: Path) -> Iterator[None]:
    """Tell what the system says of a file as an ``OutputError``."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            remedy = f"Make room on the disk. {_TRIED_AGAIN}"
        elif isinstance(problem, FileNotFoundError):
            remedy = f"Make its folder. {_TRIED_AGAIN}"
        else:
            remedy = f"Give yourself the right to write it and its folder. {_TRIED_AGAIN}"
        raise OutputError(
            f"Alerts can not be written ({problem.strerror or problem}).", where=str(path), remedy=remedy
        ) from problem

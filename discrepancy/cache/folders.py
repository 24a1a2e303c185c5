"""A hash over the files of a folder; where nothing in it changed, the one that an earlier process took."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from discrepancy.cache.disk import Disk
from discrepancy.cache.keys import key_of

__all__ = ["hash_of", "hash_of_unchanged"]

_TELLS_CHANGES: Final = os.name != "nt"
"""Whether the system gives the time at which a file was changed, which no program can set; on Windows it is that of its
making, and a file that was replaced by one of the same size and time of writing would pass for the one before."""
_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a further change to a file is sure to bear another time: some systems count in seconds."""


def hash_of(folder: Path) -> tuple[str, int]:
    """SHA-256 over the names and the contents of a folder's files, in the order of their names, and their number.

    What Python compiles of a package is no part of it. Of each file the hash takes the path below the folder with
    forward slashes, a line feed, the SHA-256 of the content in hexadecimal digits, and a line feed.
    """
    whole, names = hashlib.sha256(), sorted(name for name, _ in _files(str(folder), ""))
    for name in names:
        with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - a thousand files, and Path costs as much as they
            content = hashlib.sha256(file.read()).hexdigest()
        whole.update(f"{name}\n{content}\n".encode())
    return whole.hexdigest(), len(names)


def hash_of_unchanged(folder: Path, cache: Path | None) -> str:
    """The hash as :func:`hash_of` takes it, from ``cache`` where that keeps it of these very files.

    They are known by their place, size, node and times, all of which are part of the key: what was replaced in place
    has another time of change, whatever time of writing it was given. Nothing is kept of a folder that was changed
    just now, as the next change might bear the same time.
    """
    if cache is None or not _TELLS_CHANGES:
        return hash_of(folder)[0]
    disk, begun = Disk(cache), time.time_ns()
    seen, newest = _seen(folder)
    key = key_of("folder", str(folder.resolve()), seen)
    kept = disk.get(key)
    if kept is not None and len(kept) == hashlib.sha256().digest_size:
        return kept.hex()
    found = hash_of(folder)[0]
    if newest + _SETTLED < begun and _seen(folder) == (seen, newest):
        disk.put(key, bytes.fromhex(found))
    return found


def _seen(folder: Path) -> tuple[str, int]:
    """What the system says of a folder's files without opening them, and when the last of them was changed."""
    stats = sorted((name, entry.stat()) for name, entry in _files(str(folder), ""))
    told = [(name, s.st_dev, s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns) for name, s in stats]
    return repr(told), max((max(each[-2:]) for each in told), default=0)


def _files(folder: str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The paths below a folder, with forward slashes, of all files that are not Python's own, and their entries."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if "__pycache__" in entry.name:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{name}{entry.name}/")
            elif entry.is_file():
                yield f"{name}{entry.name}", entry

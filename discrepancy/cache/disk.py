"""Values kept in a folder, for the next process: one file each, checked when it is read, bounded together.

Several processes may use one folder: an entry is written beside its place and moved there, so that it is whole or not
there, and whoever comes first or last has written the same. Nothing here ever fails a check: a folder that can not be
written, a disk that is full, an entry that was cut short or comes from elsewhere costs the time it would have saved.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

__all__ = ["HEAD", "MOST", "Disk"]

MOST: Final = 500_000_000
"""Bytes that a folder may hold: the facts of several thousand articles."""
HEAD: Final = b"discrepancy cache 1\n"
"""What every entry begins with."""
_DIGEST: Final = hashlib.sha256().digest_size
_KEPT: Final = 0.8
"""The share of the bound that is left when it was passed, so that not every entry after it looks for the oldest."""
_BEING_WRITTEN: Final = ".part"
_ABANDONED: Final = 3600
"""Seconds after which an entry that nobody finished is nobody's."""


class Disk:
    """Bytes by key, a key being hexadecimal digits. What was longest unused goes first when the folder is full.

    The folder is made when there is something to keep, for its owner alone: what it holds is made of articles that may
    be under embargo. Files in it that are no entries are left alone.
    """

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._held: int | None = None  # bytes, once they were counted

    def get(self, key: str) -> bytes | None:
        """The bytes kept for ``key``; None where there are none, or not as they were put there."""
        path = self._place(key)
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        head, value = data[: len(HEAD) + _DIGEST], data[len(HEAD) + _DIGEST :]
        return value if head == HEAD + _sum(key, value) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` for ``key``, if that can be done."""
        if len(value) > self._most * (1 - _KEPT):
            return
        path = self._place(key)
        try:
            for folder in (self._folder, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path, HEAD + _sum(key, value) + value)
            self._make_room(len(HEAD) + _DIGEST + len(value))
        except OSError:
            return

    def held(self) -> tuple[int, int]:
        """How many entries the folder holds, and their bytes."""
        sizes = [size for _, size, _ in self._entries()]
        return len(sizes), sum(sizes)

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _make_room(self, more: int) -> None:
        """Count what came, and let the oldest entries go if it is too much. Other processes count what they put."""
        if self._held is None:
            self._held = sum(size for _, size, _ in self._entries())
        else:
            self._held += more
        if self._held <= self._most:
            return
        entries = sorted(self._entries())
        self._held = sum(size for _, size, _ in entries)
        for _, size, path in entries:
            if self._held <= self._most * _KEPT:
                break
            with suppress(OSError):  # another process was first
                path.unlink()
            self._held -= size

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each entry was last used, its bytes and its file."""
        for folder in self._folder.glob("[0-9a-f][0-9a-f]"):
            for path in folder.iterdir():
                with suppress(OSError):
                    stat = path.stat()
                    if path.suffix == _BEING_WRITTEN:
                        if time.time() - stat.st_mtime > _ABANDONED:
                            path.unlink()
                    elif path.name.startswith(folder.name):
                        yield stat.st_mtime, stat.st_size, path


def _sum(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + value).digest()


def _write(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=_BEING_WRITTEN)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise

"""An object store as fsspec gives it: whole objects by their keys, and errors in words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from discrepancy.errors import StorageMissing
from discrepancy.scale.storage.remote_errors import in_words
from discrepancy.scale.storage.safe_names import hidden

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


class Objects:
    """The objects below one address.

    Args:
        system: a file system of fsspec.
        root: the bucket and the prefix in it, as ``system`` names them.
        where: the address, as the user gave it.
    """

    def __init__(self, system: AbstractFileSystem, root: str, where: str) -> None:
        self._system = system
        self._root = root.rstrip("/")
        self.where = where

    def put(self, name: str, data: bytes) -> None:
        """One put; of what is very large, several that count only when the last is through."""
        with in_words(self._told(name)):
            self._system.pipe_file(self._path(name), data)

    def create(self, name: str, data: bytes) -> bool:
        """Put it if nothing is there; whether nothing was."""
        with in_words(self._told(name)):
            try:
                self._system.pipe_file(self._path(name), data, mode="create")
            except FileExistsError:
                return False
        return True

    def get(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """The bytes of a range; what lies behind the end is cut off, as in a file."""
        if end is not None and end <= start:
            return b""
        with in_words(self._told(name)):
            return bytes(self._system.cat_file(self._path(name), start=start or None, end=end))

    def size(self, name: str) -> int | None:
        """The number of bytes; None if nothing is there."""
        with suppress(StorageMissing), in_words(self._told(name)):
            return int(self._system.info(self._path(name))["size"])
        return None

    def find(self, under: str) -> list[str]:
        """The names of all that is below a prefix."""
        path = f"{self._root}/{under}".rstrip("/")
        found: list[str] = []
        with suppress(StorageMissing), in_words(self.where):
            found = self._system.find(path)
        return [str(each).removeprefix(f"{self._root}/") for each in found]

    def remove(self, name: str) -> None:
        """Delete it, if it is there."""
        with suppress(StorageMissing), in_words(self._told(name)):
            self._system.rm_file(self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _told(self, name: str) -> str:
        return self.where if hidden(name) else f"{self.where.rstrip('/')}/{name}"

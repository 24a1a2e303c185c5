"""Keys of what is kept: made of everything that a value depends on, so that no value outlives its reasons."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["hash_of", "key_of", "own_digest"]

_PACKAGE = Path(__file__).resolve().parent.parent


def key_of(*parts: str) -> str:
    """SHA-256 over some strings in their order, in hexadecimal digits; no other strings give the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def hash_of(folder: Path) -> tuple[str, int]:
    """SHA-256 over the names and the contents of a folder's files, in the order of their names, and their number.

    What Python compiles of a package is no part of it. Of each file the hash takes the path below the folder with
    forward slashes, a line feed, the SHA-256 of the content in hexadecimal digits, and a line feed.
    """
    whole, names = hashlib.sha256(), sorted(_files(str(folder), ""))
    for name in names:
        with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - a thousand files, and Path costs as much as they
            content = hashlib.sha256(file.read()).hexdigest()
        whole.update(f"{name}\n{content}\n".encode())
    return whole.hexdigest(), len(names)


@cache
def own_digest() -> str:
    """The hash of this package's own programs and word lists: with another release everything is worked out anew."""
    return hash_of(_PACKAGE)[0]


def _files(folder: str, name: str) -> Iterator[str]:
    """The paths below a folder, with forward slashes, of all files that are not Python's own."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if "__pycache__" in entry.name:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{name}{entry.name}/")
            elif entry.is_file():
                yield f"{name}{entry.name}"

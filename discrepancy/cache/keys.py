"""Keys of what is kept: made of everything that a value depends on, so that no value outlives its reasons."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["key_of", "own_digest"]

_PACKAGE = Path(__file__).resolve().parent.parent


def key_of(*parts: str) -> str:
    """SHA-256 over some strings in their order, in hexadecimal digits; no other strings give the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def own_digest() -> str:
    """SHA-256 over this package's own programs and word lists: with another release everything is worked out anew."""
    whole = hashlib.sha256()
    for name in sorted(_files(str(_PACKAGE), "")):
        with open(f"{_PACKAGE}/{name}", "rb") as file:  # noqa: PTH123 - a thousand files, and Path costs as much as they
            content = hashlib.sha256(file.read()).hexdigest()
        whole.update(f"{name}\n{content}\n".encode())
    return whole.hexdigest()


def _files(folder: str, name: str) -> Iterator[str]:
    """The paths below a folder, with forward slashes, of all files that are not Python's own."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield f"{name}{entry.name}"
            elif entry.name != "__pycache__":
                yield from _files(entry.path, f"{name}{entry.name}/")

"""The files of a language model: where they are, and a digest of what they hold."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import lru_cache
from pathlib import Path

__all__ = ["digest_of", "folder_of", "hash_of"]


def folder_of(name: str) -> Path | None:
    """The folder of a model: itself, or that of the package of its name; None where there is none."""
    folder = Path(name)
    if folder.is_dir():
        return folder
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def hash_of(folder: Path) -> tuple[str, int]:
    """SHA-256 over the names and the contents of a folder's files, in the order of their names, and their number.

    What Python compiles of a package is no part of it. Of each file the hash takes the path below the folder with
    forward slashes, a line feed, the SHA-256 of the content in hexadecimal digits, and a line feed.
    """
    whole, files = hashlib.sha256(), 0
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(paths):
        if "__pycache__" not in name:
            files += 1
            whole.update(f"{name}\n{hashlib.sha256(paths[name].read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest(), files


@lru_cache(maxsize=2)
def digest_of(folder: Path) -> str:
    """The hash of a model's files, as they were when first asked: in one process a model is loaded once."""
    return hash_of(folder)[0]

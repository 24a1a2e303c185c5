"""The files of a language model: where they are, and a digest of what they hold."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

from discrepancy.cache import hash_of_unchanged

__all__ = ["digest_of", "folder_of"]


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


@lru_cache(maxsize=2)
def digest_of(folder: Path, kept_in: Path | None = None) -> str:
    """The hash of a model's files, as they were when first asked: in one process a model is loaded once.

    Args:
        folder: that of the model.
        kept_in: the folder that may keep it for the next process.
    """
    return hash_of_unchanged(folder, kept_in)

"""The folder that holds what was given."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

__all__ = ["common_folder", "folder_of"]


def folder_of(path: Path) -> Path | None:
    """What was given if it is a folder, else the one that it is in, links followed; None where that can not be told."""
    try:
        return Path(os.path.realpath(path if path.is_dir() else path.parent))
    except (OSError, ValueError):  # a name with a zero byte, a current folder that is gone
        return None


def common_folder(paths: Sequence[Path]) -> Path | None:
    """The folder that holds all of the paths, links in its own name followed; None where they have none in common."""
    folders = [str(folder) for path in paths if (folder := folder_of(path)) is not None]
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:  # on Windows, two drives
        return None

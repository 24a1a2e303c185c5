"""The key of a story in a store: what keeps the decisions on one story apart from those on others."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

__all__ = ["story_key"]

_NAMELESS = "story"


def story_key(paths: Sequence[Path], stated: str = "") -> str:
    """The key of the story that these files tell: the one stated, else the name of the folder that holds them all.

    It outlives edits, and does not depend on where the check runs: of a folder it is its own name, links followed.

    Args:
        paths: files and folders, as they were given.
        stated: the key that the user gave; empty where none was.
    """
    if stated.strip():
        return stated.strip()
    folders = {os.path.realpath(path if path.is_dir() else path.parent) for path in paths}
    try:
        common = os.path.commonpath(folders) if folders else ""
    except ValueError:  # on Windows, two drives
        common = ""
    return Path(common).name or _NAMELESS

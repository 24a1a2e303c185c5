"""Which file of house rules speaks for the files that are checked: the nearest one above them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from discrepancy.loaders.intake.folders import common_folder, folder_of
from discrepancy.loaders.intake.own_files import HOUSE_FILE

__all__ = ["HOUSE_FILE", "PROJECT_FILE", "Found", "find_house_file"]

PROJECT_FILE: Final = "pyproject.toml"
_ROOTS: Final = (".git", ".hg", ".svn")
"""What stands in the topmost folder of a repository: above it another house begins."""
_TABLE: Final = re.compile(rb"^[ \t]*\[[^\]\n]*tool[^\]\n]*discrepancy|^[ \t]*tool\b.*discrepancy", re.MULTILINE)
"""A heading of ours in a file that is not ours alone, or a dotted key of it."""
_MOST_BYTES: Final = 300_000


@dataclass(frozen=True, slots=True)
class Found:
    """The file in force, and the files that could have been and are not, each with the reason."""

    path: Path | None = None
    passed: tuple[tuple[Path, str], ...] = ()


def find_house_file(paths: Sequence[Path]) -> Found:
    """Look for the file from the folder of the paths upwards, then from the current folder upwards.

    The first that is met is in force alone: ``discrepancy.toml``, or else a ``pyproject.toml`` with a table of ours.
    The way up ends at the top of a repository, at the home folder, or at the root.
    """
    passed: list[tuple[Path, str]] = []
    seen: set[Path] = set()
    for start in (common_folder(paths), folder_of(Path())):
        for folder in _upwards(start):
            if folder in seen:
                break
            seen.add(folder)
            found = [path for name in (HOUSE_FILE, PROJECT_FILE) if _is_ours(path := folder / name)]
            fit = [path for path in found if not _may_be_planted(path)]
            passed += [(path, "anyone may put a file there") for path in found if path not in fit]
            if fit:
                passed += [(path, f"{fit[0].name} beside it is in force") for path in fit[1:]]
                return Found(fit[0], tuple(passed))
    return Found(None, tuple(passed))


def _upwards(start: Path | None) -> Iterator[Path]:
    home = _home()
    for folder in () if start is None else (start, *start.parents):
        yield folder
        if str(folder) == home or any(os.path.lexists(folder / name) for name in _ROOTS):
            return


def _home() -> str:
    """The home folder; empty for a user who has none."""
    try:
        return os.path.realpath(Path("~").expanduser())
    except (OSError, RuntimeError):
        return ""


def _is_ours(path: Path) -> bool:
    """Whether a file of house rules is there, readable or not."""
    if path.name == HOUSE_FILE:
        return os.path.lexists(path)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return _TABLE.search(stream.read(_MOST_BYTES)) is not None
    except OSError:
        return False


def _may_be_planted(path: Path) -> bool:
    """Whether it is someone else's file in a folder where anyone may put one, such as that for temporary files."""
    if not hasattr(os, "getuid"):  # no such system of rights
        return False
    try:
        folder, owner = path.parent.stat(), path.lstat().st_uid
    except OSError:
        return False
    return bool(folder.st_mode & stat.S_IWOTH) and owner not in (0, os.getuid())

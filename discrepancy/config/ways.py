"""Paths that house rules name: relative to their own file, and only ever read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from discrepancy.config.context import Context
from discrepancy.config.mistakes import wrong
from discrepancy.config.toml_places import Way
from discrepancy.errors import PathMissing, PathUnreadable, Unsafe

__all__ = ["from_here", "read_file_path", "read_store_path", "store_path"]

_TEXT = 'Write it like {key} = "{example}", in quotation marks.'


def from_here(folder: Path) -> Path:
    """A folder as it is reached from the current one, for messages that a reader knows the paths in."""
    try:
        return Path(os.path.relpath(folder))
    except (OSError, ValueError):  # a current folder that is gone; on Windows, another drive
        return folder


def read_file_path(way: Way, value: object, context: Context) -> Path:
    """The path of a file that is there.

    Raises:
        InputError: it is no text, leads to nothing, or to what is no file: a pipe is not waited for.
    """
    path = _path(way, value, context, "house-style.csv")
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        raise PathMissing(
            f"{way[-1]} = “{value}” leads to no file that can be read.",
            where=context.place.at(*way),
            remedy="Paths are taken from the folder of this file: check the spelling.",
        ) from None
    if not stat.S_ISREG(mode):
        raise PathUnreadable(
            f"{way[-1]} = “{value}” leads to what is no file.",
            where=context.place.at(*way),
            remedy="Name the file itself.",
        )
    return path


def read_store_path(way: Way, value: object, context: Context) -> Path:
    """The path of the store of decisions; one that a file was found to name is as :func:`store_path` says.

    Raises:
        InputError: it is no text, no file, or would be made outside of the folder.
    """
    path = _path(way, value, context, "decisions.db")
    return path if context.trusted else store_path(path, context.folder, str(value), context.place.at(*way))


def store_path(path: Path, folder: Path, given: str, where: str) -> Path:
    """The path of a store that a file names without being asked to: in its own folder, or else already there.

    Raises:
        InputError: it is neither, or it is no file.
    """
    real = Path(os.path.realpath(path))
    inside = real.is_relative_to(os.path.realpath(folder))
    try:
        mode = real.stat().st_mode
    except (OSError, ValueError):
        mode = None
    if mode is None and not inside:
        raise Unsafe(
            f"store = “{given}” leads out of this folder, to no file that is there.",
            where=where,
            remedy="Make it once with --store FILE, or keep it in this folder.",
        )
    if mode is not None and not stat.S_ISREG(mode):
        raise PathUnreadable(f"store = “{given}” leads to what is no file.", where=where, remedy="Name a file.")
    return path


def read_cache_path(way: Way, value: object, context: Context) -> Path:
    """The folder of the cache; one that a file was found to name lies in that file's folder.

    Raises:
        InputError: it is no text, no folder, or outside of the folder.
    """
    path = _path(way, value, context, "cache")
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_dir():
        raise PathUnreadable(
            f"cache = “{value}” leads to what is no folder.", where=context.place.at(*way), remedy="Name a folder."
        )
    if not context.trusted and not real.is_relative_to(os.path.realpath(context.folder)):
        raise Unsafe(
            f"cache = “{value}” leads out of this folder.",
            where=context.place.at(*way),
            remedy="Give it with --cache FOLDER, or keep it in this folder.",
        )
    return path


def _path(way: Way, value: object, context: Context, example: str) -> Path:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        return context.folder / value.strip()
    raise wrong(context.place, way, value, "is no path.", _TEXT.format(key=way[-1], example=example))

"""Files of this program's own among the articles: they are passed over without a word, like ``story.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from discrepancy.cache import HEAD

__all__ = ["HOUSE_FILE", "is_our_own"]

HOUSE_FILE: Final = "discrepancy.toml"
_STORE: Final = b"SQLite format 3\0"
_MARK: Final = b"dscr"
"""What a store of decisions has at byte 68, where SQLite's format has the mark of a program."""
_AT: Final = 68
_BESIDE: Final = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a file while it is open."""


def is_our_own(path: Path) -> bool:
    """Whether a file that a folder holds is house rules, a kept value, a store of decisions, or beside an open one."""
    if path.name == HOUSE_FILE:
        return True
    ending = next((each for each in _BESIDE if path.name.endswith(each)), "")
    head = _head(path.with_name(path.name.removesuffix(ending)))
    return head.startswith(HEAD) or (head.startswith(_STORE) and head[_AT:] == _MARK)


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_AT + len(_MARK))
    except (OSError, ValueError):
        return b""

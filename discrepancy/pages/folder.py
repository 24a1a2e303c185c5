"""The folder that pages are written to: which files in it are ours to write over or to take away.

A list of the files written, with what was in each, is kept beside them. A page of an earlier run that this run does
not write again is taken away if it is just as we wrote it, so that no stale page is left; whatever else stands in the
folder is never touched. No link is followed either: what it leads to is not ours.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path

from discrepancy.errors import OutputError
from discrepancy.loaders.intake.own_output import PAGES
from discrepancy.report import ensure_no_link, ensure_writable, put_own

__all__ = ["INDEX", "LIST", "RESERVED", "PageFolder", "ensure_usable"]

INDEX = "index.html"
LIST = PAGES
RESERVED = frozenset(name.partition(".")[0] for name in (INDEX, LIST))
"""Names, without suffix, that no page of a story may have."""
_SCHEMA = "discrepancy-pages/1"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z]+")
"""What our files are called; a list that names anything else was not made by us."""


class PageFolder:
    """A folder of pages while it is written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._before = _listed(path)
        self._written: dict[str, str] = {}

    def foreign(self) -> frozenset[str]:
        """The names, without suffix and in small letters, of what is there and is no file of ours."""
        if not self.path.is_dir():
            return frozenset()
        there = (each.name for each in self.path.iterdir() if each.name not in self._before or not _is_plain(each))
        return frozenset(name.casefold().partition(".")[0] for name in there)

    def put(self, name: str, text: str) -> Path:
        """Write one file.

        Raises:
            OutputError: it can not be written, or what is there is not ours.
        """
        _ensure_ours(self.path / name, {*self._before, *self._written})
        put_own(self.path / name, text)
        self._written[name] = _digest(text.encode())
        return self.path / name

    def close(self) -> list[str]:
        """Write the list, and take away what an earlier run wrote and this one did not; the names of those."""
        stale = sorted(name for name, digest in self._before.items() if self._is_stale(name, digest))
        for name in stale:
            (self.path / name).unlink(missing_ok=True)
        files = {"schema": _SCHEMA, "files": self._written}
        _ensure_ours(self.path / LIST, self._before)
        put_own(self.path / LIST, json.dumps(files, indent=1, sort_keys=True) + "\n")
        return stale

    def _is_stale(self, name: str, digest: str) -> bool:
        path = self.path / name
        return name not in self._written and _is_plain(path) and _read(path) == digest


def ensure_usable(path: Path) -> None:
    """Find out before a long check whether pages can be written to ``path``; nothing is made.

    Raises:
        OutputError: nobody may write there, a file is in its place, the folder holds files and none of our pages, or
            the place of the index is taken by a link or by a file that is not ours.
    """
    for name in (INDEX, LIST):
        ensure_no_link(path / name)
        ensure_writable(path / name)
    listed = _listed(path)
    if path.is_dir() and not listed and any(not each.name.startswith(".") for each in path.iterdir()):
        raise OutputError(
            "the folder holds other files, and no pages of an earlier check.",
            where=str(path),
            remedy="Name a new or an empty folder for the pages.",
        )
    _ensure_ours(path / INDEX, listed)


def _ensure_ours(path: Path, ours: Collection[str]) -> None:
    ensure_no_link(path)
    if path.name not in ours and path.exists():
        raise OutputError(
            "a page of that name is to be written, and the file that is there is none of an earlier check.",
            where=str(path),
            remedy="Move that file away, or name another folder for the pages.",
        )


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _listed(folder: Path) -> dict[str, str]:
    """The files of an earlier run with what was in each; none where there is no list of ours."""
    try:
        raw = json.loads((folder / LIST).read_bytes())
        files = {str(name): str(digest) for name, digest in raw["files"].items()}
        ours = raw["schema"] == _SCHEMA and all(_NAME.fullmatch(name) for name in files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {**files, LIST: ""} if ours else {}


def _read(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

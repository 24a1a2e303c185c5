"""The folder that pages are written to: which files in it are ours to write over or to take away.

A list of the files written, with what was in each, is kept beside them. A page of an earlier run that this run does
not write again is taken away if it is just as we wrote it, so that no stale page is left; whatever else stands in the
folder is never touched.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from discrepancy.errors import OutputError
from discrepancy.report import ensure_writable, put

__all__ = ["LIST", "PageFolder", "ensure_usable"]

LIST = "discrepancy-pages.json"
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
        """The names, without suffix and in small letters, of files that are there and are not ours."""
        if not self.path.is_dir():
            return frozenset()
        there = (each.name for each in self.path.iterdir() if each.name not in self._before)
        return frozenset(name.casefold().partition(".")[0] for name in there)

    def put(self, name: str, text: str) -> Path:
        """Write one file.

        Raises:
            OutputError: it can not be written.
        """
        put(self.path / name, text)
        self._written[name] = _digest(text.encode())
        return self.path / name

    def close(self) -> list[str]:
        """Write the list, and take away what an earlier run wrote and this one did not; the names of those."""
        stale = sorted(name for name, digest in self._before.items() if self._is_stale(name, digest))
        for name in stale:
            (self.path / name).unlink(missing_ok=True)
        files = {"schema": _SCHEMA, "files": self._written}
        put(self.path / LIST, json.dumps(files, indent=1, sort_keys=True) + "\n")
        return stale

    def _is_stale(self, name: str, digest: str) -> bool:
        path = self.path / name
        return name not in self._written and path.is_file() and not path.is_symlink() and _read(path) == digest


def ensure_usable(path: Path) -> None:
    """Find out before a long check whether pages can be written to ``path``; nothing is made.

    Raises:
        OutputError: nobody may write there, a file is in its place, or the folder holds files and none of our pages.
    """
    ensure_writable(path / "index.html")
    if path.is_dir() and not _listed(path) and any(not each.name.startswith(".") for each in path.iterdir()):
        raise OutputError(
            "the folder holds other files, and no pages of an earlier check.",
            where=str(path),
            remedy="Name a new or an empty folder for the pages.",
        )


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

"""What an earlier run of this program wrote among the articles: its pages and tables are no articles.

A folder is known by the list or the mark that a run leaves in it, and only what a run writes is passed over: articles
that were put beside it are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

__all__ = ["MARK", "PAGES", "SAYS", "OwnOutput", "own_output"]

PAGES: Final = "discrepancy-pages.json"
"""The list of the pages that ``check --pages`` wrote."""
RUN: Final = "run.json"
MARK: Final = "work/batch.txt"
"""What a batch leaves: its report, and a mark from its beginning on."""
SAYS: Final = (
    b"What stands in this folder was written by `discrepancy batch`, and the next run into it may take it away.\n"
)
"""What the mark says."""
_WORK: Final = "work"
_OF_A_BATCH = re.compile(
    r"run\.json|\.run|index(?:-\d+)?\.html|assets|stories|facts|documents|findings|failures|passed_over|work"
)
_MOST = 50_000_000
"""Bytes of a list of pages: some hundred thousand."""


@dataclass(frozen=True, slots=True)
class OwnOutput:
    """What of a folder is ours: the names in it, and what wrote them, in words."""

    names: frozenset[str]
    what: str


def own_output(folder: Path, names: Iterable[str]) -> OwnOutput | None:
    """What an earlier run wrote into a folder, of the names in it; None where it was none."""
    there = frozenset(names)
    listed = _listed(folder / PAGES) if PAGES in there else frozenset()
    if listed:
        return OwnOutput(there & (listed | {PAGES}), "pages that an earlier `discrepancy check --pages` wrote")
    if _is_batch(folder, there):
        ours = frozenset(name for name in there if _OF_A_BATCH.fullmatch(name))
        return OwnOutput(ours, "what an earlier `discrepancy batch` wrote")
    return None


def _is_batch(folder: Path, there: frozenset[str]) -> bool:
    if _WORK in there and _is_mark(folder / MARK):
        return True
    return RUN in there and str(_json(folder / RUN).get("schema", "")).startswith("discrepancy-run/")


def _is_mark(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(SAYS) and path.read_bytes() == SAYS
    except OSError:
        return False


def _listed(path: Path) -> frozenset[str]:
    told = _json(path)
    ours = str(told.get("schema", "")).startswith("discrepancy-pages/")
    files = told.get("files")
    return frozenset(map(str, files)) if ours and isinstance(files, dict) else frozenset()


def _json(path: Path) -> dict[str, Any]:
    """The object in a file; an empty one where there is none."""
    try:
        told = json.loads(path.read_bytes()) if path.is_file() and path.stat().st_size <= _MOST else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}

"""Names of files for stories: of the folder's own name, the same in every run, and safe on any system."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from anyascii import anyascii

__all__ = ["file_names", "slug"]

_LONGEST = 60
_OTHER = re.compile(r"[^a-z0-9]+")
_TAKEN_BY_SYSTEMS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names of devices, which no file may have on Windows."""


def file_names(folders: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """A name for each folder, without a suffix; none is in ``taken``, and no two are one on any file system.

    It is the folder's own name in plain letters. Where several folders bear one name, those above them are put before
    it; where that does not tell them apart either, or the name is taken, a number follows.
    """
    parts = [_parts(folder) for folder in folders]
    depth = [1] * len(parts)
    while True:
        names = [slug("-".join(each[-deep:])) for each, deep in zip(parts, depth, strict=True)]
        often = Counter(names)
        deeper = [i for i, name in enumerate(names) if often[name] > 1 and depth[i] < len(parts[i])]
        if not deeper:
            return _numbered(names, taken)
        for i in deeper:
            depth[i] += 1


def slug(text: str) -> str:
    """``text`` in small plain letters, figures and hyphens; "story" where nothing of it is left."""
    made = _OTHER.sub("-", anyascii(text).casefold())[:_LONGEST].strip("-") or "story"
    return f"story-{made}" if _TAKEN_BY_SYSTEMS.fullmatch(made) else made


def _parts(folder: str) -> list[str]:
    return [part for part in PurePosixPath(folder).parts if part not in {"..", ".", "/"}] or [""]


def _numbered(names: list[str], taken: Collection[str]) -> list[str]:
    used, result = set(taken), []
    for name in names:
        unique, number = name, 1
        while unique in used:
            number += 1
            unique = f"{name}-{number}"
        used.add(unique)
        result.append(unique)
    return result

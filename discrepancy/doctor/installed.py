"""What the installer noted down: versions of packages, and which ones a package needs."""

from __future__ import annotations

import re
from importlib import metadata
from typing import Final

__all__ = ["installed", "parts", "required"]

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA: Final = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
_OURS: Final = ("dev",)
"""Parts that are for those who work on the program."""


def installed(name: str) -> str | None:
    """The version of a package; None where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def required(name: str) -> list[str]:
    """The packages that one can not do without, in alphabetical order."""
    return sorted(_bare(line) for line in metadata.requires(name) or () if not _EXTRA.search(line))


def parts(name: str) -> dict[str, list[str]]:
    """The optional parts of a package with the packages that each needs, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for line in metadata.requires(name) or ():
        if (extra := _EXTRA.search(line)) and extra[1] not in _OURS:
            found.setdefault(extra[1], []).append(_bare(line))
    return {part: sorted(found[part]) for part in sorted(found)}


def _bare(line: str) -> str:
    match = _NAME.match(line.strip())
    return match[0] if match else line

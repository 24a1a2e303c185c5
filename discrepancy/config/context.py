"""What the reader of a value knows of the file that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from discrepancy.config.mistakes import Place

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """The file with its lines, the folder that its paths are relative to, and whether the user named it."""

    place: Place
    folder: Path
    trusted: bool

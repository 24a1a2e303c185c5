"""Word lists and tables as data: one file a list, each with its source in its head."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["table", "words"]


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of `<name>.txt`, one a line, without comments and blank lines."""
    lines = _read(f"{name}.txt").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed `<name>.toml`. The result is shared: read it, never change it."""
    return tomllib.loads(_read(f"{name}.toml"))


def _read(file_name: str) -> str:
    return resources.files(__name__).joinpath(file_name).read_text(encoding="utf-8")

"""Keys of what is kept: made of everything that a value depends on, so that no value outlives its reasons."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["key_of", "own_digest"]

_PACKAGE = Path(__file__).resolve().parent.parent


def key_of(*parts: str) -> str:
    """SHA-256 over some strings in their order, in hexadecimal digits; no other strings give the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def own_digest() -> str:
    """SHA-256 over this package's own programs and word lists: with another release everything is worked out anew."""
    whole = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{path.relative_to(_PACKAGE).as_posix()}\n{content}\n".encode())
    return whole.hexdigest()

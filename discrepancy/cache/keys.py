"""Keys of what is kept: made of everything that a value depends on, so that no value outlives its reasons."""

from __future__ import annotations

import hashlib

__all__ = ["key_of"]


def key_of(*parts: str) -> str:
    """SHA-256 over some strings in their order, in hexadecimal digits; no other strings give the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()

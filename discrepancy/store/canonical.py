r"""One way to write JSON, so that the same data have the same bytes, and the same bytes the same hash.

Keys are sorted by their code points, nothing stands between the parts, and all characters outside of ASCII are written
``\uXXXX`` in small hexadecimal digits (those beyond the first plane as two): what Python's ``json.dumps`` makes with
``sort_keys=True, separators=(",", ":")``.
"""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

__all__ = ["NOTHING", "Json", "canonical", "sha256"]

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

NOTHING = "0" * 64
"""What stands for the hash of the row before the first."""


def canonical(value: Json) -> str:
    """``value`` as JSON, in one way only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(text: str) -> str:
    """In 64 hexadecimal digits, over the bytes of a text that is all ASCII."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()

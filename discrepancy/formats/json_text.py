"""JSON as text for other programs: sorted keys, and nothing in it that UTF-8 can not encode or a terminal obeys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

__all__ = ["Json", "json_text"]

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None

_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
"""Halves of surrogate pairs, which UTF-8 can not encode, and what drives a terminal or turns its lines around."""


def json_text(value: Json) -> str:
    """``value`` as JSON; lone surrogates and hidden characters stand in it as escapes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"

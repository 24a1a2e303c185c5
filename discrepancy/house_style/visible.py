"""A text as a reader sees it, with the way back to the offsets of the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from discrepancy.text.characters import plain

__all__ = ["Visible", "visible"]

_RUNS: Final = re.compile(r"[^\S ]|  ")


class Visible(NamedTuple):
    """``text`` with its marks composed, hidden characters gone, and every run of white space made one space.

    ``offsets[n]`` is where its character ``n`` stands in the source.
    """

    text: str
    offsets: Sequence[int]


def visible(text: str) -> Visible:
    """What a reader sees of ``text``."""
    if text.isascii() and not _RUNS.search(text):
        return Visible(text, range(len(text)))
    shown: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(plain(text)):
        if char.isspace():
            if shown and shown[-1] == " ":
                continue
            shown.append(" ")
        elif char.isascii() or not unicodedata.category(char).startswith(("Cf", "Mn")):
            shown.append(char)
        else:
            if shown and len(whole := unicodedata.normalize("NFC", shown[-1] + char)) == 1:
                shown[-1] = whole  # a letter and its mark, written apart
            continue
        offsets.append(at)
    return Visible("".join(shown), offsets)

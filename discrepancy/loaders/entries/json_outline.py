"""The shape of a JSON file told from its first bytes: which names its objects have, whatever comes after."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Outline", "outline"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_BEGINS = re.compile(r"[\s\ufeff]*[\[{]")
_DEEPEST = 8
"""Levels below which nothing tells a format."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the beginning of a JSON file holds.

    Attributes:
        names: for the objects at a path of names (those in one list have one path) all their names, in lower case.
        version: what the outermost object calls its "version", where that is text.
        several: whether another value follows the first, as in JSON Lines.
    """

    names: Mapping[tuple[str, ...], frozenset[str]]
    version: str = ""
    several: bool = False


@lru_cache(maxsize=2)  # several loaders ask for the outline of one file
def outline(head: bytes) -> Outline | None:
    """The outline of a file that begins as JSON does; None for any other, and for plain values."""
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] not in (b"{", b"["):
        return None
    text = head.decode(json.detect_encoding(head), "replace")
    return _Walk().over(text) if _BEGINS.match(text) else None


class _Walk:
    """One pass over the tokens of a text that may be cut off anywhere."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str]] = []
        """Brackets that are open, each with the name that it stands under."""
        self.names: dict[tuple[str, ...], set[str]] = {}
        self.name = ""
        self.version = ""

    def over(self, text: str) -> Outline:
        several = False
        tokens = list(_TOKEN.finditer(text))
        for place, match in enumerate(tokens):
            if place and not self.open:
                several = True
                break
            mark = match.group()
            if mark in ("{", "["):
                self.open.append((mark, self.name))
                self.name = ""
            elif mark in ("}", "]"):
                self.open.pop()
                self.name = ""
            elif mark == ",":
                self.name = ""
            elif mark == ":" and tokens[place - 1].group().startswith('"'):
                self._named(tokens[place - 1].group())
            elif mark.startswith('"') and self.name == "version" and len(self.open) == 1:
                self.version = mark.strip('"').replace("\\/", "/")
        found = {path: frozenset(names) for path, names in self.names.items()}
        return Outline(found, self.version, several)

    def _named(self, mark: str) -> None:
        self.name = mark.strip('"').lower()
        if self.open and self.open[-1][0] == "{" and len(self.open) <= _DEEPEST:
            path = tuple(name for _, name in self.open if name)
            self.names.setdefault(path, set()).add(self.name)

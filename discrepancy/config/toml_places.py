"""On which line of a TOML file each key stands: the standard library's reader does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import Final

__all__ = ["Way", "line_of", "places"]

Way = tuple[str, ...]
"""The way to a value: ("levels", "NUM001")."""

_PART: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEY: Final = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_PARTS: Final = re.compile(_PART)
_HEADING: Final = re.compile(r"\[{1,2}[ \t]*")
_IDLE: Final = re.compile(r"(?:\s+|#[^\n]*)+")
_TOKEN: Final = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'''
    r"""|'''(?:[^']|'{1,2}(?!'))*'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[{]|[\]}]|\n|[^"'#\[{\]}\n]+""",
    re.DOTALL,
)


def places(text: str) -> dict[Way, int]:
    """The line, counted from 1, of each key and heading of TOML that is known to be well formed.

    What stands in an inline table stands on the line of its key.
    """
    found: dict[Way, int] = {}
    table: Way = ()
    at, line, counted = 0, 1, 0
    while at < len(text):
        if idle := _IDLE.match(text, at):
            at = idle.end()
            continue
        line, counted = line + text.count("\n", counted, at), at
        heading = _HEADING.match(text, at)
        key = _KEY.match(text, heading.end() if heading else at)
        if key is None:  # not well formed after all
            break
        way = tuple(_plain(part) for part in _PARTS.findall(key[0]))
        base = () if heading else table
        table = way if heading else table
        for number in range(1, len(way) + 1):
            found.setdefault((*base, *way[:number]), line)
        at = _end(text, key.end())
    return found


def line_of(found: dict[Way, int], way: Way) -> int:
    """The line of a key, or of the table that it stands in; 0 where neither is known."""
    return next((found[way[:size]] for size in range(len(way), 0, -1) if way[:size] in found), 0)


def _plain(part: str) -> str:
    if part[0] not in "\"'":
        return part
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except tomllib.TOMLDecodeError:
        return part[1:-1]


def _end(text: str, at: int) -> int:
    """Where the statement ends: behind the first line feed that stands in no text, list or table."""
    depth = 0
    while at < len(text) and (token := _TOKEN.match(text, at)):
        at = token.end()
        if token[0] in {"[", "{"}:
            depth += 1
        elif token[0] in {"]", "}"}:
            depth -= 1
        elif token[0] == "\n" and depth <= 0:
            return at
    return len(text)

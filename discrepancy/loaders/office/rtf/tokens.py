"""A Rich Text file cut into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from discrepancy.errors import TooLarge

__all__ = ["Token", "Type", "tokens"]

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}]+)|\\",
    re.DOTALL,
)
_MOST = 500_000
"""Tokens of a file: a long article as Word writes it has a few ten thousand. A picture is one."""


class Type(Enum):
    """What a token is, by the name of its group in the expression that finds it."""

    WORD = "word"
    HEX = "hex"
    SYMBOL = "symbol"
    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: of a word its name and its number, which is None where it has none; of any other its characters."""

    type: Type
    text: str
    number: int | None
    at: int


def tokens(text: str, where: str) -> Iterator[Token]:
    r"""The tokens of a file, without the bytes that ``\bin`` announces.

    Args:
        text: the file, a character a byte.
        where: the path to show.

    Raises:
        TooLarge: it has more tokens than any article.
    """
    at = 0
    for _ in range(_MOST):
        match = _TOKEN.match(text, at)
        if match is None:
            return
        at = match.end()
        kind = match.lastgroup
        if kind is None:
            continue  # a backslash that ends the file
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            yield Token(Type.WORD, match["word"], number, match.start())
            if match["word"] == "bin":
                at += max(0, number or 0)
        else:
            yield Token(Type(kind), match[kind], None, match.start())
    if at < len(text):
        raise TooLarge(
            f"has more than {_MOST:,} control words.", where=where, remedy="Save it again as .docx and give that."
        )

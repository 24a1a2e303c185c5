"""Text as the language model reads it best, and in pieces that it can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from discrepancy.model import Span
from discrepancy.text.characters import plain

__all__ = ["cut", "readable"]

_GLUED: Final = re.compile(r"(?<=\d)(?:bn|mn|tn|trn|m|b|k)(?![\w-])")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NO_WORDS: Final = re.compile(r"[^\w\s]{100,}")
"""Marks alone, on and on: the tokenizer cuts them off one by one, in time that grows with their square."""
_LONGEST: Final = 50_000
"""Characters of the longest piece: four long articles."""


def cut(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans of ``text``, those longer than the model can hold at a time cut at a space."""
    for span in spans:
        start = span.start
        while span.end - start > _LONGEST:
            end = max(text.rfind(" ", start, start + _LONGEST), start) + 1
            end = end if end > start + 1 else start + _LONGEST
            yield Span(start, end)
            start = end
        yield span if start == span.start else Span(start, span.end)


def readable(text: str) -> str:
    """``text`` as the model reads it best, as long as before: plain marks, one line, a figure and its scale one number.

    The model takes the letter of "168m" for a verb; with a digit in its place it sees a number.
    """
    line = plain(text).replace("\r", " ").replace("\n", " ")
    line = _SURROGATE.sub("?", line)  # half a character, which the model's own encoding can not hold
    line = _NO_WORDS.sub(lambda match: " " * len(match.group()), line)
    return _GLUED.sub(lambda match: "0" * len(match.group()), line)

"""The lines of a text, for formats that tell a place in a file by its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Lines"]

_BREAK = re.compile(r"\r\n|\n")
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True)  # no slots: the lines are found once
class Lines:
    """The lines of a text, as SARIF and GitHub count them: they end with a line feed, or with both characters."""

    text: str

    @cached_property
    def starts(self) -> Sequence[int]:
        """The offset of the first character of each line."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def are_told_alike(self) -> bool:
        """Whether every program finds the same lines: a lone carriage return ends one for some."""
        return _LONE_RETURN.search(self.text) is None

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

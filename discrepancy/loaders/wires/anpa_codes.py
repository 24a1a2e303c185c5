"""The characters of the ANPA code that stand for others: quotation marks, dashes, ends of lines."""

from __future__ import annotations

import re

__all__ = ["as_read", "without_marks"]

_OPENS = re.compile(r"``")
_CLOSES = re.compile(r"''")
_SINGLE = re.compile(r"(?<![`\w])`(?=\w)([^`'\n]{0,200})'(?!\w)")
_ALONE = re.compile(r"(?<![`\w])`(?=\w)")
_DASH = re.compile(r"(?<=\s)(?:_|--)(?=\s)|(?<=\w)--(?=\w)")
_SPACE = " \t\x0b\x0c\xa0"


def as_read(text: str) -> str:
    """Text as a paper prints it: ``` ``It is,'' she said _ twice. ``` with quotation marks and a dash."""
    marked = _CLOSES.sub("\u201d", _OPENS.sub("\u201c", text))
    return _DASH.sub("\u2014", _ALONE.sub("\u2018", _SINGLE.sub("\u2018\\1\u2019", marked)))


def without_marks(line: str) -> str:
    """A line without the marks for its beginning and end."""
    return line.lstrip(_SPACE + "^").rstrip(_SPACE + "<=")

"""The lines of a message put together: teletypes wrap a paragraph over several, and indent or mark where one begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.loaders.wires.anpa_codes import as_read, without_marks
from discrepancy.loaders.wires.anpa_trailer import trailer
from discrepancy.loaders.wires.copy_parts import is_end_mark
from discrepancy.loaders.wires.wrapped import run_on

__all__ = ["Line", "joined"]

_INDENT = 3
"""Spaces that a paragraph begins with."""
_WIDEST, _NARROWEST = 90, 40
"""Characters of a line that is wrapped: longer ones are whole paragraphs, shorter ones end where they were meant to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several that are one paragraph.

    Attributes:
        number: of its first line in the file, from 1.
        text: without marks, with the quotation marks and dashes of print.
        caret: whether it was marked as a line of its own: ``^By ANN LEE=``.
        indented: whether it begins as a paragraph does.
        ends: whether it was marked as the end of the head: ``=``.
    """

    number: int
    text: str
    caret: bool = False
    indented: bool = False
    ends: bool = False


def joined(raw: list[tuple[int, str]]) -> list[Line]:
    """The lines of a message with wrapped ones put together, in order; empty ones are left out.

    Args:
        raw: the lines behind the header with their numbers, without control characters.
    """
    # A line that is marked as one of its own is no wrapped one, however long it is.
    longest = max((len(line) for _, line in raw if not line.rstrip().endswith(("<", "="))), default=0)
    wrapped = longest <= _WIDEST
    found: list[Line] = []
    goes_on = False
    for number, line in raw:
        made = _line(number, line)
        if not made.text:
            goes_on = False
            continue
        alone = trailer(made.text) is not None or is_end_mark(made.text)
        if found and goes_on and wrapped and not (made.caret or made.indented or alone):
            found[-1] = replace(found[-1], text=run_on(found[-1].text, made.text), ends=made.ends)
        else:
            found.append(made)
        stripped = line.rstrip()
        goes_on = not alone and not stripped.endswith(("<", "=")) and (len(stripped) >= _NARROWEST or made.indented)
    return [replace(each, text=as_read(each.text)) for each in found]


def _line(number: int, line: str) -> Line:
    bare = line.lstrip(" ")
    return Line(
        number,
        without_marks(line),
        caret=bare.startswith("^"),
        indented=line.startswith("\t") or bare.startswith("\t") or len(line) - len(bare) >= _INDENT,
        ends=line.rstrip().endswith("="),
    )

"""Footnotes in Markdown, which its parser does not know: ``[^1]`` in the text, ``[^1]: …`` somewhere below."""

from __future__ import annotations

import re

__all__ = ["without_marks", "without_notes"]

_NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]*(?P<text>.*)$")
_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def without_notes(lines: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines with those of footnotes made empty, and the notes: the number of their first line, and their text."""
    kept: list[str] = []
    notes: list[tuple[int, str]] = []
    inside = fenced = False
    for number, line in enumerate(lines, start=1):
        fenced ^= bool(_FENCE.match(line))
        match = None if fenced else _NOTE.match(line)
        if match:
            notes.append((number, match["text"]))
            inside = True
        elif inside and line.startswith(("    ", "\t")):
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {line.strip()}")
        elif inside and line.strip() and kept and notes[-1][0] + 1 == number:
            # A note that is wrapped without being indented.
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {line.strip()}")
            inside = False
        else:
            inside = inside and not line.strip()
            kept.append(line)
            continue
        kept.append("")
    return kept, notes


def without_marks(text: str) -> str:
    """Text without the marks that point to notes."""
    return _MARK.sub("", text)

"""A paragraph of an article as its format gives it, and several of them as one text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.loaders.articles.raised import MARKS, settled
from discrepancy.loaders.layout.units import Unit, units
from discrepancy.model import BlockRole, Landmark

__all__ = ["Composed", "Part", "compose", "line_of", "part", "table_row"]

_BETWEEN = "\n\n"
_CELLS = " | "
_SPACES = re.compile(r"[^\S\n\u00a0\u202f\u2007]+")
"""White space that a format gives no meaning; a no-break space holds a figure together and is kept."""
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""What the codes from 128 to 159 mean: Windows' quotation marks and dashes. Source: the WHATWG's encoding and HTML
standards, which read ISO-8859-1 and references such as ``&#146;`` so, as all browsers do."""
_NO_TEXT = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u00ad{MARKS}]")
"""Controls, halves of surrogate pairs, byte order marks and soft hyphens: no reader sees them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or a line that stands for one.

    Attributes:
        text: its characters, without white space at either end; it may hold line feeds (an address, a verse).
        role: what its format says it is; BODY where it is the article's text, None where only its place and look
            can tell.
        landmarks: where in the file its text stood, by offsets into ``text``.
    """

    text: str
    role: BlockRole | None = None
    landmarks: tuple[Landmark, ...] = ()


def part(text: str, role: BlockRole | None = None, place: str = "") -> Part:
    """A part from text as it stands in markup: white space that means nothing is made plain.

    Args:
        text: any string; line feeds in it are kept as line ends, and what is marked as raised is settled.
        role: see :class:`Part`.
        place: where it stood in its file: "paragraph 4".
    """
    told = _NO_TEXT.sub("", settled(text.translate(_WINDOWS)))
    solid = _LINE_ENDS.sub("\n", _SPACES.sub(" ", told)).strip()
    return Part(solid, role, (Landmark(0, place),) if place else ())


def line_of(text: str) -> str:
    """A text made plain as that of a part is, on one line."""
    return part(text).text.replace("\n", " ")


def table_row(cells: Iterable[str]) -> str:
    """A row of a table as one line: ``Wells | 212``; empty cells are left out."""
    return _CELLS.join(cell for cell in cells if cell)


@dataclass(frozen=True, slots=True)
class Composed:
    """Parts as one text: its units, the roles that are known by where a unit starts, and where it stood."""

    text: str
    units: list[Unit]
    known: dict[int, BlockRole]
    landmarks: tuple[Landmark, ...]


def compose(parts: Iterable[Part]) -> Composed:
    """Put parts together, an empty line between two; empty ones are left out."""
    chunks: list[str] = []
    every: list[Unit] = []
    known: dict[int, BlockRole] = {}
    landmarks: list[Landmark] = []
    at = 0
    for each in parts:
        if not each.text.strip():
            continue
        at += len(_BETWEEN) if chunks else 0
        chunks.append(each.text)
        for unit in _units(each, at):
            every.append(unit)
            if each.role is not None:
                known[unit.start] = each.role
        landmarks += [Landmark(at + mark.start, mark.label) for mark in each.landmarks]
        at += len(each.text)
    return Composed(_BETWEEN.join(chunks), every, known, tuple(landmarks))


def _units(each: Part, at: int) -> list[Unit]:
    """A part of a known role is one unit, however many lines it has; any other is cut as a page is."""
    if each.role is not None:
        return [Unit(at, at + len(each.text), each.text, 1, 0)]
    return [
        Unit(unit.start + at, unit.end + at, unit.text, unit.gap or int(number == 0), unit.indent)
        for number, unit in enumerate(units(each.text))
    ]

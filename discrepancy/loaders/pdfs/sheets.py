"""A page as the child process tells it: letters and pictures with their places, turned upright and seen by a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, NamedTuple

__all__ = ["Box", "Glyph", "Sheet", "sheet_of"]

_SLANT = 5
"""Degrees that a scanned line may lean."""
_HUNDREDTHS = 100.0
_BLANK = "\u200b\u200c\u200d\u2060\ufeff\x00"
"""Characters without width and without meaning for a reader."""


class Box(NamedTuple):
    """A rectangle in points, the origin at the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        """Its area in square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Glyph(NamedTuple):
    """One letter: where its line of writing starts under it and where it ends, its size in points."""

    char: str
    x: float
    y: float
    end: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its visible box, its letters in the file's order, its pictures."""

    number: int
    box: Box
    glyphs: tuple[Glyph, ...]
    images: tuple[Box, ...]


def sheet_of(told: dict[str, Any]) -> Sheet:
    """Make a page of one line of the child's output.

    Raises:
        KeyError, TypeError, ValueError, IndexError: it is not what a child of ours writes.
    """
    box = _box(told["box"])
    images = tuple(map(_box, told["images"]))
    shades = tuple(map(_box, told["shades"]))
    looks = [tuple(int(part) for part in look) for look in told["looks"]]
    rows = list(
        zip(*(told[name] for name in ("letters", "x", "y", "end_x", "end_y", "look")), strict=True),
    )
    turn = _turn(Counter(looks[row[5]][1] for row in rows))
    scanned = any(image.area >= box.area / 2 for image in images)
    glyphs = []
    for code, x, y, end_x, end_y, look in rows:
        size, angle, bold, invisible, white = looks[look]
        place = (x / _HUNDREDTHS, y / _HUNDREDTHS)
        seen = box.holds(*place) and (not invisible or scanned)
        if white and not invisible:
            seen = seen and any(shade.holds(place[0], place[1] + size / _HUNDREDTHS / 4) for shade in shades)
        char = _char(code)
        if seen and char and size > 0 and abs((angle - turn + 180) % 360 - 180) <= _SLANT:
            across, along = _turned(*place, turn)
            end, _ = _turned(end_x / _HUNDREDTHS, end_y / _HUNDREDTHS, turn)
            glyphs.append(Glyph(char, across, along, max(across, end), size / _HUNDREDTHS, bool(bold)))
    return Sheet(
        int(told["page"]), _turned_box(box, turn), tuple(glyphs), tuple(_turned_box(image, turn) for image in images)
    )


def _box(told: Sequence[int]) -> Box:
    left, bottom, right, top = (float(each) / _HUNDREDTHS for each in told)
    return Box(left, bottom, right, top)


def _char(code: int) -> str:
    """The character of a code; a lone half of a pair and a code beyond Unicode are unknown characters."""
    char = chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    return "" if char in _BLANK else char


def _turn(angles: Counter[int]) -> int:
    """The direction in which most of a page is written, in quarters of a circle: a page may lie on its side."""
    quarters: Counter[int] = Counter()
    for angle, count in angles.items():
        quarters[round(angle / 90) * 90 % 360] += count
    return quarters.most_common(1)[0][0] if quarters else 0


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(turn, (x, y))


def _turned_box(box: Box, turn: int) -> Box:
    corners = list(starmap(lambda x, y: _turned(x, y, turn), ((box.left, box.bottom), (box.right, box.top))))
    across, along = sorted(each[0] for each in corners), sorted(each[1] for each in corners)
    return Box(across[0], along[0], across[1], along[1])

"""What a unit looks like by itself, before its place on the page is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto

from discrepancy.loaders.layout import furniture, shape
from discrepancy.loaders.layout.bylines import is_byline, is_contributors
from discrepancy.loaders.layout.captions import is_caption, is_picture_credit
from discrepancy.loaders.layout.datelines import dateline
from discrepancy.loaders.layout.desk_lines import is_desk_line
from discrepancy.loaders.layout.patterns import opening
from discrepancy.loaders.layout.stamps import is_ago, is_stamp_line
from discrepancy.loaders.layout.units import Unit
from discrepancy.model import BlockRole

__all__ = ["SAID_ROLES", "Kind", "bullet_end", "kind_of", "kinds_of"]


class Kind(Enum):
    """What a unit looks like by itself."""

    ADVERT_LABEL = auto()
    SECTION = auto()
    LABEL = auto()
    FURNITURE = auto()
    AGO = auto()
    STAMP = auto()
    DESK = auto()
    CORRECTION = auto()
    BYLINE = auto()
    CONTRIBUTORS = auto()
    PICTURE_CREDIT = auto()
    CAPTION = auto()
    DATELINE = auto()
    BULLET = auto()
    CLIPPED = auto()
    PARAGRAPH = auto()
    TITLE = auto()


SAID_ROLES = {
    Kind.BYLINE: BlockRole.CREDIT,
    Kind.CONTRIBUTORS: BlockRole.CREDIT,
    Kind.DESK: BlockRole.CREDIT,
    Kind.PICTURE_CREDIT: BlockRole.CREDIT,
    Kind.CAPTION: BlockRole.CAPTION,
    Kind.STAMP: BlockRole.DATELINE,
    Kind.DATELINE: BlockRole.DATELINE,
    Kind.CORRECTION: BlockRole.CORRECTION,
}
"""The roles of lines that say themselves what they are, wherever they stand."""
_BULLET = re.compile(
    r"(?:[\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u25ba\u25a0\u25a1\u2043\u27a4\u2605*]\s*|[-\u2013\u2014]\s+)(?=\S)"
)
_CAPTION_LABELS = frozenset({"caption", "image caption", "photo caption", "picture caption"})
# No article has so many paragraphs. In what has, menus do not matter, and looking for them would take minutes.
_LOOKED_AT_CLOSELY = 20_000
_NO_WORD = re.compile(r"[\W_]*$")


def _is_dateline(text: str) -> bool:
    found = dateline(text, opening=True)
    return found is not None and (found.end == len(text) or is_stamp_line(text[found.end :]))


_TESTS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.FURNITURE, lambda text: _NO_WORD.match(text[:80]) and _NO_WORD.match(text)),
    (Kind.ADVERT_LABEL, furniture.is_advert_label),
    (Kind.LABEL, furniture.is_label),
    (Kind.SECTION, furniture.is_section_heading),
    (Kind.FURNITURE, furniture.is_page_line),
    (Kind.AGO, is_ago),
    (Kind.STAMP, is_stamp_line),
    (Kind.CORRECTION, lambda text: opening("correction_openings").match(text[:200])),
    (Kind.BYLINE, is_byline),
    (Kind.CONTRIBUTORS, is_contributors),
    (Kind.PICTURE_CREDIT, is_picture_credit),
    (Kind.CAPTION, is_caption),
    (Kind.DATELINE, _is_dateline),
    (Kind.DESK, is_desk_line),
    (Kind.FURNITURE, furniture.is_furniture),
    (Kind.BULLET, lambda text: _BULLET.match(text[:8]) and len(text) > 3),
    (Kind.CLIPPED, shape.is_clipped),
    (Kind.PARAGRAPH, shape.is_paragraph),
)


def kinds_of(units: list[Unit]) -> list[Kind]:
    """What each unit looks like; under a line that says "Image caption" stands one, whatever it looks like."""
    kinds = [kind_of(unit) if i < _LOOKED_AT_CLOSELY else _shape_of(unit) for i, unit in enumerate(units)]
    for i in range(1, len(units)):
        if len(units[i - 1].text) < 20 and shape.bare(units[i - 1].text).strip(",") in _CAPTION_LABELS:
            kinds[i - 1 : i + 1] = [Kind.FURNITURE, Kind.CAPTION]
    return kinds


def kind_of(unit: Unit) -> Kind:
    """What a unit looks like: the first test that holds decides, and a line that passes none may be a title."""
    return next((kind for kind, test in _TESTS if test(unit.text)), Kind.TITLE)


def _shape_of(unit: Unit) -> Kind:
    return Kind.PARAGRAPH if shape.is_paragraph(unit.text) else Kind.TITLE


def bullet_end(text: str) -> int:
    """Where the mark of a list entry ends; 0 without one."""
    match = _BULLET.match(text)
    return match.end() if match else 0

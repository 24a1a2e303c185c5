"""Units cut where two roles share one: a date put before the first sentence, a dateline, a caption's credit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.loaders.layout.captions import credit_start
from discrepancy.loaders.layout.datelines import Dateline, date_alone, dateline
from discrepancy.loaders.layout.stamps import is_stamp_line
from discrepancy.loaders.layout.units import Unit
from discrepancy.model import Block, BlockRole

__all__ = ["Pieces", "cut"]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The blocks of a page, with the dateline that opens it."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None


def cut(units: list[Unit], roles: list[BlockRole]) -> Pieces:
    """Make blocks of units, in order; none is empty and none begins or ends with white space."""
    blocks: list[Block] = []
    first: Dateline | None = None
    opening = True
    dated = sum(date_alone(unit.text) is not None for unit in units)
    for unit, role in zip(units, roles, strict=True):
        found = None
        if role is BlockRole.BODY or (role is BlockRole.DATELINE and not is_stamp_line(unit.text)):
            found = dateline(unit.text, opening=opening)
            if found is None and opening and dated == 1:  # in a chronology each paragraph has its day
                found = date_alone(unit.text)
            blocks += _parts(unit, role, found.end if found else 0, BlockRole.DATELINE)
            opening = opening and role is BlockRole.DATELINE
        else:
            blocks += _caption(unit, role)
        first = first or found
    return Pieces(tuple(blocks), first)


def _parts(unit: Unit, role: BlockRole, at: int, before: BlockRole) -> Iterator[Block]:
    """One block with the role ``before`` up to a place, and one with ``role`` for the rest."""
    for start, stop, part in ((0, at, before), (at, len(unit.text), role)):
        piece = unit.text[start:stop]
        solid = piece.strip()
        if solid:
            begin = unit.start + start + piece.index(solid[0])
            yield Block(part, begin, begin + len(solid))


def _caption(unit: Unit, role: BlockRole) -> Iterator[Block]:
    at = credit_start(unit.text) if role is BlockRole.CAPTION else -1
    if at <= 0:
        yield Block(role, unit.start, unit.end)
        return
    yield from _parts(unit, BlockRole.CREDIT, at, role)

"""Units cut where two roles share one: a date put before the first sentence, a dateline, a caption's credit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.loaders.layout.captions import credit_start
from discrepancy.loaders.layout.datelines import Dateline, dateline, header_end
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
    for unit, role in zip(units, roles, strict=True):
        found = None
        if role in (BlockRole.BODY, BlockRole.DATELINE):
            at = header_end(unit.text) if not blocks else 0
            at += len(unit.text[at:]) - len(unit.text[at:].lstrip())
            found = dateline(unit.text[at:], opening=opening)
            blocks += _parts(unit, role, [at, at + found.end if found else at], BlockRole.DATELINE)
            opening = opening and role is BlockRole.DATELINE
        else:
            blocks += _caption(unit, role)
        first = first or found
    return Pieces(tuple(blocks), first)


def _parts(unit: Unit, role: BlockRole, cuts: list[int], before: BlockRole) -> Iterator[Block]:
    """One block for each stretch before a cut, with the role ``before``, and one for the rest."""
    start = 0
    for stop, part in [*((at, before) for at in cuts), (len(unit.text), role)]:
        piece = unit.text[start:stop]
        solid = piece.strip()
        if solid:
            begin = unit.start + start + piece.index(solid[0])
            yield Block(part, begin, begin + len(solid))
        start = max(start, stop)


def _caption(unit: Unit, role: BlockRole) -> Iterator[Block]:
    at = credit_start(unit.text) if role is BlockRole.CAPTION else -1
    if at <= 0:
        yield Block(role, unit.start, unit.end)
        return
    yield from _parts(unit, BlockRole.CREDIT, [at], role)

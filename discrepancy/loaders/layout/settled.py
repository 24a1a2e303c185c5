"""Roles of units where the file's own format settles some of them: a Word heading, a feed's title, a caption."""

from __future__ import annotations

from collections.abc import Mapping

from discrepancy.loaders.layout.kinds import SAID_ROLES, Kind, kinds_of
from discrepancy.loaders.layout.roles import roles_of
from discrepancy.loaders.layout.units import Unit
from discrepancy.model import BlockRole

__all__ = ["settled_roles"]

_SAYS_ITSELF = {
    **SAID_ROLES,
    Kind.AGO: BlockRole.FURNITURE,
    Kind.ADVERT_LABEL: BlockRole.FURNITURE,
    Kind.LABEL: BlockRole.FURNITURE,
    Kind.SECTION: BlockRole.FURNITURE,
    Kind.FURNITURE: BlockRole.FURNITURE,
}
"""Lines inside an article's body that are something else by their own words; nothing is made of what follows them."""
_SHAPES = {
    BlockRole.HEADLINE: Kind.TITLE,
    BlockRole.SUBHEAD: Kind.TITLE,
    BlockRole.SUMMARY: Kind.PARAGRAPH,
    BlockRole.BODY: Kind.PARAGRAPH,
    BlockRole.CAPTION: Kind.CAPTION,
    BlockRole.CREDIT: Kind.BYLINE,
    BlockRole.DATELINE: Kind.STAMP,
    BlockRole.CORRECTION: Kind.CORRECTION,
    BlockRole.FURNITURE: Kind.FURNITURE,
}
"""What a unit of a known role looks like to the units around it that are still to be told."""


def settled_roles(units: list[Unit], known: Mapping[int, BlockRole]) -> list[BlockRole]:
    """The role of every unit.

    Args:
        units: in order.
        known: roles by the start of a unit; see :func:`discrepancy.loaders.layout.page.read_units`.
    """
    kinds = kinds_of(units)
    told = [_told(kind, known.get(unit.start)) for unit, kind in zip(units, kinds, strict=True)]
    if None not in told:
        return [role for role in told if role is not None]
    shapes = [kind if role is None else _SHAPES[role] for kind, role in zip(kinds, told, strict=True)]
    guessed = roles_of(units, shapes)
    titled = BlockRole.HEADLINE in told
    return [
        _second_title(guess) if role is None and titled else (guess if role is None else role)
        for guess, role in zip(guessed, told, strict=True)
    ]


def _told(kind: Kind, role: BlockRole | None) -> BlockRole | None:
    return _SAYS_ITSELF.get(kind, role) if role is BlockRole.BODY else role


def _second_title(guess: BlockRole) -> BlockRole:
    """A guessed role beside a headline that is known: there are not two."""
    return BlockRole.SUMMARY if guess is BlockRole.HEADLINE else guess

"""A page of running text, read: its blocks and what its head says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.loaders.layout.captions import is_picture_credit
from discrepancy.loaders.layout.datelines import header_end, noted_end
from discrepancy.loaders.layout.desk_lines import ending_stamp
from discrepancy.loaders.layout.embargoes import take_embargo
from discrepancy.loaders.layout.headers import address_of, take_header
from discrepancy.loaders.layout.pieces import Pieces, cut
from discrepancy.loaders.layout.settled import settled_roles
from discrepancy.loaders.layout.source import source_of
from discrepancy.loaders.layout.stamps import Stamp, in_print_age, stamps
from discrepancy.loaders.layout.units import Unit, split_at, units
from discrepancy.model import Block, BlockRole

__all__ = ["Page", "read_page", "read_units"]

_REACH = 12
"""Units from the top among which a dateline may stand with a note to editors."""
_SHORT_HEAD = 8
"""Blocks above the article: where there are more, they are a web page's menus and teasers."""
_ARTICLE = (BlockRole.BODY, BlockRole.SUBHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read from a page; ``source`` and ``title`` are empty where the page does not give them."""

    blocks: tuple[Block, ...]
    title: str = ""
    source: str = ""
    place: str = ""
    published: dt.date | None = None
    updated: dt.date | None = None
    embargo: str = ""
    address: str = ""


def read_page(text: str) -> Page:
    """Read a page. Never fails, whatever the text."""
    return read_units(text, units(text))


def read_units(text: str, every: list[Unit], known: Mapping[int, BlockRole] | None = None) -> Page:
    """Read a page that is cut into units already. Never fails, whatever the text.

    Args:
        text: all of it.
        every: its paragraphs, in order.
        known: the roles that its format gives to units, by where they start. What it calls body is body unless the
            line itself says that it is something else: a correction, a byline, "Read more: …".
    """
    if not every:
        return Page(blocks=())
    known = known or {}
    embargo, held, found = take_embargo(every)
    header, found = take_header(found)
    dated = header_end(found[0].text) if found else 0
    found = [*split_at(found[0], dated), *found[1:]] if dated else found
    found = [part for i, unit in enumerate(found) for part in _without_note(i, unit)]
    roles = [*header.roles, *settled_roles(found, known)]
    pieces = cut([*header.units, *found], roles)
    pieces = replace(pieces, blocks=_with_held(pieces.blocks, held))
    head = _head_end(pieces.blocks)
    published, updated = _times(text, pieces.blocks, head, {unit.start for unit in held})
    return Page(
        blocks=pieces.blocks,
        title=next((text[b.start : b.end] for b in pieces.blocks if b.role is BlockRole.HEADLINE), ""),
        source=header.source or _source(text, pieces, head),
        place=pieces.dateline.place if pieces.dateline else "",
        published=published,
        updated=updated,
        embargo=embargo,
        address=address_of(every),
    )


def _with_held(blocks: tuple[Block, ...], held: list[Unit]) -> tuple[Block, ...]:
    """The blocks with those of an embargo where they stand."""
    lines = [Block(BlockRole.FURNITURE, unit.start, unit.end) for unit in held]
    return tuple(sorted([*blocks, *lines], key=lambda block: block.start))


def _without_note(place: int, unit: Unit) -> list[Unit]:
    """A unit near the top cut after its dateline, where nothing but a note to editors follows in it."""
    at = noted_end(unit.text) if place < _REACH else 0
    return split_at(unit, at) if at else [unit]


def _head_end(blocks: tuple[Block, ...]) -> int:
    """The number of blocks before the article's first paragraph."""
    return next((i for i, block in enumerate(blocks) if block.role in _ARTICLE), len(blocks))


def _times(
    text: str, blocks: tuple[Block, ...], head: int, held: Collection[int]
) -> tuple[dt.date | None, dt.date | None]:
    """When the page was published and updated: its head says so, or a line elsewhere that is labelled.

    The lines that begin at ``held`` say when it may be published, which is another thing.
    """
    here = _stamps(text, blocks[:head])
    there = [stamp for stamp in _stamps(text, blocks[head:]) if stamp.labelled]
    others = [block for block in blocks[:head] if block.start not in held]
    every = [*sorted(here, key=lambda stamp: not stamp.labelled), *there] or _noted(text, others)
    told = [(stamp.value, stamp.updated) for stamp in every if stamp.value and in_print_age(stamp.value)]
    published = next((value for value, updated in told if not updated), None)
    updated = next((value for value, updated in told if updated), None)
    return published, updated


def _stamps(text: str, blocks: tuple[Block, ...]) -> list[Stamp]:
    roles = (BlockRole.DATELINE, BlockRole.CREDIT)
    return [stamp for block in blocks if block.role in roles for stamp in stamps(text[block.start : block.end][:500])]


def _noted(text: str, blocks: Sequence[Block]) -> list[Stamp]:
    """The dates that a short head gives at the end of a line of another kind: "Ann Lee reports, 3 March 2026"."""
    if len(blocks) > _SHORT_HEAD:
        return []
    lines = [text[b.start : b.end] for b in blocks if b.role in {BlockRole.FURNITURE, BlockRole.CORRECTION}]
    return [stamp for line in lines if (stamp := ending_stamp(line)) is not None]


def _source(text: str, pieces: Pieces, head: int) -> str:
    def lines(blocks: tuple[Block, ...], *roles: BlockRole) -> list[str]:
        return [text[block.start : block.end] for block in blocks if block.role in roles]

    signed = [line for line in lines(pieces.blocks[head:], BlockRole.CREDIT) if not is_picture_credit(line)]
    wire = pieces.dateline.agency if pieces.dateline else ""
    top = lines(pieces.blocks[:head], BlockRole.CREDIT)
    return source_of(top, signed, lines(pieces.blocks, BlockRole.FURNITURE), wire)

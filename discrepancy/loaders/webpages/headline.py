"""The headline on a page: the h1 that agrees with what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.webpages.blocks import PageBlock
from discrepancy.loaders.webpages.class_names import is_named
from discrepancy.loaders.webpages.likeness import alike, key
from discrepancy.loaders.webpages.zones import Zone, Zones

__all__ = ["headline_at", "with_title_apart"]

_HEADS = frozenset({"h1", "h2", "h3"})
_LONGEST = 300


def headline_at(blocks: Sequence[PageBlock], titles: Sequence[str], site: str, zones: Zones, first: int) -> int | None:
    """The number of the block that is the headline, or None.

    Args:
        blocks: of the page.
        titles: what its metadata say its title is, the surest first.
        site: the name of the site, which is no headline.
        zones: of the page's elements.
        first: the number of the article's first paragraph.
    """
    every = [number for number, block in enumerate(blocks) if _may_be(block, zones, site)]
    exact = [number for number in every if any(key(blocks[number].text) == key(title) for title in titles)]
    good = [number for number in every if any(alike(blocks[number].text, title) for title in titles)]
    tops = [number for number in every if blocks[number].name == "h1"]
    told = [number for number in every if is_named(blocks[number].element, "headline")]
    plain = [number for number in range(min(first, len(blocks))) if _is_title(blocks[number], titles)]
    # A view for print says no title but in its heading.
    heads = [] if titles or len(_before(every, first)) > 1 else _before(every, first)
    for found in (
        _tops(exact, blocks), _tops(good, blocks), exact, _before(tops, first), _before(told, first), plain, heads
    ):  # fmt: skip
        if found:
            return _nearest(found, first)
    return None


def with_title_apart(blocks: Iterable[PageBlock], titles: Sequence[str]) -> Iterator[PageBlock]:
    """The blocks, with the title by itself where a page puts it and the byline on lines of one paragraph."""
    keys = {key(title) for title in titles} - {""}
    for block in blocks:
        first, end, rest = block.text.partition("\n")
        if end and key(first) in keys:
            yield replace(block, text=first)
            yield replace(block, text=rest)
        elif block.name in _HEADS and (inner := _inner(block, keys)):
            yield replace(block, text=inner)
        else:
            yield block


def _inner(block: PageBlock, keys: set[str]) -> str:
    """The piece of a heading that is the title, where a label or a kicker stands in the heading as well."""
    if key(block.text) in keys:
        return ""
    return next((text for each in block.element.iterdescendants() if key(text := text_of(each)) in keys), "")


def _may_be(block: PageBlock, zones: Zones, site: str) -> bool:
    heads = block.name in _HEADS or is_named(block.element, "headline")
    if not heads or len(block.text) > _LONGEST or (site and key(block.text) == key(site)):
        return False
    return zones.of(block.element) in (Zone.HEADLINE, Zone.HEADING, Zone.TEXT) or block.name == "h1"


def _is_title(block: PageBlock, titles: Sequence[str]) -> bool:
    """Whether a line without a mark says what the title says, as on pages from before there were headings."""
    return len(block.text) <= _LONGEST and any(key(block.text) == key(title) for title in titles)


def _tops(found: list[int], blocks: Sequence[PageBlock]) -> list[int]:
    return [number for number in found if blocks[number].name == "h1"]


def _before(found: list[int], first: int) -> list[int]:
    return [number for number in found if number < first]


def _nearest(found: list[int], first: int) -> int:
    """The last one before the article's text, else the first behind it."""
    before = [number for number in found if number <= first]
    return before[-1] if before else found[0]

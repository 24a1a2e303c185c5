"""Which blocks of a page are its article: what was extracted, and the paragraphs that stand among it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.blocks import MOSTLY_LINKS, PageBlock
from discrepancy.loaders.webpages.class_names import attribute, is_named
from discrepancy.loaders.webpages.extraction import running
from discrepancy.loaders.webpages.figures import stands_with_picture
from discrepancy.loaders.webpages.signup_boxes import signup_boxes
from discrepancy.loaders.webpages.zones import Zone, Zones

__all__ = ["Chosen", "choose"]

_CARRIES = 0.4
"""The share of the article's characters from which on an element is the article's own, whatever it is named."""
_ALIKE = 0.3
"""Likewise, of elements that have the same name and the same classes."""
_HOLDS = 0.75
"""The share of them that the innermost of the article's containers holds."""
_PROSE = frozenset({Zone.TEXT, Zone.HEADING})
_NEAR = 2
_FEWEST_CAPTIONS = 3
_SHORTEST_CAPTION = 20
_MOST_LEVELS = 5
_NO_HOLDERS = frozenset({"html", "body"})
_INNER = frozenset({"ul", "ol", "table", "tbody", "thead", "dl"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article among a page's blocks.

    Attributes:
        text: numbers of the blocks that are its running text.
        zones: of the page's elements.
        homes: the elements that hold its paragraphs.
        found: numbers of all blocks that were extracted, lines and headings among them.
    """

    text: frozenset[int]
    zones: Zones
    homes: frozenset[etree._Element]
    found: frozenset[int] = frozenset()

    def beside(self, block: PageBlock) -> bool:
        """Whether a block stands among the article's paragraphs, or in an element like theirs."""
        return any(
            each in self.homes and (level < _NEAR or is_named(each, "body"))
            for level, each in enumerate(_holders(block.element))
        )


def choose(blocks: Sequence[PageBlock], found: set[int], sure: set[int]) -> Chosen:
    """Choose the article's paragraphs.

    Args:
        blocks: of the page, in order.
        found: the numbers of those that were extracted.
        sure: the numbers of those that the page's metadata have as the article's text.
    """
    told = found or _dense(blocks)
    carriers = _carriers(blocks, told)
    root = blocks[0].element.getroottree().getroot() if blocks else etree.Element("html")
    zones = Zones(carriers, _spared(blocks, told), signup_boxes(root, carriers))
    dense = {number for number in _dense(blocks) if zones.of(blocks[number].element) is Zone.TEXT}
    prose = {
        number
        for number in found
        if zones.of(blocks[number].element) in _PROSE
        and running(blocks[number])
        and not stands_with_picture(blocks[number])
    }
    if _length(blocks, prose) < _length(blocks, dense) / 2:
        prose |= dense
    prose = _without_tail(blocks, prose, sure)
    homes = _homes(blocks, prose)
    chosen = Chosen(frozenset(prose), zones, homes)
    more = {
        number
        for number, block in enumerate(blocks)
        if zones.of(block.element) is Zone.TEXT
        and running(block)
        and chosen.beside(block)
        and not stands_with_picture(block)
    }
    return _as_gallery(blocks, Chosen(frozenset(prose | more), zones, homes, frozenset(found)))


def _as_gallery(blocks: Sequence[PageBlock], chosen: Chosen) -> Chosen:
    """The choice with the captions in it, where a page tells its story in them: they say more than its paragraphs."""
    captions = {
        number
        for number, block in enumerate(blocks)
        if chosen.zones.of(block.element) is Zone.CAPTION
        and block.linked < MOSTLY_LINKS
        and len(block.text) >= _SHORTEST_CAPTION
    }
    if len(captions) < _FEWEST_CAPTIONS or _length(blocks, captions) <= _length(blocks, chosen.text):
        return chosen
    among = {number for number in chosen.text if number < max(captions)}
    return Chosen(frozenset(captions | among), chosen.zones, chosen.homes | _homes(blocks, captions), chosen.found)


def _length(blocks: Sequence[PageBlock], numbers: Iterable[int]) -> int:
    return sum(len(blocks[number].text) for number in numbers)


def _weights(blocks: Sequence[PageBlock], numbers: Iterable[int]) -> Counter[etree._Element]:
    """How many characters of some blocks each element holds."""
    weights: Counter[etree._Element] = Counter()
    for number in numbers:
        for element in (blocks[number].element, *blocks[number].element.iterancestors()):
            weights[element] += len(blocks[number].text)
    return weights


def _carriers(blocks: Sequence[PageBlock], found: set[int]) -> frozenset[etree._Element]:
    """The elements that hold much of what was found, of more than one paragraph."""
    prose = [number for number in found if running(blocks[number])]
    weights = _weights(blocks, prose)
    counts = Counter(each for number in prose for each in blocks[number].element.iterancestors())
    whole = _length(blocks, prose)
    many = min(2, len(prose))
    return frozenset(each for each, weight in weights.items() if weight >= _CARRIES * whole and counts[each] >= many)


def _spared(blocks: Sequence[PageBlock], found: set[int]) -> frozenset[etree._Element]:
    """The elements of paragraphs that are marked just as many others that were found are."""
    prose = [number for number in found if running(blocks[number])]
    marks: Counter[tuple[str, str]] = Counter()
    for number in prose:
        marks[_mark(blocks[number].element)] += len(blocks[number].text)
    least = _ALIKE * _length(blocks, prose)
    alike = {mark for mark, weight in marks.items() if mark[1] and weight >= least}
    return frozenset(block.element for block in blocks if _mark(block.element) in alike)


def _mark(element: etree._Element) -> tuple[str, str]:
    return local_name(element), attribute(element, "class")


def _without_tail(blocks: Sequence[PageBlock], prose: set[int], sure: set[int]) -> set[int]:
    """What was found, without what follows the container of most of it: boxes under an article read like text."""
    weights = _weights(blocks, prose)
    most = _HOLDS * _length(blocks, prose)
    holders = [element for element, weight in weights.items() if weight >= most]
    if not holders:
        return prose
    inner = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))
    marks = {_mark(element) for element in _within(blocks, prose, inner)} | {_mark(inner)}
    last = max(number for number in prose if inner in (blocks[number].element, *blocks[number].element.iterancestors()))
    return {
        number
        for number in prose
        if number <= last
        or number in sure
        or any(_mark(each) in marks and each.get("class") for each in _holders(blocks[number].element))
    }


def _within(blocks: Sequence[PageBlock], prose: set[int], inner: etree._Element) -> Iterable[etree._Element]:
    """The elements that directly hold the paragraphs in a container."""
    for number in prose:
        holders = _holders(blocks[number].element)
        if inner in holders or inner is blocks[number].element:
            yield from holders[:1]


def _dense(blocks: Sequence[PageBlock]) -> set[int]:
    """The running text around the element that holds most of it directly, as Readability scores pages."""
    plain = Zones()
    weights: Counter[etree._Element] = Counter()
    inside: dict[etree._Element, list[int]] = {}
    for number, block in enumerate(blocks):
        if not running(block) or plain.of(block.element) is not Zone.TEXT:
            continue
        for level, holder in enumerate(_holders(block.element)[:2]):
            weights[holder] += len(block.text) // (level + 1)
            inside.setdefault(holder, []).append(number)
    best = max(weights, key=lambda element: weights[element], default=None)
    return set(inside[best]) if best is not None else set()


def _holders(element: etree._Element) -> list[etree._Element]:
    """The element that holds a paragraph, and those around it, up to the page's own body.

    The body itself is one only for what stands right in it.
    """
    parent = element.getparent()
    found = [
        each
        for each in element.iterancestors()
        if (each is parent or local_name(each) not in _NO_HOLDERS) and local_name(each) not in _INNER
    ]
    own = [element] if local_name(element) in ("div", "section", "article", "td", "main") else []
    return [*own, *found][:_MOST_LEVELS]


def _homes(blocks: Sequence[PageBlock], prose: set[int]) -> frozenset[etree._Element]:
    """The elements right around the article's paragraphs, those like them beside, and what is named its body."""
    homes: set[etree._Element] = set()
    for number in prose:
        holders = _holders(blocks[number].element)
        homes.update(holders[:1])
        homes.update(each for each in holders[1:] if is_named(each, "body"))
    kinds = {(parent, _mark(home)) for home in homes if (parent := home.getparent()) is not None}
    for parent, mark in kinds:
        if mark[1]:
            homes.update(each for each in parent if _mark(each) == mark)
    return frozenset(homes)

"""The paragraphs of a page in order, each with the element that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from discrepancy.loaders.articles import part, table_row
from discrepancy.loaders.articles.raised import raised
from discrepancy.loaders.markup.inline import unwrapped
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.class_names import attribute, is_named
from discrepancy.loaders.webpages.picture_boxes import is_in_picture_box

__all__ = ["HEADS", "MOSTLY_LINKS", "PageBlock", "page_blocks"]

# Source: HTML Living Standard, "sections", "grouping content", "tabular data"; AMP's own elements.
_BLOCKS = frozenset(
    "html body p div section article main header footer blockquote center pre ul ol dl li dt dd table caption thead "
    "tbody tfoot tr td th figure figcaption aside nav address details summary hr form fieldset legend dialog menu "
    "hgroup search h1 h2 h3 h4 h5 h6 amp-story-page amp-carousel amp-accordion amp-sidebar amp-live-list button".split()
)
_STRUCK = frozenset({"s", "strike", "del"})
"""What was said before and is said no more."""
_OWN_LINE = ("byline", "date", "credit")
_LONGEST_CELL = 300
_PARAGRAPHS = re.compile(r"\n\s*\n")
HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MOSTLY_LINKS = 0.6
"""The share of a block's characters that are links from which on it is one, and no running text."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph of a page.

    Attributes:
        text: of it, as a part of an article has it.
        element: the innermost element that holds all of it.
        linked: the share of its characters that are links to other pages, 0..1.
        inner: likewise, of links to other places of the page.
    """

    text: str
    element: etree._Element
    linked: float
    inner: float = 0.0

    @property
    def name(self) -> str:
        """The name of its element."""
        return local_name(self.element)


@dataclass(slots=True)
class _Run:
    """Running text that is being put together."""

    pieces: list[str]
    linked: int = 0
    inner: int = 0

    def made(self, element: etree._Element) -> Iterator[PageBlock]:
        whole = "".join(self.pieces)
        solid = max(1, len("".join(whole.split())))
        shares = min(1.0, self.linked / solid), min(1.0, self.inner / solid)
        for piece in _PARAGRAPHS.split(whole):
            text = part(piece).text
            if text:
                yield PageBlock(text, element, *shares)


def page_blocks(element: etree._Element) -> Iterator[PageBlock]:
    """The paragraphs in an element, in order; two line breaks in a row part paragraphs as well."""
    if local_name(element) == "tr" and _is_row(element):
        cells = [" ".join("".join(_texts(cell)).split()) for cell in element]
        text = part(table_row(cells)).text
        if text:
            yield PageBlock(text, element, _linked(element) / max(1, len("".join(text.split()))))
        return
    run = _Run([unwrapped(element.text)])
    for child in element:
        if not local_name(child):
            run.pieces.append(unwrapped(child.tail))
        elif _parts_text(child):
            yield from run.made(element)
            yield from page_blocks(child)
            run = _Run([unwrapped(child.tail)])
        else:
            run.pieces += [*_texts(child), unwrapped(child.tail)]
            run.linked += _linked(child)
            run.inner += _linked(child, away=False)
    yield from run.made(element)


def _parts_text(child: etree._Element) -> bool:
    """Whether an element stands by itself: it is a block, holds one, or is a name, a date or a credit of its own."""
    if local_name(child) in _BLOCKS or any(local_name(deeper) in _BLOCKS for deeper in child.iterdescendants()):
        return True
    parent = child.getparent()
    if parent is None:
        return False
    if local_name(parent) == "figcaption" or is_named(parent, "caption"):
        return _is_last_piece(child)
    if local_name(parent) == "div" and _is_last_piece(child) and is_in_picture_box(parent):
        return True
    if local_name(parent) in ("p", *HEADS, "td"):
        return False
    return local_name(child) == "time" or any(is_named(child, kind) for kind in _OWN_LINE)


def _is_last_piece(child: etree._Element) -> bool:
    """Whether an element is the last of a caption, with words before it: there stands who took the picture."""
    parent = child.getparent()
    if parent is None or local_name(child) not in ("span", "small", "cite", "em", "i") or (child.tail or "").strip():
        return False
    before = (parent.text or "") + "".join("".join(each.itertext()) + (each.tail or "") for each in parent[:-1])
    return child is parent[-1] and bool(before.strip())


def _is_row(row: etree._Element) -> bool:
    """Whether a row is one of a table of figures, and not of one that lays the page out."""
    for cell in row:
        inner = sum(1 for each in cell.iterdescendants() if local_name(each) in (*_BLOCKS, "br"))
        if inner > 1 or len("".join(cell.itertext())) > _LONGEST_CELL:
            return False
    return len(row) > 0


def _texts(element: etree._Element) -> Iterator[str]:
    name = local_name(element)
    if name == "br":
        yield "\n"
    elif name == "sup":
        yield raised("".join(_inside(element)))
    elif name not in _STRUCK:
        yield from _inside(element)


def _inside(element: etree._Element) -> Iterator[str]:
    yield unwrapped(element.text)
    for child in element:
        if local_name(child):
            yield from _texts(child)
        yield unwrapped(child.tail)


def _linked(element: etree._Element, *, away: bool = True) -> int:
    """How many characters in an element are links to other pages, or to other places of this one."""
    links = [element] if local_name(element) == "a" else list(element.iter("a"))
    return sum(len("".join("".join(link.itertext()).split())) for link in links if _leads(link, away=away))


def _leads(link: etree._Element, *, away: bool) -> bool:
    href = attribute(link, "href").strip()
    return href.startswith("#") != away and bool(href) and not href.startswith(("mailto:", "tel:"))

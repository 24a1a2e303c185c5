"""The running text of an element of XHTML or NITF: what a reader sees of it on the page, as pieces of one string."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from discrepancy.loaders.articles import line_of
from discrepancy.loaders.articles.raised import raised
from discrepancy.loaders.markup.parser import local_name

__all__ = ["BLOCKS", "LEFT_OUT", "SET_OFF_IN", "add_inline", "add_inside", "text_of", "unwrapped"]

# Source: HTML Living Standard, "sections", "grouping content", "embedded content"; NITF 3.6 element list.
LEFT_OUT = frozenset(
    "script style noscript template iframe object embed applet canvas svg math form button select input textarea "
    "nav head media-reference media-metadata media-object tobject docdata s strike del".split()
)
"""Elements of which no reader sees anything, or sees that it was struck out."""
BLOCKS = frozenset(
    "p div section article main header footer blockquote bq block pre ul ol dl li dt dd table thead tbody tfoot tr "
    "caption figure figcaption media media-caption media-producer aside address details summary hr body "
    "body.head body.content body.end h1 h2 h3 h4 h5 h6 hl1 hl2 note fn hedline abstract byline dateline distributor "
    "tagline bibliography nitf-table credit copyrite datasource nitf-table-summary hedline body.head".split()
)
"""Elements that stand apart from the text around them."""
_SET_OFF = {"byttl": ", ", "location": " ", "story.date": " "}
"""Elements of a byline or dateline that are written right behind what stands before them, and read apart from it."""
SET_OFF_IN = frozenset(("byline", "dateline"))
_LOOKED_AT = 20
"""Elements in a quotation that are looked at for its first words."""
_QUOTES = "\"'\u201c\u201d\u2018\u00ab\u201e`"


def text_of(element: etree._Element | None) -> str:
    """The text of an element on one line, without what a reader does not see; empty for None."""
    if element is None:
        return ""
    pieces: list[str] = []
    add_inline(element, pieces)
    return line_of("".join(pieces))


def add_inline(element: etree._Element, pieces: list[str]) -> None:
    """Add what a reader sees of an element in a line; nothing is handed up level by level, since trees may be deep."""
    name = local_name(element)
    if name in LEFT_OUT or not name:
        return
    if name == "br":
        pieces.append("\n")
        return
    if name == "sup":
        above: list[str] = []
        add_inside(element, above)
        pieces.append(raised("".join(above)))
        return
    # A reader of XHTML or NITF sees the marks that the element stands for.
    marked = name == "q" and not _opening(element).startswith(tuple(_QUOTES))
    pieces.append("\u201c" if marked else "")
    add_inside(element, pieces)
    pieces.append("\u201d" if marked else "")


def add_inside(element: etree._Element, pieces: list[str]) -> None:
    """Add an element's own text and what stands in it."""
    pieces.append(unwrapped(element.text))
    apart = local_name(element) in SET_OFF_IN
    began = bool((element.text or "").strip())
    for child in element:
        name = local_name(child)
        pieces.append(_SET_OFF.get(name, "") if apart and began else "")
        began = True
        space = " " if name in BLOCKS else ""
        pieces.append(space)
        add_inline(child, pieces)
        pieces.append(space + unwrapped(child.tail))


def unwrapped(text: str | None) -> str:
    """Text without the line ends of its source, which mean no more than a space."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _opening(element: etree._Element) -> str:
    first = (text for each in islice(element.iter(), _LOOKED_AT) for text in (each.text, each.tail) if text)
    return next((bare for text in first if (bare := text.lstrip())), "")

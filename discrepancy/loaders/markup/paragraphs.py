"""The paragraphs of an element of XHTML or NITF as parts: text, subheads, captions, credits, asides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.articles import Part, part, table_row
from discrepancy.loaders.markup.inline import BLOCKS, LEFT_OUT, SET_OFF_IN, add_inline, add_inside, text_of, unwrapped
from discrepancy.loaders.markup.parser import local_name
from discrepancy.model import BlockRole

__all__ = ["paragraphs", "text_of"]

_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"), BlockRole.SUBHEAD),
    "hl1": BlockRole.HEADLINE,
    **dict.fromkeys(("figcaption", "media-caption", "caption"), BlockRole.CAPTION),
    **dict.fromkeys(("media-producer", "credit", "byline", "distributor", "datasource", "tagline"), BlockRole.CREDIT),
    "dateline": BlockRole.DATELINE,
    "abstract": BlockRole.SUMMARY,
    **dict.fromkeys(("aside", "nav", "footer", "button", "copyrite", "bibliography"), BlockRole.FURNITURE),
}
_AS_WRITTEN = frozenset(("pre", "xmp"))
_APART = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
"""Empty lines in text that is shown as it is written."""


def paragraphs(element: etree._Element, role: BlockRole = BlockRole.BODY) -> Iterator[Part]:
    """The paragraphs in an element, in order; what a reader does not see is left out.

    Args:
        element: of HTML, XHTML or NITF, whatever the namespace.
        role: what running text in it is.
    """
    found: list[Part] = []
    _walk(element, role, _around_blocks(element), found)
    return (made for made in found if made.text)


def _around_blocks(element: etree._Element) -> set[etree._Element]:
    """The elements with a block somewhere inside: found once for all, since trees of links are deep at times."""
    found: set[etree._Element] = set()
    for each in element.iterdescendants():
        outer = each.getparent() if local_name(each) in BLOCKS else None
        while outer is not None and outer is not element and outer not in found:
            found.add(outer)
            outer = outer.getparent()
    return found


def _walk(element: etree._Element, role: BlockRole, around: set[etree._Element], found: list[Part]) -> None:
    name = local_name(element)
    if name in LEFT_OUT:
        return
    # What stands in a box beside the article is furniture, its headings too.
    role = role if role is BlockRole.FURNITURE else _ROLES.get(name, role)
    whole = _whole(element, name)
    if whole is not None:
        found += [part(piece, role) for piece in whole]
        return
    run = [unwrapped(element.text)]
    for child in element:
        inner = local_name(child)
        if inner in LEFT_OUT or not inner:
            run.append(unwrapped(child.tail))
        elif inner in BLOCKS or child in around:
            # Also a link or a span around whole paragraphs, as content systems make them.
            found.append(part("".join(run), role))
            _walk(child, role, around, found)
            run = [unwrapped(child.tail)]
        else:
            add_inline(child, run)
            run.append(unwrapped(child.tail))
    found.append(part("".join(run), role))


def _whole(element: etree._Element, name: str) -> list[str] | None:
    """The paragraphs of an element that is read in a way of its own; None for any other."""
    if name == "tr":
        return [table_row(map(text_of, element))]
    if name in _AS_WRITTEN:
        return _APART.split("".join(element.itertext()).replace("\r\n", "\n"))
    if name in SET_OFF_IN:
        pieces: list[str] = []
        add_inside(element, pieces)
        return ["".join(pieces)]
    return None

"""The paragraphs of an element of XHTML or NITF as parts: text, subheads, captions, credits, asides."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.markup.parser import local_name
from discrepancy.model import BlockRole

__all__ = ["paragraphs", "text_of"]

# Source: HTML Living Standard, "sections", "grouping content", "embedded content"; NITF 3.6 element list.
_LEFT_OUT = frozenset(
    "script style noscript template iframe object embed applet canvas svg math form button select input textarea "
    "nav head media-reference media-metadata media-object tobject docdata".split()
)
_BLOCKS = frozenset(
    "p div section article main header footer blockquote bq block pre ul ol dl li dt dd table thead tbody tfoot tr "
    "caption figure figcaption media media-caption media-producer aside address details summary hr body "
    "body.head body.content body.end h1 h2 h3 h4 h5 h6 hl1 hl2 note fn hedline abstract byline dateline distributor "
    "tagline bibliography nitf-table credit".split()
)
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"), BlockRole.SUBHEAD),
    "hl1": BlockRole.HEADLINE,
    **dict.fromkeys(("figcaption", "media-caption", "caption"), BlockRole.CAPTION),
    **dict.fromkeys(("media-producer", "credit", "byline", "distributor"), BlockRole.CREDIT),
    "dateline": BlockRole.DATELINE,
    "abstract": BlockRole.SUMMARY,
    **dict.fromkeys(("aside", "nav", "footer", "button"), BlockRole.FURNITURE),
}
_CELL = " | "


def paragraphs(element: etree._Element, role: BlockRole = BlockRole.BODY) -> Iterator[Part]:
    """The paragraphs in an element, in order; what a reader does not see is left out.

    Args:
        element: of HTML, XHTML or NITF, whatever the namespace.
        role: what running text in it is.
    """
    return (made for made in _walk(element, role) if made.text)


def text_of(element: etree._Element | None) -> str:
    """The text of an element on one line, without what a reader does not see; empty for None."""
    return "" if element is None else part("".join(_inline(element)), None).text.replace("\n", " ")


def _walk(element: etree._Element, role: BlockRole) -> Iterator[Part]:
    name = local_name(element)
    if name in _LEFT_OUT:
        return
    role = _ROLES.get(name, role)
    if name == "tr":
        cells = [text_of(cell) for cell in element]
        yield part(_CELL.join(cell for cell in cells if cell), role)
        return
    run = [_unwrapped(element.text)]
    for child in element:
        inner = local_name(child)
        if inner in _BLOCKS:
            yield part("".join(run), role)
            yield from _walk(child, role)
            run = [_unwrapped(child.tail)]
        elif inner in _LEFT_OUT or not inner:
            run.append(_unwrapped(child.tail))
        elif any(local_name(deeper) in _BLOCKS for deeper in child.iterdescendants()):
            # A link or a span around whole paragraphs, as content systems make them.
            yield part("".join(run), role)
            yield from _walk(child, role)
            run = [_unwrapped(child.tail)]
        else:
            run += [*_inline(child), _unwrapped(child.tail)]
    yield part("".join(run), role)


def _inline(element: etree._Element) -> Iterator[str]:
    name = local_name(element)
    if name in _LEFT_OUT or not name:
        return
    if name == "br":
        yield "\n"
        return
    yield _unwrapped(element.text)
    for child in element:
        yield from _inline(child)
        yield _unwrapped(child.tail)


def _unwrapped(text: str | None) -> str:
    """Text without the line ends of its source, which mean no more than a space."""
    return (text or "").replace("\r", " ").replace("\n", " ")

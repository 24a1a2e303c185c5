"""The text of a NewsML 1 item as parts: its news lines, and what its components carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.wires.content import content_parts, nitf_in
from discrepancy.loaders.wires.lookup import attribute, child, children, descendants
from discrepancy.loaders.wires.nitf_parts import nitf_head
from discrepancy.loaders.wires.nml1_tree import of_item, pictured, role_of
from discrepancy.loaders.wires.notes import is_advice
from discrepancy.model import BlockRole

__all__ = ["nml1_body", "nml1_head"]

_LINES = (
    ("headline", BlockRole.HEADLINE),
    ("subheadline", BlockRole.SUMMARY),
    ("byline", BlockRole.CREDIT),
    ("dateline", BlockRole.DATELINE),
)
_ROLES = {
    **dict.fromkeys(("title", "headline", "heading"), BlockRole.HEADLINE),
    **dict.fromkeys(("summary", "abstract", "standfirst", "subheadline"), BlockRole.SUMMARY),
    **dict.fromkeys(("caption", "legend", "cutline"), BlockRole.CAPTION),
    **dict.fromkeys(("byline", "credit", "signature"), BlockRole.CREDIT),
    **dict.fromkeys(("keyword", "keywords", "related", "link", "links", "sidebar"), BlockRole.FURNITURE),
}
_TOLD = frozenset((BlockRole.HEADLINE, BlockRole.CREDIT, BlockRole.DATELINE))


def nml1_head(item: etree._Element) -> list[Part]:
    """The news lines of an item, and behind them those of a NITF document inside."""
    first = next(of_item(item, "newslines"), None)
    given = [part(text_of(each), role) for name, role in _LINES for each in children(first, name)]
    given = [_advised(each) for each in given if each.text]
    inside = next((whole for each in of_item(item, "contentitem") if (whole := nitf_in(each)) is not None), None)
    roles = {each.role for each in given}
    more = [] if inside is None else nitf_head(inside)
    return [*given, *(each for each in more if each.role not in roles or each.role not in _TOLD)]


def _advised(each: Part) -> Part:
    """AFP writes what was corrected where a summary stands."""
    advised = each.role is BlockRole.SUMMARY and is_advice(each.text)
    return replace(each, role=BlockRole.CORRECTION) if advised else each


def nml1_body(item: etree._Element, where: str) -> list[Part]:
    """The text that the components of an item carry, in order, with the captions of its pictures."""
    found = [made for each in children(item, "newscomponent") for made in _component(each, where, BlockRole.BODY)]
    return [each for each in found if each.text]


def _component(component: etree._Element, where: str, role: BlockRole) -> Iterator[Part]:
    """The parts of a component; in one of equivalents the first that has text stands for all."""
    shows = pictured(component)
    role = BlockRole.CAPTION if shows else _ROLES.get(role_of(component), role)
    if not shows:
        yield from _own_heading(component)
    either = attribute(component, "equivalentslist").casefold() == "yes"
    for each in component:
        found: list[Part] = []
        if local_name(each) == "contentitem":
            found = _item_parts(each, where, role)
        elif local_name(each) == "newscomponent":
            found = list(_component(each, where, role))
        yield from found
        if either and any(made.text for made in found):
            break
    if shows:
        yield from _picture_lines(component)


def _item_parts(content: etree._Element, where: str, role: BlockRole) -> list[Part]:
    """The parts of a content item: its data may stand in encodings, one in another."""
    data = next(descendants(content, "datacontent"), None)
    media = attribute(child(content, "mediatype"), "formalname").casefold()
    if data is None or media not in ("", "text", "complexdata", "composite"):
        return []
    return content_parts(data, where, role)


def _own_heading(component: etree._Element) -> Iterator[Part]:
    """The headline of a component below the first: a second text in one item stands under its own."""
    outer = component.getparent()
    if outer is None or local_name(outer) != "newscomponent":
        return
    above = [text_of(each) for each in children(outer, "newslines", "headline")]
    for each in children(component, "newslines", "headline"):
        if above and text_of(each) not in above:
            yield part(text_of(each), BlockRole.SUBHEAD)


def _picture_lines(component: etree._Element) -> Iterator[Part]:
    for each in children(component, "newslines", "creditline"):
        yield part(text_of(each), BlockRole.CREDIT)

"""The text of a NewsML-G2 item as parts: its lines, what is in its content set, the captions of its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.wires.content import content_parts, nitf_in
from discrepancy.loaders.wires.g2_known import code_in
from discrepancy.loaders.wires.lookup import attribute, child, children, said
from discrepancy.loaders.wires.nitf_parts import nitf_head
from discrepancy.model import BlockRole

__all__ = ["g2_body", "g2_head"]

_ASIDE = frozenset(("short", "extended", "extendedheadline", "main:short", "original", "originalheadline"))
_TOLD = (BlockRole.HEADLINE, BlockRole.CREDIT, BlockRole.DATELINE)
_INLINE = ("inlinexml", "inlinexhtml", "inlinedata")
_SHOWS = frozenset(("picture", "graphic", "video", "audio", "animated"))
_SUMMARY = frozenset(("summary", "abstract", "lead", "lede", "intro", "standfirst"))


def g2_head(item: etree._Element) -> list[Part]:
    """The lines above the text: what contentMeta gives, and behind it what a NITF document inside gives."""
    given = [made for made in _lines(item) if made.text]
    inside = next((whole for each in _inline(item) if (whole := nitf_in(each)) is not None), None)
    roles = {each.role for each in given}
    more = [] if inside is None else nitf_head(inside)
    return [*given, *(each for each in more if each.role not in roles or each.role not in _TOLD)]


def _lines(item: etree._Element) -> Iterator[Part]:
    content = child(item, "contentmeta")
    lines = list(children(content, "headline"))
    main = next((each for each in lines if role_of(each) not in _ASIDE), lines[0] if lines else None)
    yield part(text_of(main), BlockRole.HEADLINE)
    yield part(said(content, "subheadline"), BlockRole.SUMMARY)
    for each in children(content, "description"):
        if role_of(each) in _SUMMARY:
            yield part(text_of(each), BlockRole.SUMMARY)
    for each in children(content, "by"):
        yield part(text_of(each), BlockRole.CREDIT)
    for each in children(content, "dateline"):
        yield part(text_of(each), BlockRole.DATELINE)


def role_of(element: etree._Element) -> str:
    """The role that an element has among its like, in lower case, without its scheme; empty without one."""
    return attribute(element, "role").rpartition(":")[2].casefold()


def g2_body(item: etree._Element, where: str) -> list[Part]:
    """The text of the first rendition that has any, and the captions of a picture's item.

    A content set holds the same content several times over, in different forms.
    """
    body = next((found for each in _inline(item) if (found := content_parts(each, where))), [])
    return [*body, *(made for made in _captions(item, text=bool(body)) if made.text)]


def _inline(item: etree._Element) -> list[etree._Element]:
    sets = children(item, "contentset")
    return [each for outer in sets for name in _INLINE for each in children(outer, name)]


def _captions(item: etree._Element, *, text: bool) -> Iterator[Part]:
    content = child(item, "contentmeta")
    shows = code_in(child(item, "itemmeta", "itemclass")).casefold() in _SHOWS
    for each in children(content, "description"):
        # A text item's "caption" is its slug and headline once more.
        if shows and role_of(each) not in _SUMMARY:
            yield part(text_of(each), BlockRole.CAPTION)
    for each in children(content, "creditline"):
        if shows and not text:
            yield part(text_of(each), BlockRole.CREDIT)
    for each in children(item, "contentset", "remotecontent"):
        for name in ("description", "alttext"):
            yield part(said(each, name), BlockRole.CAPTION)

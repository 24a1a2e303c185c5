"""The text of a NITF document as parts: headlines, byline, dateline, abstract, paragraphs, captions, tagline."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.layout.furniture import is_furniture
from discrepancy.loaders.markup.paragraphs import paragraphs, text_of
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.wires.lookup import child, children, descendants
from discrepancy.loaders.wires.wrapped import unwrap
from discrepancy.model import BlockRole

__all__ = ["nitf_body", "nitf_head"]


def nitf_head(root: etree._Element) -> list[Part]:
    """The lines above the text, in the order in which a reader of the wire sees them."""
    head = child(root, "body", "body.head")
    return [made for made in _head_lines(head) if made.text]


def _head_lines(head: etree._Element | None) -> Iterator[Part]:
    for number, each in enumerate(descendants(child(head, "hedline"), "hl1")):
        yield part(text_of(each), BlockRole.SUMMARY if number else BlockRole.HEADLINE)
    for each in descendants(child(head, "hedline"), "hl2"):
        yield part(text_of(each), BlockRole.SUMMARY)
    for name in ("byline", "distributor"):
        for each in children(head, name):
            yield part(text_of(each), BlockRole.CREDIT)
    for each in children(head, "abstract"):
        yield from paragraphs(each, BlockRole.SUMMARY)
    for each in children(head, "dateline"):
        yield part(text_of(each), BlockRole.DATELINE)


def nitf_body(root: etree._Element) -> list[Part]:
    """The text itself with what stands in and under it.

    Args:
        root: a ``nitf`` element, a ``body``, or a ``body.content`` by itself, as other formats carry it.
    """
    body = root if local_name(root).startswith("body") else child(root, "body")
    if body is None:
        return list(paragraphs(root))
    unwrap(body)
    found: list[Part] = []
    contents = [body] if local_name(body) == "body.content" else list(children(body, "body.content"))
    for content in contents or [body]:
        found += paragraphs(content)
    for end in children(body, "body.end"):
        found += [_tagline(text_of(each)) for each in children(end, "tagline")]
        found += [part(text_of(each), BlockRole.FURNITURE) for each in children(end, "bibliography")]
    return [each for each in found if each.text]


def _tagline(text: str) -> Part:
    """A tagline says who wrote the text, or points elsewhere: "Follow our coverage at …"."""
    return part(text, BlockRole.FURNITURE if is_furniture(text) else BlockRole.CREDIT)

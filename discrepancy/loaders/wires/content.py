"""Text that a NewsML item carries, whatever it is written in: NITF, XHTML, HTML in CDATA, plain text."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode

from lxml import etree

from discrepancy.errors import InputError
from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.markup.paragraphs import paragraphs
from discrepancy.loaders.markup.parser import local_name, parse_html
from discrepancy.loaders.wires.lookup import attribute, descendants
from discrepancy.loaders.wires.nitf_parts import nitf_body
from discrepancy.loaders.wires.wrapped import paragraphs_in, unwrap
from discrepancy.model import BlockRole
from discrepancy.text.encoding import decode

__all__ = ["content_parts", "nitf_in"]

_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|table|b|i|em|strong|a|span|html|body)\b[^>]*>", re.IGNORECASE)
_OF_HEADER = frozenset(("ul", "ol", "time"))
_TEXT_TYPE = re.compile(r"text/|xml|html|$", re.IGNORECASE)


def nitf_in(holder: etree._Element) -> etree._Element | None:
    """The NITF document that an element carries; None where it carries none."""
    return next(descendants(holder, "nitf"), None)


def content_parts(holder: etree._Element, where: str, role: BlockRole = BlockRole.BODY) -> list[Part]:
    """The paragraphs of what an element carries; none where it is no text.

    Args:
        holder: ``inlineXML``, ``inlineData``, ``DataContent``.
        where: the path to show.
        role: what running text in it is.
    """
    whole = nitf_in(holder)
    if whole is None:
        whole = next(descendants(holder, "body.content"), None)
    if whole is not None:
        return nitf_body(whole)
    if len(holder):
        _set_apart(holder)
        unwrap(holder)
        return list(paragraphs(holder, role))
    return _plain(_decoded(holder), where, role)


def _set_apart(holder: etree._Element) -> None:
    """Make asides of the lists and times in an XHTML text's header: the slug and keywords that the item gives too."""
    for header in descendants(holder, "header"):
        for each in header:
            if local_name(each) in _OF_HEADER:
                each.tag = "aside"


def _decoded(holder: etree._Element) -> str:
    """The text of an element that holds nothing but characters; empty for a picture's bytes."""
    text = holder.text or ""
    if "base64" not in attribute(holder, "encoding", "transferencoding").casefold():
        return text
    if not _TEXT_TYPE.match(attribute(holder, "contenttype")):
        return ""
    try:
        return decode(b64decode(text, validate=False)).text
    except (binascii.Error, ValueError, InputError):
        return ""


def _plain(text: str, where: str, role: BlockRole) -> list[Part]:
    if not text.strip():
        return []
    if _MARKUP.search(text):
        page = parse_html(text, where)
        body = next((each for each in page if local_name(each) == "body"), page)
        unwrap(body)
        return list(paragraphs(body, role))
    return [part(each, role) for each in paragraphs_in(text)]

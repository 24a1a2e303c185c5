"""XML and HTML from anywhere, parsed without a network, without entities of its own and within limits."""

from __future__ import annotations

import html
import re

from lxml import etree
from lxml import html as lxml_html

from discrepancy.errors import Malformed, TooLarge, Unsafe
from discrepancy.loaders.markup.attributes import ensure_few_attributes
from discrepancy.loaders.markup.mended import mended, ready

__all__ = ["local_name", "parse_html", "parse_xml"]

_DEEPEST = 200
"""Levels of nesting: hand-made articles have ten, pages sixty."""
_MOST_ELEMENTS = 300_000
_DECLARES = re.compile(rb"<!\s*(?:ENTITY|ATTLIST|ELEMENT|NOTATION)\b", re.IGNORECASE)
_LIMITED = re.compile(r"limit|too long|too large|huge", re.IGNORECASE)
_PLACE = re.compile(r", line \d+, column \d+.*$", re.DOTALL)
_BOMS = (b"\xff\xfe", b"\xfe\xff")


def parse_xml(data: bytes, where: str) -> etree._Element:
    """The root of an XML file.

    Args:
        data: the whole file. Where it is not in the encoding that it declares, or holds characters that XML does not
            have, it is read all the same if there is one way to read it.
        where: the path to show.

    Raises:
        Unsafe: it declares entities of its own, or nests deeper than any article.
        Malformed: it is no well-formed XML; the message gives line and column.
        TooLarge: it has more elements than any file of articles, or one text of many megabytes.
    """
    plain = data.replace(b"\x00", b"") if data.startswith(_BOMS) or b"\x00" in data[:4] else data
    if _DECLARES.search(plain):
        raise _declares(where)
    try:
        root = _parsed(ready(data))
    except (etree.XMLSyntaxError, ValueError, LookupError) as problem:
        root = _second_try(data, problem, where)
    if root is None:
        raise Malformed("holds no XML element.", where=where, remedy="Get the file again from its sender.")
    inside = root.getroottree().docinfo.internalDTD
    if inside is not None and next(iter(inside.iterentities()), None) is not None:
        raise _declares(where)  # in an encoding in which the words above are spelled with other bytes
    _ensure_within_limits(root, where)
    _resolve_named(root)
    return root


def _declares(where: str) -> Unsafe:
    return Unsafe(
        "declares entities of its own, which no news format needs and which can be made to explode.",
        where=where,
        remedy="It was not read. Get it again from its sender without a DTD inside.",
    )


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    return etree.fromstring(data, parser)


def _second_try(data: bytes, problem: Exception, where: str) -> etree._Element:
    """The root of a file with its bytes put right; the first problem is the one that is told."""
    better = mended(data)
    # A declaration that was passed over may have hidden what was looked for above.
    if better is None or _DECLARES.search(better):
        raise _malformed(problem, where) from None
    try:
        return _parsed(better)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise _malformed(problem, where) from None


def parse_html(text: str, where: str) -> etree._Element:
    """The root of an HTML page or of a piece of one; script and style are left out of no tree, only of its parts.

    Raises:
        Malformed: there is no element in it at all.
        Unsafe, TooLarge: as in :func:`parse_xml`.
    """
    ensure_few_attributes(text, where)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text.replace("\x00", ""), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Malformed("holds no markup.", where=where, remedy="Save the page again, as a complete page.") from None
    _ensure_within_limits(root, where)
    return root


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _malformed(problem: Exception, where: str) -> Malformed | Unsafe | TooLarge:
    what = _PLACE.sub("", str(problem).partition("(<string>")[0]).strip().rstrip(".")
    if "depth" in what.lower():
        return Unsafe("is nested deeper than any article.", where=where, remedy="It was not read.")
    if _LIMITED.search(what):
        return TooLarge(
            "holds a text or name of many megabytes.",
            where=where,
            remedy="Take pictures and the like out of it.",
        )
    line, column = getattr(problem, "position", (0, 0)) or (0, 0)
    place = f"{where}, line {line}, column {column}" if line else where
    return Malformed(
        f"is no well-formed XML: {what}.", where=place, remedy="It may be cut off: get it again from its sender."
    )


def _ensure_within_limits(root: etree._Element, where: str) -> None:
    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise Unsafe("is nested deeper than any article.", where=where, remedy="It was not read.")
        if count > 2 * _MOST_ELEMENTS:
            raise TooLarge(
                f"has more than {_MOST_ELEMENTS:,} elements.", where=where, remedy="Split it into one file an article."
            )


def _resolve_named(root: etree._Element) -> None:
    """Put HTML's own named characters in for references that a DTD beside the file would have explained."""
    for node in list(root.iter(etree.Entity)):
        parent = node.getparent()
        if parent is None:
            continue
        text = html.unescape(node.text or "") + (node.tail or "")
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + text
        else:
            before.tail = (before.tail or "") + text
        node.tail = None
        parent.remove(node)

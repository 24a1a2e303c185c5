"""The items of a feed that is no well-formed XML, each read by itself: one that is broken harms no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from discrepancy.errors import Malformed
from discrepancy.loaders.markup.mended import mended
from discrepancy.loaders.markup.parser import local_name

__all__ = ["loose_entries"]

_MOST_BYTES = 5_000_000
"""Such a feed is read with its head for every item of it."""
_LONGEST_HEAD = 20_000
_DECLARES = re.compile(rb"<!\s*ENTITY\b", re.IGNORECASE)
_EDGE = re.compile(rb"<(?P<end>/?)(?:[\w.-]{1,40}:)?(?:item|entry)\b[^<>]{0,1000}>", re.IGNORECASE)


def loose_entries(data: bytes, problem: Malformed, most: int) -> list[etree._Element]:
    """The items that begin and end, each in a feed of its own.

    Args:
        data: the whole feed.
        problem: what is wrong with it.
        most: how many are wanted.

    Raises:
        Malformed: there is none.
    """
    better = mended(data)
    if better is None or len(better) > _MOST_BYTES or _DECLARES.search(better):
        raise problem
    first = _EDGE.search(better)
    pieces = islice(_pieces(better), most)
    head = better[: first.start()][:_LONGEST_HEAD] if first else b""
    found = [entry for piece in pieces if (entry := _entry(head + piece)) is not None]
    if not found:
        raise problem
    return found


def _pieces(data: bytes) -> Iterator[bytes]:
    start = -1
    for edge in _EDGE.finditer(data):
        if not edge["end"]:
            start = edge.start()
        elif start >= 0:
            yield data[start : edge.end()]
            start = -1


def _entry(data: bytes) -> etree._Element | None:
    """The one item of a feed of which only the beginning stands there."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    return next((each for each in root.iter(etree.Element) if local_name(each) in ("item", "entry")), None)

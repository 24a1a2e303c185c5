"""An entry of RSS or Atom in a feed of its own, the same bytes whatever stands beside it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from lxml import etree

from discrepancy.loaders.markup.parser import local_name

__all__ = ["alone", "own_children"]

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_HEAD = frozenset({"title", "link", "language"})
# Source: RSS 1.0's module slash, Atom's threading (RFC 4685) and Media RSS: what readers do with an item.
_COUNTS = ("{http://purl.org/rss/1.0/modules/slash/}", "{http://purl.org/syndication/thread/1.0}total")
_COMMUNITY = "{http://search.yahoo.com/mrss/}community"


def own_children(element: etree._Element, names: Iterable[str]) -> Iterator[etree._Element]:
    """The children of these names, of the element's own vocabulary before Dublin Core's; no picture's title."""
    wanted = frozenset(names)
    found = [each for each in element if local_name(each) in wanted]
    for vocabulary in (etree.QName(element).namespace, _DUBLIN_CORE):
        yield from (each for each in found if (etree.QName(each).namespace or None) == vocabulary)


def alone(entry: etree._Element) -> bytes:
    """An entry in a feed of its own, under what its feed says of all of them."""
    holder = None
    for above in reversed(list(entry.iterancestors())):
        holder = _emptied(above, holder)
    bare = copy.deepcopy(entry)
    bare.tail = None
    for each in list(bare.iter(etree.Element)):
        parent = each.getparent()
        if parent is not None and (each.tag.startswith(_COUNTS) or each.tag == _COMMUNITY or _is_replies(each)):
            parent.remove(each)
    if holder is not None:
        holder.append(bare)
    top = bare if holder is None else holder.getroottree().getroot()
    return bytes(etree.tostring(top, encoding="utf-8", xml_declaration=True))


def _is_replies(element: etree._Element) -> bool:
    return local_name(element) == "link" and element.get("rel") == "replies"


def _emptied(above: etree._Element, holder: etree._Element | None) -> etree._Element:
    """An element that holds entries, without them: only with its title, its address and its language."""
    if holder is None:
        made = etree.Element(above.tag, dict(above.attrib), nsmap=above.nsmap)
    else:
        made = etree.SubElement(holder, above.tag, dict(above.attrib), nsmap=above.nsmap)
    told = set()
    for each in own_children(above, _HEAD):
        name = local_name(each)
        if name not in told and not (name == "link" and each.get("rel", "alternate") != "alternate"):
            told.add(name)
            kept = copy.deepcopy(each)
            kept.tail = None
            made.append(kept)
    if local_name(above) == "rdf":
        for channel in (each for each in above if local_name(each) == "channel"):
            _emptied(channel, made)
    return made

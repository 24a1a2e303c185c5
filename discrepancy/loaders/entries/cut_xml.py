"""RSS and Atom cut into their entries, without reading any of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from discrepancy.errors import Malformed
from discrepancy.loaders.articles.moments import moment
from discrepancy.loaders.entries.cut import Cut, CutEntry
from discrepancy.loaders.entries.entry_alone import alone, own_children
from discrepancy.loaders.entries.fragments import one_line
from discrepancy.loaders.entries.loose_entries import loose_entries
from discrepancy.loaders.markup.mended import mended
from discrepancy.loaders.markup.parser import local_name, parse_xml

__all__ = ["cut_xml"]

_FEEDS = frozenset({"rss", "feed", "rdf", "entry"})
_ENTRIES = frozenset({"item", "entry"})
_WEB = ("http://", "https://")
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
# Source: RSS 2.0, Atom (RFC 4287), RSS 1.0 with Dublin Core, Atom 0.3: the names of the time of publication.
_TIMES = ("pubdate", "published", "issued", "created", "date")


def cut_xml(data: bytes, where: str, most: int) -> Cut:
    """Cut a feed into its entries.

    Args:
        data: the whole feed.
        where: its address, for errors.
        most: how many entries are wanted.

    Raises:
        Malformed: it is no feed, or not one of its entries is complete.
        Unsafe, TooLarge: as in :func:`discrepancy.loaders.markup.parser.parse_xml`.
    """
    why = ""
    try:
        root = parse_xml(_in_utf8(data), where)
        entries = list(_entries(root))
    except Malformed as problem:
        entries = loose_entries(data, problem, most)
        root = entries[0].getroottree().getroot()
        why = f"is no well-formed XML, and only the entries that could be made out were read: it {problem.what}"
    if local_name(root) not in _FEEDS:
        raise Malformed("is no feed.", where=where, remedy="Look up the address of the feed, and correct it.")
    try:
        cut = [_cut(each) for each in entries[:most]]
    except ValueError:  # a name that a parser lets pass, and that may stand in no XML that is written
        raise Malformed("holds names that XML does not have.", where=where, remedy="Tell its publisher.") from None
    return Cut(cut, next(_links(_channel(root)), ""), len(entries), why)


def _in_utf8(data: bytes) -> bytes:
    """A feed that is UTF-8, and whose declaration says something else, without it."""
    begin = data.lstrip()[:200].lower()
    if data.isascii() or not begin.startswith(b"<?xml") or b"encoding" not in begin or b"utf" in begin:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return mended(data) or data


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter(etree.Element):
        if local_name(element) in _ENTRIES and not any(local_name(up) in _ENTRIES for up in element.iterancestors()):
            yield element


def _channel(root: etree._Element) -> etree._Element:
    return next((each for each in root if local_name(each) == "channel"), root)


def _cut(entry: etree._Element) -> CutEntry:
    return CutEntry(
        guid=_text(entry, "guid", "id") or str(entry.get(_RDF_ABOUT) or ""),
        link=next(_links(entry), "") or _permalink(entry),
        title=one_line(_text(entry, "title")),
        published=next((found for name in _TIMES if (found := moment(_text(entry, name)))), None),
        name="item.xml",
        data=alone(entry),
    )


def _text(element: etree._Element, *names: str) -> str:
    texts = (" ".join("".join(each.itertext()).split()) for each in own_children(element, names))
    return next((text for text in texts if text), "")


def _links(element: etree._Element) -> Iterator[str]:
    """The addresses of the page that an element stands for: where it really is before where a counter stands."""
    children = [each for each in element if isinstance(each.tag, str)]
    for name in ("origlink", "link"):
        for link in (each for each in children if local_name(each) == name):
            address = link.get("href") if link.get("rel", "alternate") == "alternate" else None
            told = str(address or "".join(link.itertext())).strip()
            if told:
                yield _joined(link.base or "", told)


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # no address at all
        return ""


def _permalink(entry: etree._Element) -> str:
    """The id of an item of RSS, where it is an address. Source: RSS 2.0, "<guid> sub-element of <item>"."""
    guid = next(own_children(entry, ("guid",)), None)
    told = "" if guid is None or guid.get("isPermaLink") == "false" else "".join(guid.itertext()).strip()
    return told if told.startswith(_WEB) else str(entry.get(_RDF_ABOUT) or "")

"""A file of RSS or Atom as its entries: feedparser's reading of it, with what feedparser mixes up told apart before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from discrepancy.errors import InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.articles import Part
from discrepancy.loaders.entries.feed_media import take_media
from discrepancy.loaders.markup.mended import mended
from discrepancy.loaders.markup.parser import local_name, parse_xml

__all__ = ["Feed", "read_feed"]

_ENTRIES = ("item", "entry")
_NAMES = frozenset("author name email creator contributor managingeditor webmaster publisher".split())
_ENTRY_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_ROOT_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|entry)\s*>(?:\s|<!--.*?-->)*\Z", re.IGNORECASE | re.DOTALL)
_MOST_ENTRIES = 5_000
"""Entries of one feed: an export of a blog of many years has some thousand."""
_MOST_LOOSE = 2_000_000
"""Bytes of a file that is not well-formed: reading one takes some seconds a megabyte."""
_PREFIX = re.compile(rb"\bxmlns:([^\s=>]{1,80})", re.IGNORECASE)
_MOST_PREFIXES = 500
"""Feedparser takes the square of their number; a feed has ten."""
_LONGEST_RUN = 200
_LONG_RUN = re.compile(rb"[\w.+-]{201,}|\s{201,}")
_TAIL = 2000
"""Bytes at the end of a file in which its root is closed."""
_DECLARED = re.compile(rb"<\?xml\b[^>]{0,200}\bencoding\s*=\s*[\"'](?P<name>[\w.-]{1,40})[\"'][^>]{0,100}\?>")
_ONE_BYTE = re.compile(rb"(?:us-?ascii|ascii|iso-?8859|latin|windows-|cp\d|x?-?mac|koi8)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What was read of a feed.

    Attributes:
        kind: "RSS" or "Atom".
        about: what is said of the feed as a whole.
        entries: feedparser's reading of each entry that is complete, in order.
        media: the captions and credits of each entry, where the file is well-formed.
        lines: the line on which each entry begins, likewise.
        problem: why the rest of the file can not be read, where it is cut off.
    """

    kind: str
    about: Mapping[str, Any]
    entries: list[Mapping[str, Any]]
    media: list[list[Part]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problem: InputError | None = None


def read_feed(data: bytes, where: str) -> Feed:
    """Read a feed; one that is not well-formed is read as far as feed readers read it.

    Args:
        data: the whole file.
        where: the path to show.

    Raises:
        Malformed: it holds no entry that is complete.
        Unsafe, TooLarge: as in :func:`discrepancy.loaders.markup.parser.parse_xml`.
    """
    data = _without_wrong_encoding(data)
    try:
        root = parse_xml(data, where)
    except Malformed as problem:
        return _read_loosely(data, problem)
    for name in root.iter():
        if local_name(name) in _NAMES and len(name.text or "") > _LONGEST_RUN:
            name.text = (name.text or "")[:_LONGEST_RUN]
    elements = [each for each in root.iter() if local_name(each) in _ENTRIES and _is_outermost(each)]
    if len(elements) > _MOST_ENTRIES:
        raise TooLarge(
            f"holds more than {_MOST_ENTRIES:,} entries.", where=where, remedy="Split it into several files."
        )
    # Feedparser takes the title and the description of a picture for those of its entry.
    media = [take_media(each, f"entry {number}") for number, each in enumerate(elements, start=1)]
    lines = [each.sourceline or 0 for each in elements]
    feed = _parsed(etree.tostring(root, encoding="utf-8"), where)
    same = len(feed.entries) == len(elements)
    return Feed(
        kind=feed.kind, about=feed.about, entries=feed.entries, media=media if same else [], lines=lines if same else []
    )


def _without_wrong_encoding(data: bytes) -> bytes:
    """A file whose bytes are UTF-8 beyond ASCII, without a declaration that says one byte is one letter."""
    declared = _DECLARED.match(data.lstrip()[:400])
    if declared is None or not _ONE_BYTE.match(declared["name"]) or data.isascii():
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return data.replace(declared.group(), b"", 1)


def _is_outermost(element: etree._Element) -> bool:
    return not any(local_name(above) in _ENTRIES for above in element.iterancestors())


def _read_loosely(data: bytes, problem: Malformed) -> Feed:
    """The entries of a file that is no well-formed XML: all of them, or those before the place where it is cut off.

    Raises:
        Malformed: there is none.
    """
    better = mended(data)
    if better is None or len(better) > _MOST_LOOSE:
        raise problem from None
    # Runs over which feedparser's patterns for addresses and document types would take the square of their length.
    better = _LONG_RUN.sub(lambda run: run.group()[:_LONGEST_RUN], better)
    feed = _parsed(better, problem.where)
    closed = len(_ENTRY_END.findall(data.replace(b"\x00", b"")))
    cut = not _ROOT_END.search(data.rstrip()[-_TAIL:].replace(b"\x00", b""))
    entries = feed.entries[:closed] if cut else feed.entries
    if not entries:
        raise problem from None
    told = Malformed(
        f"is cut off after its entry {len(entries)}, and what comes after that was not read.",
        where=problem.where,
        remedy=problem.remedy,
    )
    return Feed(kind=feed.kind, about=feed.about, entries=entries, problem=told if cut else None)


def _parsed(data: bytes, where: str) -> Feed:
    """Feedparser's reading of bytes in UTF-8: given as a stream, so that nothing in them is taken for an address.

    HTML in them is left alone: only its text is taken, by a parser with limits, and feedparser's cleaning of it has
    none (its patterns for style sheets take the square of their length).

    Raises:
        Malformed: feedparser trips over it.
        Unsafe: it was made to keep feedparser busy.
    """
    import feedparser

    if len(set(_PREFIX.findall(data))) > _MOST_PREFIXES:
        raise Unsafe(
            f"declares more than {_MOST_PREFIXES} vocabularies (xmlns), which no feed needs.",
            where=where,
            remedy="It was not read. Get it again from its sender.",
        )
    try:
        found = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
        about, version = dict(found.feed), str(found.get("version") or "")
        entries: list[Mapping[str, Any]] = [dict(entry) for entry in found.entries]
    except Exception:  # noqa: BLE001 - whatever an old parser makes of a hostile file, it is an error of ours
        raise Malformed("can not be read as a feed.", where=where, remedy="Get it again from its sender.") from None
    return Feed(kind="Atom" if version.startswith("atom") else "RSS", about=about, entries=entries)

"""What an entry of RSS or Atom says beside its text: title, source, authors, times, address, subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.entries.fragments import one_line
from discrepancy.loaders.entries.outlets import outlet_of
from discrepancy.loaders.entries.xml_feed import Feed
from discrepancy.loaders.wires.names import writers

__all__ = ["known_of"]

_MAILBOX = re.compile(r"\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
# Source: the least moment of .NET and of Unix, which programs write where they have none; RFC 822 makes 0001 to 2001.
_NO_TIME = re.compile(r"\b(?:01 Jan 0001|1 Jan 0001|0001-01-01|0?1 Jan 1970 00:00|1970-01-01T00:00)")
_MOST = 60
"""Authors and categories that are looked at."""

_WEB = ("http://", "https://")


def known_of(feed: Feed, entry: Mapping[str, Any]) -> Known:
    """What an entry says of itself, and what its feed says of all of them."""
    known, kind = Known(), feed.kind
    known.add(Field.TITLE, _line(entry.get("title")), f"{kind} title")
    source = entry.get("source")
    known.add(Field.SOURCE, _line(source.get("title")) if isinstance(source, Mapping) else "", f"{kind} source")
    title = outlet_of(_line(feed.about.get("title")), str(entry.get("link") or feed.about.get("link") or ""))
    known.add(Field.SOURCE, title, f"title of the {kind} feed")
    for line in _authors(entry):
        for name in writers(line):
            known.add(Field.AUTHOR, name, f"{kind} author")
    _add_times(known, kind, entry)
    known.add(Field.ADDRESS, entry.get("feedburner_origlink"), "feedburner:origLink")
    link = str(entry.get("link") or "")  # an entry without one has its id there
    known.add(Field.ADDRESS, link if link.startswith(_WEB) else "", f"{kind} link")
    known.add(Field.ID, entry.get("id"), "Atom id" if kind == "Atom" else "RSS guid")
    for tag in _tags(entry):
        known.add(Field.SUBJECT, tag, f"{kind} category")
    known.add(Field.LANGUAGE, feed.about.get("language"), f"language of the {kind} feed")
    known.add(Field.USAGE, _line(entry.get("rights")), f"{kind} rights")
    known.add(Field.USAGE, _line(feed.about.get("rights")), f"rights of the {kind} feed")
    return known


def _add_times(known: Known, kind: str, entry: Mapping[str, Any]) -> None:
    published, updated = _time(entry, "published"), _time(entry, "updated")
    if kind == "RSS" and not published:
        # RSS 1.0 has only dc:date, which says when the entry was published and which feedparser calls updated.
        known.add(Field.PUBLISHED, updated, "dc:date")
        return
    known.add(Field.PUBLISHED, published, "Atom published" if kind == "Atom" else "RSS pubDate")
    if updated != published:
        known.add(Field.UPDATED, updated, "Atom updated" if kind == "Atom" else "atom:updated or dc:date")


def _time(entry: Mapping[str, Any], name: str) -> str:
    """A time as it is written; empty for what stands for none.

    Feedparser's own reading is left alone: what a date does not say it takes from today's.
    """
    written = str(entry.get(name) or "").strip()
    return "" if _NO_TIME.search(written) else written


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    # Feedparser cuts an address at a top-level domain that it knows, wherever that stands in a longer word.
    mailbox = _MAILBOX.match(str(entry.get("author") or "")[:200])
    if mailbox:
        yield _line(mailbox["name"])
    people = entry.get("authors")
    for person in people[:_MOST] if isinstance(people, list) else []:
        if isinstance(person, Mapping) and not (mailbox and person.get("email")):
            yield _line(person.get("name"))


def _tags(entry: Mapping[str, Any]) -> Iterator[str]:
    tags = entry.get("tags")
    for tag in tags[:_MOST] if isinstance(tags, list) else []:
        if isinstance(tag, Mapping):
            yield _line(tag.get("label") or tag.get("term"))


def _line(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""

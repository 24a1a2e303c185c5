"""What an article is known by within its source: its feed's id, its address, its headline with the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from discrepancy.lexicon import words
from discrepancy.loaders.entries.cut import CutEntry
from discrepancy.text.characters import fold

__all__ = ["Item", "absolute", "address_key", "canonical", "item_of", "known_by"]

_FEWEST_WORDS = 4
"""Words of a headline from which on it is not one that returns, such as "Morning briefing"."""
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a feed.

    Attributes:
        guid: the id that the feed gives it; empty where it gives none.
        address: of the page behind it; empty where it has none.
        title: its headline on one line.
        day: the day on which it was published, in UTC; None where it does not say.
        name: a file's name with the suffix that its loader knows.
        data: the item as a feed of its own.
    """

    guid: str = ""
    address: str = ""
    title: str = ""
    day: dt.date | None = None
    name: str
    data: bytes


def item_of(entry: CutEntry, where: str) -> Item:
    """An entry of the feed at ``where``."""
    published = entry.published
    if isinstance(published, dt.datetime) and published.tzinfo is not None:
        published = published.astimezone(dt.UTC)
    return Item(
        guid=entry.guid,
        address=canonical(absolute(where, entry.link)) if entry.link else "",
        title=entry.title,
        day=published.date() if isinstance(published, dt.datetime) else published,
        name=entry.name,
        data=entry.data,
    )


def canonical(address: str) -> str:
    """An address as it is shown and asked: without a fragment and the names by which clicks are counted.

    Empty where it is no address of the web.
    """
    try:
        parts = urlsplit(address.strip()[:_LONGEST])
        scheme, host, port = parts.scheme.lower(), (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if scheme not in _PORTS or not host:
        return ""
    place = f"[{host}]" if ":" in host else host
    place = place if port is None or port == _PORTS[scheme] else f"{place}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", _asked_for(parts.query), ""))


def address_key(address: str) -> str:
    """The key of an address: http and https are one, and the order of what is asked for does not matter."""
    plain = canonical(address)
    if not plain:
        return ""
    parts = urlsplit(plain)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"address:{parts.netloc}{parts.path}{'?' if query else ''}{query}"


def absolute(where: str, link: str) -> str:
    """A link as an address, from the address of what it stands in; empty where it is none."""
    try:
        return urljoin(where, link)
    except ValueError:  # no address at all
        return ""


def known_by(items: Sequence[Item], home: str) -> list[tuple[Item, tuple[str, ...]]]:
    """The items of one feed, each once, with what each is known by, the surest first.

    What several items of a feed share tells none of them from the others: a feed may give the address of its front
    page, or one id, to all of its items.

    Args:
        items: in their order.
        home: the address of the feed's own site.
    """
    every = _each_once(items)
    keys = [_keys(item, home) for item in every]
    often = Counter(key for each in keys for key in each)
    return [
        (item, tuple(key for key in each if often[key] == 1) or (_last_resort(item),))
        for item, each in zip(every, keys, strict=True)
    ]


def _each_once(items: Iterable[Item]) -> list[Item]:
    """The items without those that stand there a second time; the first is the newest."""
    found: dict[tuple[str, str], Item] = {}
    for item in items:
        by_guid = (item.guid, address_key(item.address) or fold(item.title))
        found.setdefault(by_guid if item.guid else ("", sha256(item.data).hexdigest()), item)
    return list(found.values())


def _keys(item: Item, home: str) -> list[str]:
    address, found = address_key(item.address), []
    if item.guid:
        found.append(f"guid:{item.guid[:_LONGEST]}")
    if address and address != address_key(home) and _has_place(item.address):
        found.append(address)
    title = fold(item.title)
    if item.day is not None and len(title.split()) >= _FEWEST_WORDS:
        found.append(f"title:{title}|{item.day.isoformat()}")
    return found


def _last_resort(item: Item) -> str:
    """What an item is known by that says nothing that is its own: headline and day, or else its very bytes."""
    title = fold(item.title)
    if title and item.day is not None:
        return f"title:{title}|{item.day.isoformat()}|{address_key(item.address)}|{item.guid[:_LONGEST]}"
    return f"text:{sha256(item.data).hexdigest()}"


def _has_place(address: str) -> bool:
    parts = urlsplit(canonical(address))
    return parts.path.strip("/") != "" or parts.query != ""


def _asked_for(query: str) -> str:
    """A query without what only counts clicks; as it stands where nothing of it does."""
    tracking = words("tracking_parameters")
    pieces = [piece for piece in query.split("&") if piece]
    return "&".join(piece for piece in pieces if not _counts_clicks(piece.partition("=")[0].lower(), tracking))


def _counts_clicks(name: str, tracking: frozenset[str]) -> bool:
    return name in tracking or any(name.startswith(each[:-1]) for each in tracking if each.endswith("*"))

"""A JSON Feed, or a list of ninjs items, cut into its items."""

from __future__ import annotations

import json
from typing import Any

from discrepancy.errors import Malformed
from discrepancy.loaders.articles.moments import moment
from discrepancy.loaders.entries.cut import Cut, CutEntry
from discrepancy.loaders.entries.json_text import read_json
from discrepancy.loaders.entries.values import lowered, text

__all__ = ["cut_json"]

_HEAD = ("version", "title", "home_page_url", "language", "authors", "author")
_DEFAULT = "https://jsonfeed.org/version/1.1"
# Source: ninjs 1.3 to 3.0, properties "uri", "firstcreated" and "versioncreated".
_TIMES = ("date_published", "firstcreated", "versioncreated")


def cut_json(data: bytes, where: str, most: int) -> Cut:
    """Cut a feed in JSON into its items.

    Args:
        data: the whole feed.
        where: its address, for errors.
        most: how many items are wanted.

    Raises:
        Malformed: it is no JSON, or no feed.
        NotText, UnknownEncoding: it is no text.
    """
    feed = read_json(data, where)
    head = {str(name).lower(): value for name, value in feed.items()} if isinstance(feed, dict) else {}
    items = feed if isinstance(feed, list) else head.get("items")
    if not isinstance(items, list) or not (head or all(_is_ninjs(each) for each in items)):
        raise Malformed("is JSON, but no feed.", where=where, remedy="Look up the address of the feed, and correct it.")
    told = [each for each in items if isinstance(each, dict)]
    return Cut([_cut(each, head) for each in told[:most]], _sound(text(head.get("home_page_url"))), len(told))


def _is_ninjs(item: object) -> bool:
    return isinstance(item, dict) and any(str(name).lower() == "uri" for name in item)


def _cut(raw: dict[str, Any], head: dict[str, Any]) -> CutEntry:
    item = lowered(raw)
    return CutEntry(
        guid=_sound(text(item.get("id")) or text(item.get("uri"))),
        link=_sound(text(item.get("url")) or text(item.get("external_url"))),
        title=_sound(text(item.get("title")) or text(item.get("headline"))),
        published=next((found for name in _TIMES if (found := moment(text(item.get(name))))), None),
        name="item.json",
        data=_alone(raw, head),
    )


def _sound(told: str) -> str:
    """A text without halves of characters, which JSON can hold and nothing can be done with."""
    return told.encode("utf-8", "replace").decode("utf-8")


def _alone(raw: dict[str, Any], head: dict[str, Any]) -> bytes:
    """An item in a feed of its own; an item of ninjs by itself, as it stands for itself."""
    alone = raw if _is_ninjs(raw) else {"version": _DEFAULT, **{n: head[n] for n in _HEAD if n in head}, "items": [raw]}
    return json.dumps(alone, sort_keys=True).encode("ascii")

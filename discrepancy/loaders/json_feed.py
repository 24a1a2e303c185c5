"""JSON Feed 1.0 and 1.1: one document an item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput, TooLarge
from discrepancy.loaders.articles import each_by_itself, to_document
from discrepancy.loaders.entries.json_feed_item import article_of, has_recording
from discrepancy.loaders.entries.json_outline import outline
from discrepancy.loaders.entries.json_text import read_json
from discrepancy.loaders.entries.values import Item, lowered
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.layout.shape import bare
from discrepancy.model import BlockRole, Skipped

__all__ = ["LOADER"]

_MOST_BYTES = 20_000_000
"""A feed of some hundred whole articles has two megabytes, an export of a blog ten."""
_MOST_ITEMS = 5_000
"""Items of one feed, as of RSS."""
_OF_ITEMS = frozenset({"content_html", "content_text", "date_published", "date_modified", "external_url"})
"""Names that the items of a JSON Feed have; two of them tell one whose version stands at its end."""
_TEXTS = (BlockRole.BODY, BlockRole.SUBHEAD)


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether this is a JSON Feed: it says so, or its items have the names that such items have."""
    found = outline(head)
    if found is None or found.several:
        return False
    top, items = found.names.get((), frozenset()), found.names.get(("items",), frozenset())
    return "jsonfeed.org" in found.version or ("items" in top and len(items & _OF_ITEMS) > 1 and "id" in items)


def load(given: Given) -> Iterator[Outcome]:
    """Read every item.

    Raises:
        EmptyInput: the feed has no item.
        Malformed, NotText, UnknownEncoding: see :func:`read_json`.
    """
    feed = read_json(given.read(), given.display)
    feed = lowered({**feed, "items": None}) | {"items": feed.get("items")} if isinstance(feed, dict) else {}
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise EmptyInput(
            "is a feed without items.", where=given.display, remedy="Save the feed again when it has some."
        )
    if len(items) > _MOST_ITEMS:
        raise TooLarge(
            f"holds more than {_MOST_ITEMS:,} items.", where=given.display, remedy="Split it into several files."
        )
    yield from each_by_itself(items, lambda item, number: _outcome(feed, lowered(item), number, given), lone=1)


def _outcome(feed: Item, item: object, number: int, given: Given) -> Outcome:
    where = given.place(number)
    if not isinstance(item, dict):
        return Skipped(where, "no item of a feed")
    article = article_of(feed, item, number, where)
    told = [each for each in article.parts if each.role in _TEXTS]
    titles = {bare(each.text) for each in article.parts if each.role is BlockRole.HEADLINE}
    if has_recording(item) and (not told or article.partial):
        return Skipped(where, "a recording, not an article")
    if all(bare(each.text) in titles for each in told):
        return Skipped(where, "a title without text" if titles else "an item without text")
    return to_document(article, given)


LOADER = Loader(
    name="JSON Feed", suffixes=frozenset({".json"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=40
)

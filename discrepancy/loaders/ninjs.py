"""ninjs 1, 2 and 3, the IPTC's News in JSON: one document an item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import Malformed, TooLarge
from discrepancy.loaders.articles import each_by_itself, to_document
from discrepancy.loaders.entries.json_outline import outline
from discrepancy.loaders.entries.json_text import read_json
from discrepancy.loaders.entries.ninjs_article import article_of
from discrepancy.loaders.entries.ninjs_items import holds_items, items_in
from discrepancy.loaders.entries.values import Item
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.model import Skipped

__all__ = ["LOADER"]

_MOST_BYTES = 20_000_000
"""An item has some ten kilobytes; a service's answer may hold a thousand of them."""
_MOST_ITEMS = 5_000
"""Items of one file: each is read as an article, so that tiny ones take longer than their bytes tell."""


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether this is JSON with ninjs items where a file has them: by the names in it, whatever its own name.

    JSON Lines, where each line is a value, are a table's.
    """
    found = outline(head)
    return found is not None and not found.several and holds_items(found)


def load(given: Given) -> Iterator[Outcome]:
    """Read every item.

    Raises:
        Malformed: it is no JSON, cut off, or nested too deep; or holds no item after all.
        NotText, UnknownEncoding: it is no text.
    """
    items = list(items_in(read_json(given.read(), given.display)))
    if not any(items):
        raise Malformed(
            "holds no news item where ninjs has it.", where=given.display, remedy="Get it again from its sender."
        )
    if len(items) > _MOST_ITEMS:
        raise TooLarge(
            f"holds more than {_MOST_ITEMS:,} items.", where=given.display, remedy="Split it into several files."
        )
    yield from each_by_itself(items, lambda item, number: _outcome(item, number, given))


def _outcome(item: Item | None, number: int, given: Given) -> Outcome:
    where = given.place(number)
    if item is None:
        return Skipped(where, "no news item")
    found = article_of(item, number, where)
    return Skipped(where, found) if isinstance(found, str) else to_document(found, given)


LOADER = Loader(name="ninjs", suffixes=frozenset({".json"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=30)

"""The ninjs items in a file: one, a list of them, or those that a service's answer wraps."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from discrepancy.loaders.entries.json_outline import Outline
from discrepancy.loaders.entries.ninjs_bodies import has_body
from discrepancy.loaders.entries.values import Item, lowered, objects

__all__ = ["holds_items", "items_in", "looks_like_item"]

# Source: the ninjs schemas 1.0 to 3.3, and what Superdesk adds to them.
_NAMED_BY = frozenset({"uri", "guid", "urn", "standard", "altids", "itemid", "type"})
_OF_NINJS = frozenset(
    "versioncreated firstcreated contentcreated pubstatus representationtype body_xhtml body_html body_text body_nitf "
    "bodies headlines descriptions description_text description_html description_xhtml ednote usageterms "
    "copyrightholder copyrightnotice infosource infosources altids trustindicator trustindicators rightsinfo slugline "
    "embargoed associations renditions urgency located mimetype bylines editorialpriority".split()
)
_FEWEST = 3
"""Names of ninjs that tell an item; tables of articles share one or two of them."""
# Source: the answers of agencies' services and of content systems.
_WRAPPERS = ("items", "item", "data", "results", "entries", "newsitems", "newsitem", "articles", "response", "_items")
_DEEPEST = 6


def looks_like_item(names: Collection[str]) -> bool:
    """Whether an object with these names, in lower case, is a ninjs item."""
    found = set(names)
    return bool(found & _NAMED_BY) and len(found & _OF_NINJS) >= (_FEWEST - 1 if "uri" in found else _FEWEST)


def holds_items(found: Outline) -> bool:
    """Whether a file of this outline holds ninjs items where a file of them has them."""
    wrapped = (names for path, names in found.names.items() if all(name in _WRAPPERS for name in path))
    return any(looks_like_item(names) for names in wrapped)


def items_in(value: object) -> Iterator[Item | None]:
    """The items of a file in order, their names in lower case; None for what stands in their place and is none.

    A package without a text of its own stands for the texts that it carries.
    """
    for found in _unwrapped(value, 0):
        if not isinstance(found, dict):
            yield None
            continue
        item = lowered(found)
        carried = [] if has_body(item) else [each for _, each in objects(item.get("associations")) if has_body(each)]
        yield from carried or [item]


def _unwrapped(value: object, depth: int) -> Iterator[object]:
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from _unwrapped(each, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST and not looks_like_item({str(name).lower() for name in value}):
        inner = {str(name).lower(): each for name, each in value.items()}
        wrapped = next((inner[name] for name in _WRAPPERS if isinstance(inner.get(name), dict | list)), None)
        if wrapped is None:
            yield value if depth else None
        else:
            yield from _unwrapped(wrapped, depth + 1)
    else:
        yield value

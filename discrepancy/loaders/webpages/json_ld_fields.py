"""What a JSON-LD node says of an article, as known fields."""

from __future__ import annotations

import html
from collections.abc import Iterator

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.webpages.bylines_shown import persons
from discrepancy.loaders.webpages.json_ld import Node

__all__ = ["add_json_ld", "is_free", "strings_of"]

# Source: schema.org, NewsArticle and CreativeWork.
_FIELDS = (
    (Field.TITLE, ("headline", "alternativeHeadline", "name")),
    (Field.SOURCE, ("publisher", "sourceOrganization", "provider")),
    (Field.AUTHOR, ("author", "creator")),
    (Field.PUBLISHED, ("datePublished", "dateCreated")),
    (Field.UPDATED, ("dateModified",)),
    (Field.PLACE, ("dateline",)),
    (Field.LANGUAGE, ("inLanguage",)),
    (Field.ADDRESS, ("url", "mainEntityOfPage")),
    (Field.VERSION, ("version",)),
    (Field.SUBJECT, ("articleSection", "keywords")),
    (Field.USAGE, ("usageInfo", "license")),
    (Field.NOTE, ("correction",)),
    (Field.ID, ("identifier",)),
)
_ONE_IS_ENOUGH = frozenset({Field.AUTHOR, Field.SOURCE})
_LINKS = frozenset({Field.ADDRESS, Field.USAGE, Field.ID, Field.NOTE})
_FALSE = frozenset({"false", "0", "no", "http://schema.org/false", "https://schema.org/false"})
_MOST = 40
_DEEPEST = 4


def add_json_ld(known: Known, node: Node) -> None:
    """Note all that a node says."""
    for field, properties in _FIELDS:
        for name in properties:
            added = False
            for value in strings_of(node.get(name), links=field in _LINKS):
                if field in _LINKS or not value.startswith(("http://", "https://")):
                    for each in persons(value) if field is Field.AUTHOR else [value]:
                        known.add(field, each, f"JSON-LD {name}")
                    added = True
            if added and field in _ONE_IS_ENOUGH:
                break


def strings_of(value: object, *, links: bool = False, depth: int = 0) -> Iterator[str]:
    """The strings of a value: it may be one, a list, or an object with a name (or, for links, an address)."""
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value[:_MOST]:
            yield from strings_of(each, links=links, depth=depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        names = ("url", "@id", "value", "text") if links else ("name", "headline", "@value", "alternateName", "text")
        inner = next((value[name] for name in names if value.get(name)), None)
        yield from strings_of(inner, links=links, depth=depth + 1)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        text = html.unescape(str(value)).strip()
        if text:
            yield text


def is_free(node: Node) -> bool:
    """Whether an article is free to read, as far as it says."""
    told = node.get("isAccessibleForFree")
    return not (told is False or (isinstance(told, str | int) and str(told).strip().lower() in _FALSE))

"""What a page's own names (class, id and the like) call one of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from lxml import etree

from discrepancy.lexicon import table

__all__ = ["attribute", "is_named"]

_ATTRIBUTES = frozenset(
    (
        "class",
        "id",
        "itemprop",
        "data-testid",
        "data-component",
        "data-test",
        "data-qa",
        "data-type",
        "data-name",
    )
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_LONGEST = 600
"""Characters of one attribute that are looked at."""


def is_named(element: etree._Element, kind: str) -> bool:
    """Whether a name of an element is in a list of ``lexicon/page_names.toml``.

    Args:
        element: of HTML.
        kind: the list: ``caption``, ``byline`` …
    """
    if not element.attrib:
        return False
    names = " ".join(str(value)[:_LONGEST] for name, value in element.attrib.items() if name in _ATTRIBUTES)
    return bool(names) and kind in _kinds(names)


def attribute(element: etree._Element, key: str) -> str:
    """The value of an attribute; empty where it has none."""
    return str(element.get(key) or "")


@cache
def _entries() -> dict[str, dict[tuple[str, ...], set[str]]]:
    """The entries of every list by their first word, each with the lists that have it."""
    found: dict[str, dict[tuple[str, ...], set[str]]] = {}
    for kind, entries in table("page_names").items():
        for entry in entries:
            words = tuple(entry.split())
            for form in {words, ("".join(words),)}:
                found.setdefault(form[0], {}).setdefault(form, set()).add(kind)
    return found


@lru_cache(maxsize=8192)
def _kinds(names: str) -> frozenset[str]:
    """The lists that have one of some names. Names made by a build step have no end, so only so many are kept."""
    found: set[str] = set()
    for name in names.split():
        words = [word.lower() for word in _WORDS.findall(name)]
        found.update(_matched(words))
        found.update(_matched([name.lower().strip("-_")]))
    return frozenset(found)


def _matched(words: list[str]) -> Iterator[str]:
    entries = _entries()
    for at, word in enumerate(words):
        for form, kinds in entries.get(word, {}).items():
            if tuple(words[at : at + len(form)]) == form:
                yield from kinds

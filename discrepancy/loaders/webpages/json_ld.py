"""The JSON-LD node of a page that tells of the article on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from discrepancy.loaders.webpages.likeness import alike, same_address

__all__ = ["PAGES", "Node", "article_node", "types_of"]

Node: TypeAlias = dict[str, Any]
"""An object of JSON-LD: values of any type, since a page may hold anything."""

# Source: schema.org, the types under CreativeWork that newsrooms publish.
_ARTICLES = frozenset(
    "newsarticle article reportagenewsarticle liveblogposting backgroundnewsarticle analysisnewsarticle "
    "opinionnewsarticle reviewnewsarticle asknewsarticle askpublicnewsarticle satiricalarticle "
    "advertisercontentarticle blogposting socialmediaposting report techarticle scholarlyarticle "
    "medicalscholarlyarticle imagegallery mediagallery videoobjectarticle pressrelease".split()
)
PAGES = frozenset({"webpage", "itempage", "newswebpage"})
"""Types of a page, of which nothing says that an article is on it."""
_OF_OTHERS = frozenset(
    "itemlistelement itemlist relatedlink mentions about ispartof citation haspart video liveblogupdate "
    "associatedmedia image publisher author comment review isbasedon significantlink".split()
)
"""Properties whose nodes are other things than the page's article."""
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*;?\s*$"
)
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_DEEPEST = 10
_MOST_NODES = 3000


def article_node(scripts: Iterable[str], titles: Iterable[str], addresses: Iterable[str]) -> Node | None:
    """The node that is about this page, and not about one that it links to; None without one.

    Args:
        scripts: the texts of the page's JSON-LD scripts; one that is broken is passed over.
        titles: what else the page says its title is.
        addresses: where it says that it stands.
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script), 0)][:_MOST_NODES]
    titles, addresses = list(titles), list(addresses)
    for wanted in (_ARTICLES, PAGES):
        found = [node for node in nodes if types_of(node) & wanted]
        if found:
            best = max(found, key=lambda node: _fit(node, titles, addresses))
            fit = _fit(best, titles, addresses)
            # A node that speaks of another page alone is a teaser's; several that no one can tell apart may be.
            sole = len(found) == 1 or len({str(node.get("headline")) for node in found}) == 1
            if fit > 0 or (fit == 0 and sole):
                return best
    return None


def types_of(node: Node) -> frozenset[str]:
    """Its types in lower case, without the vocabulary's address."""
    types = node.get("@type")
    every = types if isinstance(types, list) else [types]
    return frozenset(re.split(r"[/:#]", each)[-1].lower() for each in every if isinstance(each, str))


def _parsed(script: str) -> object:
    text = script.strip()
    for _ in range(2):
        text = _WRAPPED.sub("", text).strip()
    for attempt in (text, _LAST_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt.rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:_MOST_NODES]:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if isinstance(inner, dict | list) and str(key).lower() not in _OF_OTHERS:
                yield from _nodes(inner, depth + 1)


def _fit(node: Node, titles: list[str], addresses: list[str]) -> int:
    """How well a node agrees with the page: below zero where it speaks of another one."""
    headline = [each for key in ("headline", "alternativeHeadline", "name") if isinstance(each := node.get(key), str)]
    own = [each for each in _addresses(node) if each.startswith("http")]
    fit = 0
    if own and addresses:
        fit += 4 if any(same_address(one, other) for one in own for other in addresses) else -1
    if headline and titles:
        fit += 3 if any(alike(one, other) for one in headline for other in titles) else -1
    return fit


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        for each in value if isinstance(value, list) else [value]:
            address = (each.get("@id") or each.get("url")) if isinstance(each, dict) else each
            if isinstance(address, str):
                yield address.partition("#")[0]

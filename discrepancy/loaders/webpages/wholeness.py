"""Whether a page holds its whole article, or the free lines of a paid one, or was cut off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from discrepancy.loaders.webpages.class_names import attribute, is_named
from discrepancy.loaders.webpages.json_ld import Node
from discrepancy.loaders.webpages.json_ld_fields import is_free, strings_of

__all__ = ["PROMPT", "partial_because"]

PROMPT = re.compile(
    r"\b(?:(?:subscribe|sign in|log ?in|register|sign up|join|create (?:an?|your) (?:free )?account)\b.{0,60}"
    r"\b(?:to|and)"
    r" (?:continue|keep|unlock|finish|access|read (?:on|the|this|full|more of this))"
    r"|to (?:continue|keep|finish) reading|to read (?:on|the (?:full|rest|whole))\b"
    r"|(?:this|the) (?:article|story|content|page) "
    r"(?:is (?:only |exclusively )?(?:for|reserved for|available to|exclusive to)"
    r"|requires an? (?:subscription|account))"
    r"|(?:the rest|the remainder) of this (?:article|story) is|unlock (?:this|the) (?:article|story)"
    r"|(?:you have|you've|you’ve) (?:read|reached|used) .{0,30}\b(?:free|limit|articles)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CLASS = re.compile(r"\.([\w-]{2,80})")
_CLIPPED = re.compile(r"(?:\u2026|\.\.\.)[\"'\u201d\u2019)\]]*$")
_MOST_PROMPT = 1200
_ENOUGH = 0.6
"""The share of the words that the metadata count, from which on an article is whole."""
_SHORT = 250


def partial_because(
    root: etree._Element, node: Node | None, paragraphs: Sequence[str], below: Sequence[str], *, cut_off: bool
) -> str:
    """Why a page holds only a part of its article, in words; empty where it holds all of it.

    Args:
        root: the page.
        node: the JSON-LD node of the article.
        paragraphs: of the article.
        below: the lines that follow its last paragraph on the page.
        cut_off: whether the file ends in the middle of the text.
    """
    if cut_off:
        return "the file is cut off"
    found = sum(len(text.split()) for text in paragraphs)
    if node is not None and found < _ENOUGH * _words_told(node):
        return "it has fewer words than the page counts"
    free = node is not None and is_free(node)
    if free and node is not None and node.get("isAccessibleForFree") is not None:
        return ""
    if _has_wall(root) or any(PROMPT.search(text) for text in below):
        return "the rest is for subscribers"
    if node is None or free:
        return ""
    missing = _paid_part_missing(root, node)
    if missing or (missing is None and (found < _SHORT or _is_clipped(paragraphs))):
        return "the rest is for subscribers"
    return ""


def _words_told(node: Node) -> int:
    counts = [int(text) for text in strings_of(node.get("wordCount")) if text.isascii() and text.isdecimal()]
    bodies = [len(text.split()) for text in strings_of(node.get("articleBody"))]
    return max([*(count for count in counts if count < 100_000), *bodies], default=0)


def _has_wall(root: etree._Element) -> bool:
    """Whether the page asks its reader to pay or sign in to read on."""
    for element in root.iter("div", "section", "aside", "p", "form", "footer"):
        if not is_named(element, "wall"):
            continue
        text = " ".join("".join(element.itertext()).split())
        if text and len(text) <= _MOST_PROMPT and PROMPT.search(text):
            return True
    return False


def _paid_part_missing(root: etree._Element, node: Node) -> bool | None:
    """Whether the part that JSON-LD says is paid for is not on the page; None where it names none."""
    parts = node.get("hasPart")
    names = [
        match[1]
        for each in (parts if isinstance(parts, list) else [parts])
        if isinstance(each, dict) and not is_free(each)
        for selector in strings_of(each.get("cssSelector"))
        for match in _CLASS.finditer(selector)
    ]
    if not names:
        return None
    text = [
        "".join(element.itertext())
        for element in root.iter(etree.Element)
        if set(names) & set(attribute(element, "class").split())
    ]
    return not any(len(each.split()) > 20 for each in text)


def _is_clipped(paragraphs: Sequence[str]) -> bool:
    return bool(paragraphs) and bool(_CLIPPED.search(paragraphs[-1][-6:]))

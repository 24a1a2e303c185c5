"""A page's tree without what no reader sees, and without what readers wrote under the article."""

from __future__ import annotations

import re

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.class_names import attribute, is_named

__all__ = ["drop", "drop_unseen"]

# Source: HTML Living Standard, "the hidden attribute", "embedded content", "scripting".
_NO_TEXT = frozenset(
    "script style noscript template iframe object embed applet canvas svg math audio video select textarea option "
    "datalist map area track source param frameset noframes".split()
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WHOLE = frozenset({"html", "body", "main", "article", "head"})
_MANY_PARAGRAPHS = 3
_LONGEST_ATTRIBUTE = 2000


def drop_unseen(root: etree._Element) -> None:
    """Take out of a tree, in place, what no reader sees, and the comments under the article."""
    for element in list(root.iter(etree.Element)):
        if element.getparent() is not None and _is_unseen(element):
            drop(element)
            continue
        for name, value in element.attrib.items():
            # No name is so long; what is makes every search for one slow.
            if len(value) > _LONGEST_ATTRIBUTE:
                element.set(name, value[:_LONGEST_ATTRIBUTE])


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _is_unseen(element: etree._Element) -> bool:
    name = local_name(element)
    if name in _NO_TEXT:
        return True
    if name in _WHOLE:
        return False
    if element.get("hidden") is not None and attribute(element, "hidden").lower() != "until-found":
        return True
    if _HIDING.search(attribute(element, "style")):
        return True
    if attribute(element, "aria-hidden").lower() == "true":
        # An open dialogue makes the page behind it "hidden" for readers of screens, and it was saved so.
        return not _holds_much(element)
    return is_named(element, "unseen") or (is_named(element, "comments") and not _holds_title(element))


def _holds_much(element: etree._Element) -> bool:
    return _holds_title(element) or sum(1 for _ in element.iter("p")) >= _MANY_PARAGRAPHS


def _holds_title(element: etree._Element) -> bool:
    return next(element.iter("h1", "article", "main"), None) is not None

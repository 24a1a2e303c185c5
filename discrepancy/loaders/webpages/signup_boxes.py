"""Boxes that ask a reader for an address or to sign up: known by what can be typed or pressed in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.class_names import attribute

__all__ = ["signup_boxes"]

_PRESSED = re.compile(
    r"\b(?:sign ?(?:me )?up|subscribe|register|join(?: now| us)?|get (?:it|the newsletter)|notify me|follow)\b",
    re.IGNORECASE,
)
_TYPED = frozenset({"email", "password"})
_MOST_TEXT = 600
_MOST_PRESSED = 60
_BOXES = frozenset({"div", "section", "aside", "form", "p", "figure"})
_ARTICLE = ("h1", "article", "main", "time")


def signup_boxes(root: etree._Element, carriers: Collection[etree._Element]) -> frozenset[etree._Element]:
    """The largest small box around each such field or button.

    Args:
        root: the page.
        carriers: elements that hold much of the article.
    """
    return frozenset(
        box for element in root.iter("input", "button", "a") if _asks(element) for box in _around(element, carriers)
    )


def _asks(element: etree._Element) -> bool:
    if local_name(element) == "input":
        return attribute(element, "type").lower() in _TYPED
    if (
        local_name(element) == "a"
        and "button" not in f"{attribute(element, 'class')} {attribute(element, 'role')}".lower()
    ):
        return False
    text = " ".join("".join(element.itertext()).split())
    return len(text) <= _MOST_PRESSED and bool(_PRESSED.search(text))


def _around(element: etree._Element, carriers: Collection[etree._Element]) -> Iterator[etree._Element]:
    """The outermost box around an element that holds little text and nothing of the article."""
    box = None
    for each in element.iterancestors():
        if each in carriers or local_name(each) not in _BOXES or next(each.iter(*_ARTICLE), None) is not None:
            break
        if sum(len(text.strip()) for text in each.itertext()) > _MOST_TEXT:
            break
        box = each
    if box is not None:
        yield box

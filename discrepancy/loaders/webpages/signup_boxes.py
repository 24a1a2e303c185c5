"""Boxes that ask a reader for an address, to sign up or to pay: known by what can be typed or pressed in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.class_names import attribute, is_named
from discrepancy.loaders.webpages.wholeness import PROMPT

__all__ = ["signup_boxes"]

_PRESSED = re.compile(
    r"\b(?:sign ?(?:me )?up|subscribe|register|join(?: now| us)?|get (?:it|the newsletter)|notify me|follow)\b",
    re.IGNORECASE,
)
_TYPED = frozenset({"email", "password"})
_MOST_TEXT = 600
_MOST_PRESSED = 60
_MOST_OPENING = 120
_BOXES = frozenset({"div", "section", "aside", "form", "p", "figure"})
_ARTICLE = ("h1", "article", "main", "time")


def signup_boxes(root: etree._Element, carriers: Collection[etree._Element]) -> frozenset[etree._Element]:
    """The largest small box around each such field or button.

    Args:
        root: the page.
        carriers: elements that hold much of the article.
    """
    around = (box for each in root.iter("input", "button", "a") if _asks(each) for box in _around(each, carriers))
    walls = (each for each in root.iter("div", "section", "aside") if _is_wall(each) and not _holds(each, carriers))
    return frozenset((*around, *walls))


def _is_wall(element: etree._Element) -> bool:
    """Whether a box opens with the words that a reader must pay for the rest: some name the paid text itself so."""
    if not is_named(element, "wall"):
        return False
    text = " ".join("".join(element.itertext()).split())
    return len(text) <= _MOST_TEXT and bool(PROMPT.match(text[:_MOST_OPENING].strip()) or _opens(element))


def _opens(element: etree._Element) -> bool:
    first = next((" ".join("".join(each.itertext()).split()) for each in element.iter("h2", "h3", "h4", "p")), "")
    return len(first) <= _MOST_OPENING and bool(PROMPT.search(first))


def _holds(element: etree._Element, carriers: Collection[etree._Element]) -> bool:
    return any(each in carriers for each in element.iter(etree.Element))


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

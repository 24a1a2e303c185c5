"""Small boxes of a page that hold a picture and little else, whatever they are named."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.markup.parser import local_name

__all__ = ["is_in_picture_box"]

# Source: HTML Living Standard, "embedded content"; AMP's own elements.
_PICTURES = ("img", "picture", "amp-img")
_NO_BOX = frozenset({"body", "html", "main", "article", "td", "header", "li", "p"})
_NOT_IN_BOX = ("h1", "h2", "h3", "p", "time", "li", "form")
_LEVELS = 3
_MOST_TEXT = 450


def is_in_picture_box(element: etree._Element) -> bool:
    """Whether one of the elements right around an element, or itself, is such a box."""
    holders = [element, *element.iterancestors()][:_LEVELS]
    return any(_is_box(each) for each in holders if local_name(each) not in _NO_BOX)


def _is_box(element: etree._Element) -> bool:
    if next(element.iter(*_PICTURES), None) is None or next(element.iter(*_NOT_IN_BOX), None) is not None:
        return False
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _MOST_TEXT:
            return False
    return True

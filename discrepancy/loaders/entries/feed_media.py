"""Captions and credits of the pictures of a feed's entry, as Media RSS gives them."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.entries.fragments import one_line
from discrepancy.loaders.markup.parser import local_name
from discrepancy.model import BlockRole

__all__ = ["take_media"]

_NAMESPACE = "http://search.yahoo.com/mrss"
_ROLES = {"description": BlockRole.CAPTION, "credit": BlockRole.CREDIT}
# Source: Media RSS 1.5.1, "optional elements"; these have words of their own.
_WORDED = frozenset({*_ROLES, "title", "text", "comments", "subtitle", "keywords"})
_MOVING = ("video", "audio", "executable")
_MOST = 60
"""Pictures of one entry."""


def take_media(entry: etree._Element, place: str) -> list[Part]:
    """The captions and credits in an entry, in order; what Media RSS says in words is taken out of the tree.

    Args:
        entry: the element of the entry; it is changed.
        place: its place, as the beginning of each part's landmark.
    """
    found: list[Part] = []
    for element in [each for each in entry.iter() if _is_media(each)]:
        role = _ROLES.get(local_name(element))
        if role is not None and len(found) < _MOST and not _is_of_film(element):
            found.append(part(one_line("".join(element.itertext())), role, f"{place}, media:{local_name(element)}"))
    for element in [each for each in entry.iter() if _is_media(each) and local_name(each) in _WORDED]:
        above = element.getparent()
        if above is not None:
            above.remove(element)
    return [each for each in found if each.text]


def _is_media(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.lower().startswith("{" + _NAMESPACE)


def _is_of_film(element: etree._Element) -> bool:
    above = element.getparent()
    if above is None:
        return False
    kind = (above.get("medium") or above.get("type") or "").lower()
    return kind.startswith(_MOVING)

"""What kind of part of a page an element is, by its own name, its names and those of what holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.class_names import attribute, is_named

__all__ = ["Zone", "Zones"]


class Zone(Enum):
    """What a part of a page is for."""

    TEXT = auto()
    HEADLINE = auto()
    HEADING = auto()
    SUMMARY = auto()
    CAPTION = auto()
    CREDIT = auto()
    BYLINE = auto()
    DATE = auto()
    CORRECTION = auto()
    PULL_QUOTE = auto()
    ASIDE = auto()
    FURNITURE = auto()


# Source: HTML Living Standard and WAI-ARIA's landmark roles.
_FURNITURE_TAGS = frozenset("nav form button dialog menu amp-sidebar search fieldset legend label input".split())
_FURNITURE_ROLES = frozenset(
    "navigation complementary banner contentinfo search dialog alertdialog alert menu menubar toolbar tablist "
    "tooltip".split()
)
_BY_TAG = {
    "h1": Zone.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Zone.HEADING),
    "summary": Zone.HEADING,
    "figcaption": Zone.CAPTION,
    "caption": Zone.CAPTION,
    "time": Zone.DATE,
    "address": Zone.BYLINE,
    "aside": Zone.ASIDE,
    "footer": Zone.ASIDE,
}
_BY_NAME = (
    ("pull_quote", Zone.PULL_QUOTE),
    ("correction", Zone.CORRECTION),
    ("credit", Zone.CREDIT),
    ("caption", Zone.CAPTION),
    ("byline", Zone.BYLINE),
    ("date", Zone.DATE),
    ("summary", Zone.SUMMARY),
)
_WITHIN = {
    Zone.TEXT: frozenset(Zone),
    Zone.ASIDE: frozenset({Zone.FURNITURE, Zone.CORRECTION, Zone.PULL_QUOTE, Zone.CAPTION, Zone.CREDIT, Zone.HEADING}),
    Zone.SUMMARY: frozenset({Zone.FURNITURE, Zone.BYLINE, Zone.DATE, Zone.HEADLINE}),
    Zone.CAPTION: frozenset({Zone.CREDIT, Zone.FURNITURE}),
    Zone.BYLINE: frozenset({Zone.DATE, Zone.FURNITURE}),
    Zone.DATE: frozenset({Zone.BYLINE}),
    Zone.CORRECTION: frozenset({Zone.DATE}),
    Zone.HEADLINE: frozenset({Zone.FURNITURE}),
    Zone.HEADING: frozenset({Zone.FURNITURE, Zone.DATE}),
}
"""What an element can be within another: within any that is not here it is what the outer one is."""
_SMALL = 400
"""Characters that a byline, a date or a credit has at most: a longer element of such a name holds more than that."""


@dataclass(slots=True)
class Zones:
    """The zones of a page's elements.

    Attributes:
        carriers: elements that hold much of the article: whatever their names are, they are not for one thing.
        spared: elements that are marked just as much of the article is: whatever their names are, no furniture.
        boxes: elements that are furniture by what is in them.
    """

    carriers: frozenset[etree._Element] = frozenset()
    spared: frozenset[etree._Element] = frozenset()
    boxes: frozenset[etree._Element] = frozenset()
    _known: dict[etree._Element, Zone] = field(default_factory=dict)

    def of(self, element: etree._Element) -> Zone:
        """The zone of an element."""
        chain: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in self._known:
            chain.append(at)
            at = at.getparent()
        zone = self._known[at] if at is not None else Zone.TEXT
        for each in reversed(chain):
            own = self._own(each)
            zone = own if own is not None and own in _WITHIN.get(zone, frozenset()) else zone
            self._known[each] = zone
        return zone

    def _own(self, element: etree._Element) -> Zone | None:
        """What an element is by itself; None where it says nothing."""
        name, role = local_name(element), attribute(element, "role").lower()
        if name in ("html", "body", "main") or element in self.carriers or _opens_and_closes(element):
            return None
        if element in self.boxes or name in _FURNITURE_TAGS or role in _FURNITURE_ROLES:
            return Zone.FURNITURE
        if role == "heading":
            return Zone.HEADING
        named = next((zone for kind, zone in _BY_NAME if is_named(element, kind)), None)
        if (
            element not in self.spared
            and is_named(element, "furniture")
            and named not in (Zone.PULL_QUOTE, Zone.CORRECTION)
        ):
            return Zone.FURNITURE
        if name == "blockquote" or (name == "p" and named in (Zone.BYLINE, Zone.DATE, Zone.SUMMARY)):
            return named if named is Zone.PULL_QUOTE or _is_small((element,)) else None
        tagged = _BY_TAG.get(name)
        if tagged in (Zone.HEADLINE, Zone.HEADING):
            return tagged if named is not Zone.SUMMARY else named
        if named in (Zone.BYLINE, Zone.DATE, Zone.CREDIT) and not _is_small((element,)):
            return tagged
        return named or tagged


def _opens_and_closes(element: etree._Element) -> bool:
    """Whether an element is the button in a heading, that folds what stands under it."""
    parent = element.getparent()
    return local_name(element) == "button" and parent is not None and _BY_TAG.get(local_name(parent)) is Zone.HEADING


def _is_small(elements: Iterable[etree._Element]) -> bool:
    return sum(len(text) for element in elements for text in element.itertext()) <= _SMALL

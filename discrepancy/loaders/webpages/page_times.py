"""The times that a page shows in the head of its article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from discrepancy.loaders.webpages.class_names import attribute

__all__ = ["shown_times"]

_UPDATED = re.compile(r"\b(?:updated?|modified|last\s+edited|revised|changed)\b", re.IGNORECASE)
_LONGEST = 200


def shown_times(elements: Iterable[etree._Element]) -> tuple[str, str]:
    """When it was published and updated, as ``<time datetime>`` between headline and text says; empty where not.

    Args:
        elements: those that hold the lines of the article's head.
    """
    published = updated = ""
    for element in elements:
        for time in element.iter("time"):
            when = attribute(time, "datetime").strip()
            around = " ".join((_around(time), attribute(time, "class"), attribute(time, "itemprop")))
            if when and _UPDATED.search(around):
                updated = updated or when
            elif when:
                published = published or when
    return published, updated


def _around(time: etree._Element) -> str:
    """The words right before a time, which say what happened then."""
    parent, before = time.getparent(), time.getprevious()
    told = ((before.tail or "") + "".join(before.itertext())) if before is not None else ""
    lead = (parent.text or "") if parent is not None and before is None else ""
    return f"{lead} {told} {time.text or ''}"[:_LONGEST]

"""What an item refers to where it holds no text of its own: the headlines in a package, in one sentence."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.wires.lookup import attribute, said

__all__ = ["refers_to"]

_REFERENCES = frozenset(("itemref", "newsitemref", "remotecontent"))
_LOOKED_AT = 5000
"""Elements of an item that are looked at: a list of more references would say nothing."""
_MOST = 5
_LONGEST = 80


def refers_to(item: etree._Element) -> str:
    """``which refers to: Ferry sinks; Rescue ends and 3 more``; empty where it refers to nothing."""
    names = [
        (said(each, "title") or said(each, "headline") or attribute(each, "residref", "newsitem", "href"))[:_LONGEST]
        for each in islice(item.iterdescendants(), _LOOKED_AT)
        if local_name(each) in _REFERENCES
    ]
    named = list(dict.fromkeys(name for name in names if name))
    more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
    return f"which refers to: {'; '.join(named[:_MOST])}{more}" if named else ""

"""The tree of a NewsML 1 item: components in components, items in items."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.wires.lookup import attribute, child, children

__all__ = ["of_item", "pictured", "role_of"]

_PICTURES = frozenset(("photo", "picture", "image", "graphic", "video", "animation", "audio", "thumbnail", "quicklook"))


def of_item(item: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name in the components of an item, outer ones first, not in those of its pictures."""
    waiting = deque(children(item, "newscomponent"))
    while waiting:
        component = waiting.popleft()
        yield from children(component, name)
        waiting.extend(each for each in children(component, "newscomponent") if not pictured(each))


def role_of(component: etree._Element) -> str:
    """The role that a component has in the one it stands in, in lower case: "main", "caption"; empty without one."""
    return attribute(child(component, "role"), "formalname").casefold()


def pictured(component: etree._Element) -> bool:
    """Whether a component is a picture with what belongs to it."""
    types = [attribute(each, "formalname").casefold() for each in children(component, "contentitem", "mediatype")]
    return role_of(component).rstrip("s") in _PICTURES or bool(types and all(each in _PICTURES for each in types))

"""Elements of office XML by their local names: programs differ in prefixes, and editions of a format in namespaces."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.markup.parser import local_name

__all__ = ["child", "is_on", "value"]

_OFF = frozenset({"0", "false", "off"})


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name without the namespace; empty without one."""
    if element is None:
        return ""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element that these names lead to, each a child of the one before; None without it."""
    for name in names:
        found = element if element is None else next((each for each in element if local_name(each) == name), None)
        if found is None:
            return None
        element = found
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not set to off."""
    return element is not None and value(element).lower() not in _OFF

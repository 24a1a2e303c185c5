"""Elements of a wire's XML found by their local names, whatever the namespace and the case of a name."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.markup.parser import local_name

__all__ = ["attribute", "child", "children", "descendants", "said"]


def children(element: etree._Element | None, *path: str) -> Iterator[etree._Element]:
    """The elements that a path of lower-case names leads to from an element, in order."""
    found = [] if element is None else [element]
    for name in path:
        found = [inner for outer in found for inner in outer if local_name(inner) == name]
    return iter(found)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element that a path leads to; None where there is none."""
    return next(children(element, *path), None)


def descendants(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Every element of one of the names inside an element, in order."""
    return iter(()) if element is None else (each for each in element.iterdescendants() if local_name(each) in names)


def attribute(element: etree._Element | None, *names: str) -> str:
    """The first of these attributes that an element has, without its namespace or its case; empty without any."""
    if element is None:
        return ""
    have = {key.rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
    return next((have[name].strip() for name in names if have.get(name, "").strip()), "")


def said(element: etree._Element | None, *path: str) -> str:
    """The text of the first element that a path leads to and that has any."""
    return next((text for each in children(element, *path) if (text := text_of(each))), "")

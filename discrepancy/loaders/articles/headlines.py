"""Which of a document's headings is its headline."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.loaders.articles.parts import Part
from discrepancy.loaders.layout.shape import is_paragraph
from discrepancy.model import BlockRole

__all__ = ["with_headline"]


def with_headline(parts: list[Part]) -> list[Part]:
    """The parts with one headline: the first that is called so, or a heading over all of the text."""
    named = next((number for number, each in enumerate(parts) if each.role is BlockRole.HEADLINE), None)
    if named is None:
        named = _heading_on_top(parts)
    found = []
    for number, each in enumerate(parts):
        if number == named:
            found.append(replace(each, role=BlockRole.HEADLINE))
        elif each.role is BlockRole.HEADLINE:
            found.append(replace(each, role=BlockRole.SUBHEAD))
        else:
            found.append(each)
    return found


def _heading_on_top(parts: list[Part]) -> int | None:
    """The first heading, where no paragraph of the article stands above it."""
    for number, each in enumerate(parts):
        if each.role is BlockRole.SUBHEAD:
            return number
        if each.role is BlockRole.BODY or (each.role is None and is_paragraph(each.text)):
            return None
    return None

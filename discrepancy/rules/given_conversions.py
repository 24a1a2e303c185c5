"""Whether a document converts a figure itself, or measures anything else of its kind."""

from __future__ import annotations

from discrepancy.model import Fact, Story
from discrepancy.rules.sister_units import NEAR, Side
from discrepancy.units import convert, dimension_of


def of_a_pair(story: Story, left: Side, right: Side) -> bool:
    """Whether one side stands beside its conversion into the unit of the other: "32 kilometres (20 miles)"."""
    for mine, theirs in ((left, right), (right, left)):
        for fact in mine:
            for each in story.quantities[fact.mention.document]:
                paired = each.quantity.converts == fact.quantity.start or fact.quantity.converts == each.quantity.start
                if paired and each.quantity.unit == theirs[0].quantity.unit:
                    return True
    return False


def is_converted(story: Story, fact: Fact) -> bool:
    """Whether the figure is a conversion or has one behind it."""
    beside = story.quantities[fact.mention.document]
    return fact.quantity.converts >= 0 or any(each.quantity.converts == fact.mention.start for each in beside)


def gives_right(story: Story, side: Side, documents: set[str]) -> bool:
    """Whether one of ``documents`` gives the side's measure rightly converted: the like digits are of another."""
    unit, value = side[0].quantity.unit, side[0].quantity.low
    for document in documents:
        for fact in story.quantities[document]:
            made = convert(value, unit, fact.quantity.unit)
            if made is not None and abs(fact.quantity.low - made) <= NEAR * abs(made):
                return True
    return False


def stands_alone(story: Story, fact: Fact) -> bool:
    """Whether the document measures nothing else of the kind, conversions of the figure apart."""
    kind = dimension_of(fact.quantity.unit)
    others = (each for each in story.quantities[fact.mention.document] if each.id != fact.id)
    return not any(dimension_of(each.quantity.unit) == kind and each.quantity.converts < 0 for each in others)

"""Measures that two versions give with the same digits, metric here and not there: 25 yards, 25 metres; sums too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from discrepancy.lexicon import words
from discrepancy.model import Fact, QuantityKind, Story
from discrepancy.text.characters import fold
from discrepancy.units import convert, dimension_of

_METRIC: Final = frozenset(
    {
        "millimetre", "centimetre", "metre", "kilometre", "gram", "kilogram", "litre", "hectare", "celsius",
        "square metre", "square kilometre", "cubic metre", "kilometre per hour",
    }
)  # fmt: skip
_FACTOR: Final = Decimal(5)
"""Two units that are told one for the other are of like size: no writer has miles for metres."""
_TELLING: Final = 100
"""A figure with three digits of its own is hardly met twice by chance."""
_ROUND: Final = 10
"""One with a single digit often is: 3 miles, 3 kilometres."""
_MUCH: Final = 3
"""Words of two sentences that make a sum in them one; a figure of two digits is met of several things."""
_DEGREES: Final = frozenset({"celsius", "fahrenheit"})
_CODE: Final = 3
_NEAR: Final = Decimal("0.05")
_STEM: Final = 5
_WORD: Final = re.compile(r"[a-z]{4,}")

Side = list[Fact]


def swapped(story: Story) -> Iterator[tuple[Side, Side]]:
    """The facts that give one figure in two units of like size, no document both, for what may be one thing."""
    measures = [
        fact
        for facts in story.quantities.values()
        for fact in facts
        if fact.quantity.kind in {QuantityKind.MEASURE, QuantityKind.MONEY}
    ]
    homes = {fact_id: group.id for group in story.groups for fact_id in group.facts}
    found: dict[tuple[str, Decimal], list[Fact]] = defaultdict(list)
    for fact in measures:
        q = fact.quantity
        if q.low == q.high and q.step > 0 and (abs(q.low) > _ROUND * q.step or q.unit in _DEGREES):
            found[dimension_of(q.unit) if q.kind is QuantityKind.MEASURE else f"sum {q.per}", q.low].append(fact)
    for facts in found.values():
        for one, other in combinations(sorted({fact.quantity.unit for fact in facts}), 2):
            left, right = ([fact for fact in facts if fact.quantity.unit == unit] for unit in (one, other))
            grouped = {homes.get(fact.id, fact.id) for fact in left} & {homes.get(fact.id, fact.id) for fact in right}
            currencies = facts[0].quantity.kind is QuantityKind.MONEY and _two_currencies(left, right)
            if (currencies or _of_like_size(one, other)) and not grouped and _one_thing(story, left, right):
                yield left, right


def _two_currencies(left: Side, right: Side) -> bool:
    """Whether two sides are surely in two currencies: no bare "$", which may be of either."""
    codes = [side[0].quantity.unit for side in (left, right)]
    bare = any(fact.mention.text.startswith("$") for fact in (*left, *right))
    return all(len(code) == _CODE and code.isupper() for code in codes) and not (
        bare and all(code.endswith("D") for code in codes)
    )


def _of_like_size(one: str, other: str) -> bool:
    if (one in _METRIC) == (other in _METRIC):
        return False
    if dimension_of(one) == "temperature":
        return True  # "40 degrees Fahrenheit" of a heatwave
    factor = convert(Decimal(1), one, other)
    return factor is not None and 1 / _FACTOR < factor < _FACTOR and abs(factor - 1) > _NEAR


def _one_thing(story: Story, left: Side, right: Side) -> bool:
    """Whether the two sides stand in different documents, convert nothing right, and are likely of one thing."""
    here, there = ({fact.mention.document for fact in side} for side in (left, right))
    if here & there or _gives_right(story, left, there) or _gives_right(story, right, here):
        return False
    q = left[0].quantity
    if abs(q.low) >= _TELLING * q.step:
        return True
    if q.kind is QuantityKind.MONEY:
        return _one_sum(story, left, right)
    alone = all(_alone(story, fact) for fact in (*left, *right))
    one, other = (set().union(*(_words(story, fact) for fact in side)) for side in (left, right))
    return alone or bool(one & other)


def _one_sum(story: Story, left: Side, right: Side) -> bool:
    """Whether a sum of two digits in two currencies is likely one: the sentences around tell much alike.

    Where a version converts its sum it has the other currency itself, and the like digits are of another sum.
    """
    if any(_is_converted(story, fact) for fact in (*left, *right)):
        return False
    one, other = (set().union(*(_words(story, fact) for fact in side)) for side in (left, right))
    return len(one & other) >= _MUCH


def _is_converted(story: Story, fact: Fact) -> bool:
    """Whether the figure is a conversion or has one behind it."""
    beside = story.quantities[fact.mention.document]
    return fact.quantity.converts >= 0 or any(each.quantity.converts == fact.mention.start for each in beside)


def _gives_right(story: Story, side: Side, documents: set[str]) -> bool:
    """Whether one of ``documents`` gives the side's measure rightly converted: the like digits are of another."""
    unit, value = side[0].quantity.unit, side[0].quantity.low
    for document in documents:
        for fact in story.quantities[document]:
            made = convert(value, unit, fact.quantity.unit)
            if made is not None and abs(fact.quantity.low - made) <= _NEAR * abs(made):
                return True
    return False


def _alone(story: Story, fact: Fact) -> bool:
    """Whether the document measures nothing else of the kind, conversions of the figure apart."""
    kind = dimension_of(fact.quantity.unit)
    others = (each for each in story.quantities[fact.mention.document] if each.id != fact.id)
    return not any(dimension_of(each.quantity.unit) == kind and each.quantity.converts < 0 for each in others)


def _words(story: Story, fact: Fact) -> set[str]:
    """The beginnings of the words that tell something, of the sentence around a fact."""
    text = story.document[fact.mention.document].text
    around = fold(f"{text[fact.sentence.start : fact.mention.start]} {text[fact.mention.end : fact.sentence.end]}")
    return {word[:_STEM] for word in _WORD.findall(around) if word not in words("stop_words")}

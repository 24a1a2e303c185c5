"""Measures that two versions give with the same digits, metric here and not there: 25 yards, 25 metres; sums too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product
from typing import Final

from discrepancy.lexicon import words
from discrepancy.model import Fact, QuantityKind, Story
from discrepancy.text.characters import fold
from discrepancy.units import convert, dimension_of
from discrepancy.units.currencies import surely_two

_METRIC: Final = frozenset(
    {
        "millimetre", "centimetre", "metre", "kilometre", "gram", "kilogram", "litre", "hectare", "celsius",
        "square metre", "square kilometre", "cubic metre", "kilometre per hour",
    }
)  # fmt: skip
_OF_STUFF: Final = frozenset(
    {"tonne", "ton", "long ton", "kilogram", "gram", "pound", "barrel", "litre", "gallon", "cubic metre", "cubic foot"}
)
"""Units of what is shipped, spilled or harvested, by weight or by volume."""
_FACTOR: Final = Decimal(5)
"""Two units that are told one for the other are of like size: no writer has miles for metres."""
_TELLING: Final = 100
"""A figure with three digits of its own is hardly met twice by chance."""
_ROUND: Final = 10
"""One with a single digit often is: 3 miles, 3 kilometres."""
_MUCH: Final = 2
"""Words that the sentences around such a one share."""
_CONVERTED: Final = 1
"""Words more that are shared where a version converts its figure itself, and has the other unit thereby."""
_DEGREES: Final = frozenset({"celsius", "fahrenheit"})
_NEAR: Final = Decimal("0.05")
_STEM: Final = 5
_WORD: Final = re.compile(r"[a-z]{4,}")

Side = list[Fact]


def swapped(story: Story) -> Iterator[tuple[Side, Side]]:
    """The facts that give one figure in two units, no document both, for what may be one thing."""
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
        if q.low == q.high and q.step > 0:
            found[_sort(fact), q.low].append(fact)
    for facts in found.values():
        for one, other in combinations(sorted({fact.quantity.unit for fact in facts}), 2):
            left, right = ([fact for fact in facts if fact.quantity.unit == unit] for unit in (one, other))
            grouped = {homes.get(fact.id, fact.id) for fact in left} & {homes.get(fact.id, fact.id) for fact in right}
            if not grouped and _two_units(left, right) and _one_thing(story, left, right):
                yield left, right


def _sort(fact: Fact) -> str:
    """What can be told in the units of a figure: sums at one rate, lengths, or stuff by weight or volume."""
    q = fact.quantity
    if q.kind is QuantityKind.MONEY:
        return "sum"
    return f"{'stuff' if q.unit in _OF_STUFF else dimension_of(q.unit)} {q.per}"


def _two_units(left: Side, right: Side) -> bool:
    """Whether the units are surely two, and such as are told one for the other."""
    one, other = left[0].quantity.unit, right[0].quantity.unit
    if left[0].quantity.kind is QuantityKind.MONEY:
        return _two_currencies(left, right)
    if dimension_of(one) != dimension_of(other):
        return True
    return _of_like_size(one, other) or _of_one_root(one, other)


def _two_currencies(left: Side, right: Side) -> bool:
    """Whether two sides are surely in two currencies: no bare "$", which may be of either."""
    units = [side[0].quantity.unit for side in (left, right)]
    bare = any(fact.mention.text.startswith("$") for fact in (*left, *right))
    return surely_two(*units) and not (bare and all(unit.endswith("D") for unit in units))


def _of_one_root(one: str, other: str) -> bool:
    """Whether the units are one with two prefixes: megawatts, gigawatts."""
    roots = [_PREFIX.sub("", unit) for unit in (one, other)]
    return roots[0] == roots[1] and one != other


_PREFIX: Final = re.compile(r"^(?:kilo|mega|giga|tera|milli|micro|centi)")


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
    shared = max(shared_words(story, a, b) for a, b in product(left, right))
    q = left[0].quantity
    digits = abs(q.low) / q.step
    if q.kind is QuantityKind.MONEY:
        if any(_is_converted(story, fact) for fact in (*left, *right)):
            shared -= _CONVERTED
        return shared >= (0 if digits >= _TELLING else 1 if digits > _ROUND else _MUCH)
    like = _of_like_size(left[0].quantity.unit, right[0].quantity.unit)
    if digits >= _TELLING and like:
        return True
    if digits > _ROUND or q.unit in _DEGREES:
        return shared > 0 or (like and all(_alone(story, fact) for fact in (*left, *right)))
    return shared >= (1 if like and _of_a_pair(story, left, right) else _MUCH)


def _of_a_pair(story: Story, left: Side, right: Side) -> bool:
    """Whether one side stands beside its conversion into the unit of the other: "32 kilometres (20 miles)"."""
    for mine, theirs in ((left, right), (right, left)):
        for fact in mine:
            for each in story.quantities[fact.mention.document]:
                paired = each.quantity.converts == fact.quantity.start or fact.quantity.converts == each.quantity.start
                if paired and each.quantity.unit == theirs[0].quantity.unit:
                    return True
    return False


def shared_words(story: Story, one: Fact, other: Fact) -> int:
    """How many words that tell something the sentences around two facts share."""
    return len(_words(story, one) & _words(story, other))


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

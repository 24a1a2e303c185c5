"""Measures that agree with another version's only if their unit is the other one: 4,120 kg here, 1,870 kg there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from discrepancy.model import Fact, QuantityKind, Story
from discrepancy.rules.swapped_units import shared_words
from discrepancy.rules.written import Room, apart, bare_room
from discrepancy.units import convert, dimension_of

_OTHER: Final[dict[str, tuple[str, ...]]] = {
    "kilogram": ("pound",),
    "pound": ("kilogram",),
    "metre": ("foot", "yard"),
    "foot": ("metre", "yard"),
    "yard": ("metre", "foot"),
    "kilometre": ("mile",),
    "mile": ("kilometre",),
    "centimetre": ("inch",),
    "inch": ("centimetre",),
    "hectare": ("acre",),
    "acre": ("hectare",),
    "square kilometre": ("square mile",),
    "square mile": ("square kilometre",),
    "square metre": ("square foot",),
    "square foot": ("square metre",),
    "litre": ("gallon",),
    "gallon": ("litre",),
    "kilometre per hour": ("mile per hour",),
    "mile per hour": ("kilometre per hour",),
    "celsius": ("fahrenheit",),
    "fahrenheit": ("celsius",),
}
"""The unit that a unit is told for."""
_TELLING: Final = 100
_LOOSE: Final = Decimal("0.02")
"""How far two figures may be off beyond their rounding: a conversion is rounded again."""
_FAR: Final = Decimal("1.3")
"""By what factor the two differ as written at least."""
_WORDS: Final = 2
_WORDS_ROUND: Final = 3


def relabelled(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """A measure and the other version's that it agrees with in another unit than its own, and not in that."""
    measures = [
        fact
        for facts in story.quantities.values()
        for fact in facts
        if fact.quantity.kind is QuantityKind.MEASURE and fact.quantity.unit in _OTHER and _exact(fact)
    ]
    alike: dict[object, list[int]] = {}
    for place, fact in enumerate(measures):
        alike.setdefault((fact.quantity.unit, fact.quantity.low, bare_room(fact)), []).append(place)
    meeting = {key: _met(measures[places[0]], measures, alike.values()) for key, places in alike.items()}
    for fact in measures:
        for other in meeting[fact.quantity.unit, fact.quantity.low, bare_room(fact)]:
            if fact.mention.document == other.mention.document:
                continue
            if _has_conversion(story, fact) or _given(story, fact, other) or _given(story, other, fact):
                continue
            fine = all(f.quantity.low >= _TELLING * f.quantity.step for f in (fact, other))
            if shared_words(story, fact, other) >= (_WORDS if fine else _WORDS_ROUND):
                yield fact, other


def _met(fact: Fact, measures: Sequence[Fact], alike: Iterable[Sequence[int]]) -> list[Fact]:
    """The measures that agree with one in another unit, in order; ``alike`` are the places of those that are one."""
    found = [places for places in alike if _agrees_otherwise(fact, measures[places[0]])]
    return [measures[place] for place in sorted(place for places in found for place in places)]


def _exact(fact: Fact) -> bool:
    return fact.quantity.low == fact.quantity.high > 0 and fact.quantity.step > 0


def _agrees_otherwise(fact: Fact, other: Fact) -> bool:
    mine, theirs = fact.quantity, other.quantity
    if dimension_of(mine.unit) != dimension_of(theirs.unit) or mine.low == theirs.low:
        return False
    made = convert(mine.low, mine.unit, theirs.unit)
    if made is None or 1 / _FAR < made / theirs.low < _FAR:
        return False
    return any(_meets(fact, unit, other) for unit in _OTHER[mine.unit])


def _meets(fact: Fact, unit: str, other: Fact) -> bool:
    """Whether the figure, in ``unit``, is the other one; both at least half as fine as they could be."""
    low, high = (convert(bound, unit, other.quantity.unit) for bound in bare_room(fact))
    if low is None or high is None:
        return False
    slack = _LOOSE * other.quantity.low
    made: Room = (low - slack, high + slack)
    return not apart(made, bare_room(other))


def _has_conversion(story: Story, fact: Fact) -> bool:
    """Whether the figure is a conversion, or has one beside it: then it is held against that."""
    beside = story.quantities[fact.mention.document]
    return fact.quantity.converts >= 0 or any(each.quantity.converts == fact.quantity.start for each in beside)


def _given(story: Story, measure: Fact, beside: Fact) -> bool:
    """Whether the document of ``beside`` gives ``measure`` by another figure, in whatever unit."""
    for fact in story.quantities[beside.mention.document]:
        made = convert(measure.quantity.low, measure.quantity.unit, fact.quantity.unit)
        if fact.id == beside.id or not made or fact.quantity.kind is not QuantityKind.MEASURE:
            continue
        if abs(fact.quantity.low / made - 1) <= _LOOSE + _LOOSE:
            return True
    return False

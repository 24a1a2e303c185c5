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
from discrepancy.rules.given_conversions import gives_right, is_converted, of_a_pair, stands_alone
from discrepancy.rules.sister_units import Side, of_like_size, sort_of_unit, two_units
from discrepancy.text.characters import fold

_TELLING: Final = 100
"""A figure with three digits of its own is hardly met twice by chance."""
_ROUND: Final = 10
"""One with a single digit often is: 3 miles, 3 kilometres."""
_MUCH: Final = 2
"""Words that the sentences around such a one share."""
_CONVERTED: Final = 1
"""Words more that are shared where a version converts its figure itself, and has the other unit thereby."""
_DEGREES: Final = frozenset({"celsius", "fahrenheit"})
_STEM: Final = 5
_WORD: Final = re.compile(r"[a-z]{4,}")


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
            found[sort_of_unit(fact), q.low].append(fact)
    for facts in found.values():
        for one, other in combinations(sorted({fact.quantity.unit for fact in facts}), 2):
            left, right = ([fact for fact in facts if fact.quantity.unit == unit] for unit in (one, other))
            grouped = {homes.get(fact.id, fact.id) for fact in left} & {homes.get(fact.id, fact.id) for fact in right}
            if not grouped and two_units(left, right) and _one_thing(story, left, right):
                yield left, right


def _one_thing(story: Story, left: Side, right: Side) -> bool:
    """Whether the two sides stand in different documents, convert nothing right, and are likely of one thing."""
    here, there = ({fact.mention.document for fact in side} for side in (left, right))
    if here & there or gives_right(story, left, there) or gives_right(story, right, here):
        return False
    shared = max(shared_words(story, a, b) for a, b in product(left, right))
    q = left[0].quantity
    digits = abs(q.low) / q.step
    if q.kind is QuantityKind.MONEY:
        if any(is_converted(story, fact) for fact in (*left, *right)):
            shared -= _CONVERTED
        return shared >= (0 if digits >= _TELLING else 1 if digits > _ROUND else _MUCH)
    like = of_like_size(left[0].quantity.unit, right[0].quantity.unit)
    if digits >= _TELLING and like:
        return True
    if digits > _ROUND or q.unit in _DEGREES:
        return shared > 0 or (like and all(stands_alone(story, fact) for fact in (*left, *right)))
    return shared >= (1 if like and of_a_pair(story, left, right) else _MUCH)


def shared_words(story: Story, one: Fact, other: Fact) -> int:
    """How many words that tell something the sentences around two facts share."""
    return len(_words(story, one) & _words(story, other))


def _words(story: Story, fact: Fact) -> set[str]:
    """The beginnings of the words that tell something, of the sentence around a fact."""
    text = story.document[fact.mention.document].text
    around = fold(f"{text[fact.sentence.start : fact.mention.start]} {text[fact.mention.end : fact.sentence.end]}")
    return {word[:_STEM] for word in _WORD.findall(around) if word not in words("stop_words")}

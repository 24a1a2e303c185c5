"""Things that go up in one text and down in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from discrepancy.lexicon import table
from discrepancy.rules.movements import Movement


def opposed(one: Sequence[Movement], other: Sequence[Movement]) -> Iterator[tuple[Movement, Movement]]:
    """Pairs of one thing that goes up in the one and down in the other; where either has both ways, none."""
    for a, b in product(one, other):
        if a.way != b.way and a.counted == b.counted and same_thing(a.thing, b.thing):
            ways = ({m.way for m in told if same_thing(m.thing, a.thing)} for told in (one, other))
            if all(len(way) == 1 for way in ways):
                yield a, b


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns may be of one thing: "the peso" is "the currency" too."""
    if one == other:
        return True
    return "currency" in {one, other} and bool({one, other} & _currencies())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(table("ways")["things"]["currencies"])

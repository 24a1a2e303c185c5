"""What parts two measures by where they are taken and whose they are."""

from __future__ import annotations

from itertools import product
from typing import Final

from discrepancy.lexicon.apart import Apart, apart
from discrepancy.model import Fact


def home(fact: Fact) -> set[str]:
    """Whose it is, or where: a people "in Ukraine" is held to be Ukraine's."""
    return {fact.subject.owner} if fact.subject.owner else set(fact.subject.places[:1])


def strangers(a: Fact, b: Fact) -> bool:
    """Whether both name an owner, and neither name holds the other ("Acme", "Acme Logistics")."""
    left, right = set(a.subject.owner.split()), set(b.subject.owner.split())
    return bool(left and right) and not (left <= right or right <= left)


def elsewhere(a: Fact, b: Fact) -> bool:
    """Whether both name places, and each of the one's is another place than each of the other's."""
    if not a.subject.places or not b.subject.places:
        return False
    left, right = other_places(a, b)
    if _COMPASS & left and _COMPASS & right:
        return True
    return bool(left and right) and all(apart(x, "", y, "") is not Apart.NO for x, y in product(left, right))


def other_places(a: Fact, b: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """The places of the two where none is in common and neither is of the other's place; else none of either."""
    left, right = (frozenset(f.subject.places) - _COMMON for f in (a, b))
    return (frozenset(), frozenset()) if left & right or left & home(b) or right & home(a) else (left, right)


_COMPASS: Final = frozenset({"north", "south", "east", "west"})
_COMMON: Final = frozenset({"border", "capital", "coast"})
"""Places that are not names, and may be part of any place named."""


def worldwide_against_here(a: Fact, b: Fact) -> bool:
    """Whether one is told to be of all places, and the other is of one."""
    return any("worldwide" in x.subject.modifiers and y.subject.places for x, y in ((a, b), (b, a)))

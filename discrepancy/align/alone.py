"""How alone a figure stands in its text: the only one of its thing or of its unit tells itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from discrepancy.align.dimensions import dimension
from discrepancy.model import Fact, Figure, QuantityKind

Standing = Mapping[str, Fact]
"""One figure as it stands, word for word, in one document or several, by their ids."""

_Unit = tuple[QuantityKind, str]


class Alone:
    """Which figures of a story stand alone in their documents.

    A figure is the only one of its thing where no document that has it has another of its concept and dimension; it is
    the only one of its unit where its document has no other figure of that kind and unit, and the only one left where
    the other document gives all those others too: they have their partners.
    """

    def __init__(self, standing: Sequence[Standing]) -> None:
        """Look at all figures of a story, told by their places in ``standing``."""
        self._standing = standing
        self._figures = [next(iter(each.values())) for each in standing]
        self._left: dict[tuple[_Unit, str, str], AbstractSet[Figure]] = {}

    def told(self, i: int, j: int) -> tuple[str, ...]:
        """The names of the evidence that holds of both figures."""
        found = ["only one in both"] if self._of_thing[i] and self._of_thing[j] else []
        one, other = _unit(self._figures[i]), _unit(self._figures[j])
        if one != other or one[0] is QuantityKind.COUNT:
            return tuple(found)
        of = "measure" if one[0] is QuantityKind.MEASURE else "sum or share"
        homes = next(iter(self._standing[i])), next(iter(self._standing[j]))
        if all(len(self._by_unit[one, home]) == 1 for home in homes):
            found.append(f"only {of} of its unit")
        own = {self._figures[i].quantity.figure, self._figures[j].quantity.figure}
        if self._unmatched(one, *homes) <= own and self._unmatched(one, *homes[::-1]) <= own:
            found.append(f"only {of} of its unit left")
        return tuple(found)

    @cached_property
    def _of_thing(self) -> list[bool]:
        kinds = [(dimension(fact), fact.subject.concept) for fact in self._figures]
        count = Counter((home, kind) for each, kind in zip(self._standing, kinds, strict=True) for home in each)
        return [all(count[home, kind] == 1 for home in each) for each, kind in zip(self._standing, kinds, strict=True)]

    @cached_property
    def _by_unit(self) -> Mapping[tuple[_Unit, str], AbstractSet[Figure]]:
        found: dict[tuple[_Unit, str], set[Figure]] = defaultdict(set)
        for each, fact in zip(self._standing, self._figures, strict=True):
            for home in each:
                found[_unit(fact), home].add(fact.quantity.figure)
        return found

    def _unmatched(self, unit: _Unit, home: str, there: str) -> AbstractSet[Figure]:
        """The figures of one unit that one document has and the other has not."""
        key = unit, home, there
        if key not in self._left:
            self._left[key] = self._by_unit[unit, home] - self._by_unit[unit, there]
        return self._left[key]


def _unit(fact: Fact) -> _Unit:
    return fact.quantity.kind, fact.quantity.unit

"""A snapshot made ready to be held against others, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from discrepancy.decided import Snapshot, SnapshotValue
from discrepancy.text.characters import squeeze
from discrepancy.tracking.words import telling, words_of

__all__ = ["Side", "base_of", "sides_of"]

_AGAIN: Final = re.compile(r"(-[0-9a-f]{12})-\d+$")
"""What an id has behind it where a report says the very same twice; who is second may change with the order."""
_MOST_SENTENCES: Final = 8
"""Different sentences of one value that are looked at; a hundred versions repeat them."""
_FAMILIES: Final = (
    ("NUM001", "NUM003", "NUM005", "STO001", "STO002", "STO004"),
    ("NAM001", "NAM002", "NAM006"),
    ("CLM003", "CLM004"),
)
"""Rules that judge one kind of difference, so that another version may turn a finding of one into one of another."""
_FAMILY_OF: Final = {rule: family[0] for family in _FAMILIES for rule in family}


def base_of(finding: str) -> str:
    """A finding's id without the number of findings that say the very same."""
    return _AGAIN.sub(r"\1", finding)


@dataclass(frozen=True)  # no slots: what is made of it is made once, when it is first asked for
class Side:
    """A snapshot and its ``place`` among those of its check, in an order that does not depend on theirs."""

    snapshot: Snapshot
    place: int

    @cached_property
    def family(self) -> str:
        """What its rule is held against: itself, and the rules of its family."""
        return _FAMILY_OF.get(self.snapshot.rule, self.snapshot.rule)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The telling words of its subject."""
        return telling(self.snapshot.subject)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels of its values, on one line each, as its id has them."""
        return tuple(squeeze(value.label) for value in self.snapshot.values)

    @cached_property
    def sentences(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """Of each value the words of the sentences that give it, each once; what was not at hand is left out."""
        return tuple(_sentences(value) for value in self.snapshot.values)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every telling word of it."""
        return self.subject.union(*(words for each in self.sentences for words in each))

    @cached_property
    def sources(self) -> frozenset[str]:
        """Ids of its documents, and their sources."""
        places = (place for value in self.snapshot.values for place in value.places)
        return frozenset(name for place in places for name in (place.document, place.source) if name)


def _sentences(value: SnapshotValue) -> tuple[frozenset[str], ...]:
    found = dict.fromkeys(words_of(place.sentence) for place in value.places if place.sentence)
    return tuple(list(found)[:_MOST_SENTENCES])


def sides_of(snapshots: Iterable[Snapshot]) -> list[Side]:
    """The snapshots made ready, in an order of their own."""
    return [Side(snapshot, place) for place, snapshot in enumerate(_in_one_order(snapshots))]


def _in_one_order(snapshots: Iterable[Snapshot]) -> Sequence[Snapshot]:
    """Snapshots by their ids; those of one id, which no report has, by all that they say."""
    return sorted(snapshots, key=lambda snapshot: (snapshot.finding, repr(snapshot)))

"""Wordings as they stand in the families' files, cut into pieces: text, ``{slot:form}``, ``[this|or that|]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

__all__ = ["Slot", "Wording", "parse"]

_PIECE = re.compile(r"\[(?P<choice>[^\]]*)\]|\{(?P<slot>[^}:]+)(?::(?P<form>\w+))?\}|(?P<text>[^\[{]+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value of the story, with the form that the sentence asks for."""

    name: str
    form: str


Piece = str | Slot


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing: runs of pieces, each a choice of one or more."""

    choices: tuple[tuple[tuple[Piece, ...], ...], ...]

    @property
    def open(self) -> tuple[int, ...]:
        """The places where there is more than one way to go on."""
        return tuple(place for place, ways in enumerate(self.choices) if len(ways) > 1)

    def pick(self, rng: Random) -> tuple[int, ...]:
        """A way through."""
        return tuple(int(rng.random() * len(ways)) for ways in self.choices)

    def edited(self, picks: tuple[int, ...], rng: Random, places: int) -> tuple[int, ...]:
        """The same way with up to ``places`` choices made anew: what an editor's light hand does."""
        changed = list(picks)
        for place in rng.sample(self.open, min(places, len(self.open))):
            ways = len(self.choices[place])
            changed[place] = (changed[place] + 1 + int(rng.random() * (ways - 1))) % ways
        return tuple(changed)

    def pieces(self, picks: Sequence[int]) -> Iterator[Piece]:
        """Text and slots of one way through."""
        for ways, pick in zip(self.choices, picks, strict=True):
            yield from ways[pick]


@cache
def parse(line: str) -> Wording:
    """A line of a family's file as a wording."""
    return Wording(tuple(_ways(match) for match in _PIECE.finditer(line)))


def _ways(match: re.Match[str]) -> tuple[tuple[Piece, ...], ...]:
    if (choice := match["choice"]) is not None:
        return tuple(tuple(_plain(way)) for way in choice.split("|"))
    return (tuple(_plain(match[0])),)


def _plain(text: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(text):
        yield match["text"] or Slot(match["slot"], match["form"] or "")

"""Fact sheets: what a topic's people and places are called, and what happened in each of its stories."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Final

from benchmarks.corpus.families import list_of
from benchmarks.corpus.values import (
    Amount,
    Clock,
    Count,
    Day,
    Either,
    Measure,
    Name,
    Percent,
    Person,
    Quote,
    Value,
    Words,
    Year,
)

__all__ = ["Namer", "Sheet", "draw", "quote"]

Sheet = dict[str, Value]
STAGES: Final = 6
RISE: Final = 0.22
"""By how much of itself a toll rises at most from one stage of a story to the next."""
ROUND_COUNTS: Final = 0.4
CURRENCIES: Final = ("$", "$", "€", "£")
_ALTERED = re.compile(r"<([^~>]*)~([^>]*)>")


class Namer:
    """Names for one topic, no two of which begin alike: what is near in spelling there was made so on purpose."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.currency = rng.choice(CURRENCIES)
        self._dealt: dict[str, tuple[int, int]] = {}

    def deal(self, deck: str) -> str:
        """Another card of a list: each comes once before one comes again."""
        cards = list_of(deck)
        place, step = self._dealt.get(deck) or self._begun(len(cards))
        self._dealt[deck] = (place + step) % len(cards), step
        return cards[place]

    def _begun(self, size: int) -> tuple[int, int]:
        """Where in a list to begin, and a step that meets every card."""
        step = next(each for each in iter(lambda: int(self.rng.random() * size) or 1, 0) if math.gcd(each, size) == 1)
        return int(self.rng.random() * size), step

    def _end(self, deck: str) -> str:
        endings = list_of(deck)
        return endings[int(self.rng.random() * len(endings))]

    def person(self, title: str = "", other: str = "") -> Person:
        """A person with a title, or with an age."""
        woman = self.rng.random() < 0.5
        first = self.deal("women" if woman else "men")
        last = _joined(self.deal("family_starts"), self._end("family_ends"))
        return Person(first, last, title, other, self.rng.randint(19, 88), woman=woman)

    def town(self) -> str:
        """A town."""
        return _joined(self.deal("town_starts"), self._end("town_ends"))

    def named(self, sort: str) -> str:  # noqa: PLR0911 - a return a sort
        """A place or an organisation of a sort."""
        if sort == "town":
            return self.town()
        if sort == "river":
            return f"the River {self.deal('family_starts')}"
        if sort == "region":
            return _region(self.deal("town_starts"), self._end("region_ends"))
        if sort == "court":
            return f"{self.town()} {self.rng.choice(('Crown', 'District', 'High'))} Court"
        if sort == "ministry":
            return f"{self.deal('ministries')} Ministry"
        if sort == "party":
            return f"{self.deal('party_heads')} {self._end('party_ends')}"
        if sort == "union":
            return f"{self.deal('union_heads')} Union"
        if sort == "paper":
            return f"{self.town()} {self.deal('papers')}"
        start = self.town() if sort in {"school", "hospital", "club"} else _joined(self.deal("town_starts"), "")
        if sort == "company":
            start = _joined(self.deal("family_starts"), self._end("family_ends"))
        return f"{start} {self._end(f'{sort}_ends')}"


def _joined(start: str, end: str) -> str:
    if end and start[-1] == end[0]:
        end = end[1:]
    return start + end


def _region(start: str, end: str) -> str:
    return f"{start}{end}" if end.islower() else f"{start} {end}"


def draw(spec: str, namer: Namer, rng: Random, start: datetime) -> Value:
    """A value by the way it is drawn, which is a line of a family's file: ``count 40 900``, ``town``, ``day -1 0``."""
    how, _, rest = spec.partition(" ")
    maker = _MAKERS.get(how)
    if maker is not None:
        return maker(rest, namer, rng)
    if how == "day":
        first, last = (int(part) for part in rest.split())
        return Day((start + timedelta(days=rng.randint(first, last))).date())
    return Name(namer.named(how), namer.named(how) if how in _MISTAKABLE else "")


def quote(line: str) -> Quote:
    """Words and their altered form, from ``We did <not~> get it``."""
    return Quote(_ALTERED.sub(r"\1", line), _ALTERED.sub(r"\2", line))


_MISTAKABLE: Final = frozenset({"town", "street", "hospital", "school"})


def _bounds(rest: str) -> tuple[int, int, str]:
    low, high, *unit = rest.split()
    return int(low), int(high), " ".join(unit)


def _between(low: int, high: int, rng: Random) -> int:
    return round(math.exp(rng.uniform(math.log(low), math.log(high))))


def _count(rest: str, _: Namer, rng: Random) -> Value:
    low, high, _unit = _bounds(rest)
    value = _between(low, high, rng)
    if value >= 1000 and rng.random() < ROUND_COUNTS:
        value = round(value, -2)
    return Count((value,))


def _toll(rest: str, _: Namer, rng: Random) -> Value:
    low, high, _unit = _bounds(rest)
    stages = [_between(low, max(low + 1, high // 2), rng)]
    for _stage in range(STAGES - 1):
        stages.append(stages[-1] + rng.randint(1, max(1, round(stages[-1] * RISE))))
    return Count(tuple(stages))


def _money(rest: str, namer: Namer, rng: Random) -> Value:
    low, high, _unit = _bounds(rest)
    return Amount(_between(low * 10, high * 10, rng), namer.currency)


def _percent(rest: str, _: Namer, rng: Random) -> Value:
    low, high, _unit = _bounds(rest)
    return Percent(rng.randint(low, high))


def _measure(rest: str, _: Namer, rng: Random) -> Value:
    low, high, unit = _bounds(rest)
    return Measure(rng.randint(low, high) * 10, unit)


def _tenths(rest: str, _: Namer, rng: Random) -> Value:
    low, high, unit = _bounds(rest)
    return Measure(rng.randint(low, high), unit)


def _year(rest: str, _: Namer, rng: Random) -> Value:
    low, high, _unit = _bounds(rest)
    return Year(rng.randint(low, high))


def _clock(_rest: str, _: Namer, rng: Random) -> Value:
    return Clock(rng.randint(6, 22), rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 50)))


def _word(rest: str, namer: Namer, _: Random) -> Value:
    return Words(namer.deal(rest))


def _word_of(rest: str, _: Namer, rng: Random) -> Value:
    return Words(rng.choice(rest.split("|")))


def _either(rest: str, _: Namer, __: Random) -> Value:
    right, wrong = rest.split(" ~ ")
    return Either(right, wrong)


def _person(rest: str, namer: Namer, _: Random) -> Value:
    title, _, other = rest.partition(" ~ ")
    return namer.person(title, other)


def _resident(_rest: str, namer: Namer, __: Random) -> Value:
    return namer.person()


_MAKERS: Final[Mapping[str, Callable[[str, Namer, Random], Value]]] = {
    "age": _count, "clock": _clock, "count": _count, "either": _either, "measure": _measure, "money": _money,
    "percent": _percent, "person": _person, "resident": _resident, "small": _count, "tenths": _tenths, "toll": _toll,
    "word": _word, "word_of": _word_of, "year": _year,
}  # fmt: skip

"""Which sentences of different versions tell the same, whatever figures they give: what a page sets side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from discrepancy.text.likeness import Likeness, mask

__all__ = ["Compared", "tell_the_same"]

LEAST = 0.3
"""The likeness from which two sentences are held to tell the same. In four stories made for building, 53 of the 57
sets of sentences that are found so do."""
SHARED = 0.3
"""What it adds that both give a figure, a day or words of one group."""
WORDS = 4
"""Words, figures and names apart, from which a sentence is known again by its words: "He said so" is everywhere."""
PAIRS = 200_000
"""Pairs that share a group, at most: two hundred versions may all give one figure. Groups of few sentences go first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A sentence as it is compared: its words without the names of people, and what it gives.

    Attributes:
        text: the words. Figures are masked when they are compared.
        gives: the groups that its figures, days and quotations are of.
        part: the part of a text that it opens, which every text has once: the headline; else empty.
    """

    text: str
    gives: frozenset[str] = frozenset()
    part: str = ""


@dataclass(slots=True)
class _Told:
    """Sentences that tell the same, as far as they have been put together; no version has two of them."""

    members: list[int]
    versions: set[int]
    near: dict[int, float] = field(default_factory=dict)
    """The sum of the likenesses of its members with those of each other one."""


@dataclass(slots=True)
class _Kind:
    """Sentences that are the same but for their figures."""

    text: str
    versions: set[int] = field(default_factory=set)
    gives: set[str] = field(default_factory=set)


def tell_the_same(versions: Sequence[Sequence[Compared]]) -> list[list[int]]:
    """For each sentence of each version the number of what it tells, from 1; 0 where no other version tells it.

    The likest are put together first, a sentence with all that tell the same so far: what is like one of them by
    chance is not like the others. Two sentences of one version only have one number if they differ in nothing but
    figures.

    Args:
        versions: each version's sentences, in order.

    Source:
        Average linkage: R. R. Sokal and C. D. Michener, "A statistical method for evaluating systematic
        relationships", 1958.
    """
    kinds = _kinds(versions)
    places = {key: place for place, key in enumerate(kinds)}
    told = [_Told([place], set(kind.versions)) for place, kind in enumerate(kinds.values())]
    home = list(range(len(told)))
    pairs = _pairs(list(kinds.values())) if len(versions) > 1 else {}
    for (i, j), score in pairs.items():
        told[i].near[j] = told[j].near[i] = score
    for i, j in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if home[i] != home[j] and _is_one(told, home[i], home[j]):
            _join(told, home, home[i], home[j])
    return _numbered(versions, places, [told[at] for at in home])


def _key(sentence: Compared) -> tuple[str, str]:
    """What sentences are counted as the same by: their part, else their words; neither where there are too few words.

    Few words are known again by nothing but what they give.
    """
    if sentence.part:
        return sentence.part, ""
    text = mask(sentence.text)
    if text.count(" ") >= WORDS - 1 or (text and sentence.gives):
        return "", text
    return "", ""


def _kinds(versions: Sequence[Sequence[Compared]]) -> dict[tuple[str, str], _Kind]:
    kinds: dict[tuple[str, str], _Kind] = {}
    for number, sentences in enumerate(versions):
        for sentence in sentences:
            if any(key := _key(sentence)):
                kind = kinds.setdefault(key, _Kind(key[1] if key[1].count(" ") >= WORDS - 1 else ""))
                kind.versions.add(number)
                kind.gives |= sentence.gives
    return kinds


def _pairs(kinds: list[_Kind]) -> dict[tuple[int, int], float]:
    """The pairs that may tell the same, with their likeness, the lower place first."""
    alike = Likeness([kind.text for kind in kinds])
    found = {(i, j): score for i, j, score in alike.pairs(LEAST)}
    shared = dict.fromkeys(_sharing(kinds), SHARED)
    rest = [pair for pair in shared if pair not in found]
    scores = alike.of_pairs([i for i, _ in rest], [j for _, j in rest])
    for pair, score in [*found.items(), *zip(rest, scores, strict=True)]:
        found[pair] = score + shared.get(pair, 0.0)
    return found


def _sharing(kinds: list[_Kind]) -> Iterator[tuple[int, int]]:
    """The pairs that give something of one group, at most so many."""
    givers: dict[str, list[int]] = defaultdict(list)
    for place, kind in enumerate(kinds):
        for group in sorted(kind.gives):
            givers[group].append(place)
    left = PAIRS
    for places in sorted(givers.values(), key=len):
        left -= len(places) * (len(places) - 1) // 2
        if left < 0:
            return
        yield from combinations(places, 2)


def _is_one(told: list[_Told], one: int, other: int) -> bool:
    a, b = told[one], told[other]
    return a.versions.isdisjoint(b.versions) and a.near.get(other, 0.0) >= LEAST * len(a.members) * len(b.members)


def _join(told: list[_Told], home: list[int], one: int, other: int) -> None:
    """Put two together, under the one that knows of more others."""
    if len(told[one].near) < len(told[other].near):
        one, other = other, one
    kept, gone = told[one], told[other]
    kept.members += gone.members
    kept.versions |= gone.versions
    for member in gone.members:
        home[member] = one
    kept.near.pop(other, None)
    for third, score in gone.near.items():
        if third != one:
            kept.near[third] = kept.near.get(third, 0.0) + score
            told[third].near.pop(other)
            told[third].near[one] = kept.near[third]
    gone.near = {}


def _numbered(
    versions: Sequence[Sequence[Compared]], places: dict[tuple[str, str], int], told: list[_Told]
) -> list[list[int]]:
    """The numbers in the order in which a reader meets them, from 1."""
    numbers: dict[int, int] = {}
    found: list[list[int]] = []
    for sentences in versions:
        row = []
        for sentence in sentences:
            place = places.get(_key(sentence))
            several = place is not None and len(told[place].versions) > 1
            row.append(numbers.setdefault(id(told[place]), len(numbers) + 1) if place is not None and several else 0)
        found.append(row)
    return found

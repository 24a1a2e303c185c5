"""Joining what is alike: the likest first, and each by its likeness to all of a story, never to one member alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

__all__ = ["join"]

Pair = tuple[int, int]


def join(
    sizes: list[int], alike: Iterable[tuple[int, int, float]], least: float, joins: Callable[[int, int, float], bool]
) -> list[int]:
    """Where each of several things is at home once those that are alike are joined, the likest first.

    Average linkage: how alike two are is the mean over all pairs of their members, so that a chain of strangers, each a
    little like the next, does not become one story.

    Args:
        sizes: how many members each thing has.
        alike: pairs of places with the sum of likeness over their members' pairs, which may come in parts; what is not
            told is 0.
        least: those that are less alike are not asked about.
        joins: asked with two homes and how alike they are; what it says yes to is joined, at the first one's place.

    Returns:
        The home of each: the place of one of those that it was joined with.
    """
    sums: list[dict[int, float]] = [{} for _ in sizes]
    for one, other, total in alike:
        if one != other:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + total
    count, home = list(sizes), list(range(len(sizes)))
    stamp = [0] * len(sizes)
    heap = [
        (-total / (count[one] * count[other]), one, other, 0, 0)
        for one, each in enumerate(sums)
        for other, total in each.items()
        if one < other and total >= least * count[one] * count[other]
    ]
    heapify(heap)
    while heap:
        less, one, other, then, there = heappop(heap)
        if stamp[one] != then or stamp[other] != there or not joins(one, other, -less):
            continue
        _put(one, other, sums)
        count[one] += count[other]
        home[other] = one
        stamp[one], stamp[other] = stamp[one] + 1, -1
        for third, total in sums[one].items():
            mean = total / (count[one] * count[third])
            if mean >= least:
                low, high = min(one, third), max(one, third)
                heappush(heap, (-mean, low, high, stamp[low], stamp[high]))
    return [_home(place, home) for place in range(len(home))]


def _put(one: int, other: int, sums: list[dict[int, float]]) -> None:
    """Add to the sums of one those of another, which is no more."""
    for third, total in sums[other].items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
    sums[other] = {}


def _home(place: int, home: list[int]) -> int:
    while home[place] != place:
        place = home[place]
    return place

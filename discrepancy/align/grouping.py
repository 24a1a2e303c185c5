"""From scored pairs to groups that hold over all versions, not only pair by pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

Pair = tuple[int, int]


class Pairs(Protocol):
    """A set of pairs that may be told one by one."""

    def __contains__(self, pair: Pair, /) -> bool:
        """Whether the set holds ``pair``."""


def agglomerate(
    count: int,
    scores: Mapping[Pair, float],
    vetoes: Pairs,
    threshold: float,
    joining: Mapping[Pair, float] | None = None,
) -> list[list[int]]:
    """Merge the best pairs first, two groups only where their members agree on the whole.

    Args:
        count: how many items there are, ``0..count-1``.
        scores: for pairs ``(low, high)`` how strongly the two belong together; a missing pair counts as half the
            threshold: nothing speaks for it.
        vetoes: pairs that may never stand in one group.
        threshold: the mean score over all pairs between two groups that merges them.
        joining: those of ``scores`` that may make two groups one; all of them where it is None.

    Returns:
        Groups of two or more, each in order, ordered by their first members.
    """
    home = list(range(count))
    groups: dict[int, list[int]] = {i: [i] for i in range(count)}
    for (a, b), score in sorted((scores if joining is None else joining).items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            break
        left, right = home[a], home[b]
        if left == right:
            continue
        pairs = [_ordered(x, y) for x in groups[left] for y in groups[right]]
        if any(pair in vetoes for pair in pairs):
            continue
        if sum(scores.get(pair, threshold / 2) for pair in pairs) / len(pairs) < threshold:
            continue
        groups[left] += groups.pop(right)
        for i in groups[left]:
            home[i] = left
    return sorted(sorted(members) for members in groups.values() if len(members) > 1)


def mean_score(members: Sequence[int], scores: Mapping[Pair, float]) -> float:
    """The mean score over the pairs of a group that have one; 0 where none has."""
    found = [
        scores[pair] for i, a in enumerate(members) for b in members[i + 1 :] if (pair := _ordered(a, b)) in scores
    ]
    return sum(found) / len(found) if found else 0.0


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)

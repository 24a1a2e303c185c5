"""Figures that may measure one thing: too little speaks for it to flag a difference, enough to explain one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from discrepancy.align.evidence_of_subjects import two_accounts
from discrepancy.align.grouping import Pair
from discrepancy.align.weights import KINDRED, TWO_ACCOUNTS
from discrepancy.model import Fact

_PARTNERS: Final = 3
"""Of how many others a figure may be the kin: a figure that is like many is like none."""


def find_kindred(
    standing: Sequence[Mapping[str, Fact]], groups: Sequence[Sequence[int]], scores: Mapping[Pair, float]
) -> list[list[int]]:
    """Pairs of groups, of a group and a figure, or of figures, that share no group and have a pair scored enough.

    Args:
        standing: each figure as it stands in one document or several, by their ids; figures are told by their places.
        groups: those that measure one thing, as places.
        scores: how strongly two figures belong together, for the pairs that were weighed.

    Returns:
        For each pair the places of all its figures, in order; the likeliest pairs first.
    """
    figures = [next(iter(each.values())) for each in standing]
    homes = {i: n for n, members in enumerate(groups) for i in members}
    partners: Counter[int] = Counter()
    seen: set[tuple[int, int]] = set()
    found = []
    likely = {(i, j): score + TWO_ACCOUNTS * two_accounts(figures[i], figures[j]) for (i, j), score in scores.items()}
    for (i, j), score in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if score < KINDRED:
            break
        pair = homes.get(i, -1 - i), homes.get(j, -1 - j)
        if pair[0] == pair[1] or pair in seen or not _differ(standing[i], standing[j]):
            continue
        seen |= {pair, pair[::-1]}
        if all(partners[each] < _PARTNERS for each in pair):
            partners.update(pair)
            found.append(sorted({*_members(groups, pair[0]), *_members(groups, pair[1])}))
    return found


def _differ(one: Mapping[str, Fact], other: Mapping[str, Fact]) -> bool:
    a, b = next(iter(one.values())), next(iter(other.values()))
    return not one.keys() & other.keys() and a.quantity.figure != b.quantity.figure


def _members(groups: Sequence[Sequence[int]], home: int) -> Sequence[int]:
    return groups[home] if home >= 0 else [-1 - home]

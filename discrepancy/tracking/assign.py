"""One to one: of pairs that may be one fact, those that together fit best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.tracking.sides import Side
from discrepancy.tracking.values import Pairing

__all__ = ["Likely", "assign"]

_ROUNDS: Final = 20
"""Times that exchanging partners is tried; two or three are enough for what stories hold."""
_MARGIN: Final = 1e-9
"""Sums of fractions that differ by less are alike."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two findings that may be of one fact, how surely, and which of their values are the same.

    ``strange``: they have the same values, and look like two things all the same.
    """

    earlier: Side
    now: Side
    score: float
    pairing: Pairing
    strange: bool = False


def assign(likely: Sequence[Likely]) -> list[Likely]:
    """Pairs in which no finding stands twice: the surest first, then exchanged where two others fit better together."""
    ordered = sorted(likely, key=lambda pair: (-pair.score, pair.earlier.place, pair.now.place))
    taken: dict[int, Likely] = {}
    _fill(taken, ordered)
    at = {(pair.earlier.place, pair.now.place): pair for pair in ordered}
    for _ in range(_ROUNDS):
        if not _exchange(taken, at):
            break
        _fill(taken, ordered)
    return [taken[place] for place in sorted(taken)]


def _fill(taken: dict[int, Likely], ordered: Iterable[Likely]) -> None:
    """Let those without a partner take one that is free: an exchange may leave both behind."""
    partners = {pair.now.place for pair in taken.values()}
    for pair in ordered:
        if pair.earlier.place not in taken and pair.now.place not in partners:
            taken[pair.earlier.place] = pair
            partners.add(pair.now.place)


def _exchange(taken: dict[int, Likely], at: dict[tuple[int, int], Likely]) -> bool:
    """Let two findings change partners, or one take one that is left over, wherever that fits better."""
    holders = {pair.now.place: place for place, pair in taken.items()}
    wanted: dict[int, list[int]] = defaultdict(list)
    for mine, theirs in sorted(at):
        wanted[mine].append(theirs)
    changed = False
    for mine in sorted(wanted):
        for theirs in wanted[mine]:
            other = holders.get(theirs)
            if other is None or other == mine:
                continue
            changed |= _better(mine, theirs, other, taken, at, holders)
    return changed


def _better(
    mine: int,
    theirs: int,
    other: int,
    taken: dict[int, Likely],
    at: dict[tuple[int, int], Likely],
    holders: dict[int, int],
) -> bool:
    """Exchange the partners of two findings if that fits better; a finding may have none."""
    own = taken.get(mine)
    instead = at.get((other, own.now.place)) if own else None
    before = taken[other].score + (own.score if own else 0.0)
    after = at[mine, theirs].score + (instead.score if instead else 0.0)
    if (own and not instead) or after <= before + _MARGIN:
        return False
    taken[mine] = at[mine, theirs]
    holders[theirs] = mine
    del taken[other]
    if own and instead:
        taken[other] = instead
        holders[own.now.place] = other
    return True

"""How a stance stands in its stretch: denied or not, when, and as part of a longer one."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.stretch_hedges import FUTURE, TO_BE
from discrepancy.lexicon.stances import Stance
from discrepancy.model import TimeFrame
from discrepancy.text.characters import squeeze
from discrepancy.text.engine import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
_DENYING = frozenset({"refuse", "decline", "fail", "unable", "cannot"})
NEGATION_REACH = 4


def time_of(stretch: Sequence[Token], stance: Stance, otherwise: TimeFrame) -> TimeFrame:
    """When a stance is taken, by the words right before its own."""
    first = stance.at[0]
    before = squeeze(" ".join(t.text.lower() for t in stretch[max(0, first - NEGATION_REACH) : first + 1]))
    if TO_BE.search(before) or any(word in FUTURE for word in before.split()):
        return TimeFrame.PLANNED
    return TimeFrame.PAST if otherwise is TimeFrame.PLANNED else otherwise


def widest(stances: Sequence[Stance]) -> list[Stance]:
    """Of the stances of one matter those that are no part of a longer one."""
    return [
        one for one in stances
        if not any(
            other is not one and other.name == one.name and set(one.at) & set(other.at) and len(other.at) > len(one.at)
            for other in stances
        )
    ]  # fmt: skip


def is_denied(stretch: Sequence[Token], stance: Stance) -> bool:
    """Whether the words right before a stance, or between its own, turn it round."""
    before = stretch[max(0, stance.at[0] - NEGATION_REACH) : stance.at[0]]
    inside = [stretch[i] for i in range(stance.at[0], stance.at[-1]) if i not in stance.at]
    return bool(sum(t.text.lower() in NEGATIONS or t.lemma in _DENYING for t in [*before, *inside]) % 2)

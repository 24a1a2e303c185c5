"""What parts a whole from a part of it, and one part from another."""

from __future__ import annotations

from typing import Final

from discrepancy.lexicon.measures import is_fate, is_state, verb_concept
from discrepancy.model import Fact, QuantityKind


def one_of_others(a: Fact, b: Fact) -> bool:
    """Whether just one counts those besides some that were named: "Britain and seven other countries"."""
    return bool(_BESIDES & set(a.subject.modifiers)) != bool(_BESIDES & set(b.subject.modifiers))


_BESIDES: Final = frozenset({"other", "further", "additional", "remaining"})


def one_votes(a: Fact, b: Fact) -> bool:
    """Whether just one counts those who voted: of the members of a union some did."""
    if a.quantity.kind is not QuantityKind.COUNT or a.subject.concept in _CAST:
        return False
    return (verb_concept(a.subject.verb) in _VOTING) != (verb_concept(b.subject.verb) in _VOTING)


_CAST: Final = frozenset({"vote"})


def another_share(a: Fact, b: Fact) -> bool:
    """Whether one counts a whole and the other a part of it, or the two count parts by what they do."""
    left, right = ({"part", "whole"} & set(f.subject.modifiers) for f in (a, b))
    if "whole" in left | right:
        if left != right and is_fate(a.subject.concept):
            return True
        other = b if "whole" in left else a
        return left != right and ("part" in left | right or not is_state(other.subject.verb))
    told = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)}
    if told <= _VOTING and a.quantity.kind is QuantityKind.SHARE:
        return False
    return bool(left | right) and len(told) == 2 and not (left == right and told <= _HOLDING)


_HOLDING: Final = frozenset({"have", "take", "win", "get", "receive", "poll", "hold", "secure", "gain"})
"""Concepts of verbs that say of a part who has it: "had 52% of the vote", "took 51% of it"."""
_VOTING: Final = frozenset({"vote", "back", "approve"})
"""Concepts of verbs that say of a share of those asked that it was for a thing."""

"""Whether two findings with the same values are of two things, whatever else speaks for it that they are of one.

An id is made of rule, subject and values, and a subject may be as vague as "people killed": the fire's three or four
dead are mended, the flood's three or four come, and the id is the same. What was decided of the fire must not let the
flood pass. It takes a lot: nothing but the values and the subject may be left of any sentence, or the subject is gone
and every sentence is another; a version that stands as it stood speaks against it. The finding is reopened then.
"""

from __future__ import annotations

from typing import Final

from discrepancy.tracking.sides import Side
from discrepancy.tracking.values import Pairing, distinct
from discrepancy.tracking.words import Weights, words_of

__all__ = ["is_strange"]

_UNLIKE: Final = 0.2
"""What the sentences share at most, beside values and subject, that tell of two things though the subject is one."""
_REWORDED: Final = 0.6
"""The same where the subject of the earlier is told nowhere now, and that of now was told."""
_EXCHANGED: Final = 0.9
"""The same where neither is told by the other: a sentence that stands but for the word that tells what it is about."""
_ENOUGH: Final = 2
"""Words beside values and subject that a sentence has before it can tell of something else."""


def is_strange(one: Side, other: Side, pairing: Pairing, weights: Weights) -> bool:
    """Whether findings with the same values surely look like two things. Without sentences nothing does but names."""
    if not pairing.whole or distinct(other):
        return False
    shared = one.subject & other.subject
    if _is_name(one) and _is_name(other) and not shared:
        return True
    alike = _likeness(one, other, pairing, weights)
    if alike is None:
        return False
    if shared or one.subject == other.subject:
        return alike < _UNLIKE
    if (one.subject or other.subject) & (other.words if one.subject else one.words):
        return False
    return alike < (_REWORDED if one.subject and other.subject & one.words else _EXCHANGED)


def _is_name(side: Side) -> bool:
    """Whether its subject is a person's name, all of it."""
    words = side.snapshot.subject.split()
    return bool(side.subject) and len(words) > 1 and all(word[0].isupper() for word in words)


def _likeness(one: Side, other: Side, pairing: Pairing, weights: Weights) -> float | None:
    """What share of the shorter sentence the longer has too, where it is most; None where one tells too little."""
    said = (one.subject & other.subject).union(*(words_of(label) for label in (*one.labels, *other.labels)))
    found: list[float] = []
    for i, j in pairing.same:
        ours, theirs = ([each - said for each in sentences] for sentences in (one.sentences[i], other.sentences[j]))
        shares = [_share(a, b, weights) for a in ours for b in theirs if min(len(a), len(b)) >= _ENOUGH]
        if not shares:
            return None
        found.append(max(shares))
    return max(found, default=None)


def _share(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    return weights.of(one & other) / min(weights.of(one), weights.of(other))

"""What speaks for it that two findings are of one fact: their subjects, their sentences, who tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from discrepancy.tracking.sides import Side
from discrepancy.tracking.strange import is_strange
from discrepancy.tracking.values import Pairing
from discrepancy.tracking.words import Weights

__all__ = ["Evidence"]

_ENOUGH_WORDS: Final = 3
"""Words that two sentences share before they are as like as their shares say."""
_OF_SENTENCES: Final = 0.65
"""What the sentences weigh beside the subjects."""
_OF_BEST: Final = 0.5
"""What the value whose sentences are most alike weighs beside all together: an edit is seldom made in every source."""
_UNTOLD: Final = 0.75
"""What subjects alone come to where there are no sentences to hold against each other."""
_SOURCES: Final = 0.05
_KIND: Final = 0.05
_LABELS: Final = 0.02
"""What sources, the way in which it is explained and the dress of the values add: they decide between two alike."""


class Evidence:
    """How surely findings are of one fact, 0 to about 1.1."""

    def __init__(self, sides: Iterable[Side]) -> None:
        """Weigh the words by how many of all findings have them."""
        self._weights = Weights(side.words for side in sides)

    def of(self, earlier: Side, now: Side, pairing: Pairing) -> float:
        """How surely two findings are of one fact, given which of their values are the same."""
        subject, sentences = self._subjects(earlier, now), self._sentences(earlier, now, pairing)
        if sentences is None:
            alike = _UNTOLD * subject
        elif not earlier.subject or not now.subject:
            alike = sentences
        else:
            alike = _OF_SENTENCES * sentences + (1 - _OF_SENTENCES) * subject
        return alike + self._beside(earlier, now)

    def against(self, earlier: Side, now: Side, pairing: Pairing) -> bool:
        """Whether two findings with the same values are of two things, however sure it seems that they are of one."""
        return is_strange(earlier, now, pairing, self._weights)

    def _subjects(self, earlier: Side, now: Side) -> float:
        """What share of the weight of both subjects' words they share."""
        shared = self._weights.of(earlier.subject & now.subject)
        return shared / self._weights.of(earlier.subject | now.subject) if shared else 0.0

    def _sentences(self, earlier: Side, now: Side, pairing: Pairing) -> float | None:
        """How like the sentences of the values are; None where those of a side are not at hand."""
        pairs = [*pairing.same, *self._replaced(earlier, now, pairing)]
        found = [each for i, j in pairs if (each := self._best(earlier, i, now, j)) is not None]
        if not found:
            return None
        return _OF_BEST * max(found) + (1 - _OF_BEST) * sum(found) / len(found)

    def _replaced(self, earlier: Side, now: Side, pairing: Pairing) -> Iterable[tuple[int, int]]:
        """For each value that went, the one that came in sentences most like its own."""
        for i in pairing.went:
            likes = [(self._best(earlier, i, now, j) or 0.0, -j) for j in pairing.came]
            if likes:
                yield i, -max(likes)[1]

    def _best(self, earlier: Side, i: int, now: Side, j: int) -> float | None:
        pairs = [(one, other) for one in earlier.sentences[i] for other in now.sentences[j]]
        return max((self._alike(one, other) for one, other in pairs), default=None)

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """What share of the shorter sentence's weight the longer has too: a sentence may be split or joined."""
        if one == other:
            return 1.0 if one else 0.0
        shared = one & other
        if not shared:
            return 0.0
        share = self._weights.of(shared) / min(self._weights.of(one), self._weights.of(other))
        return share * min(1.0, len(shared) / _ENOUGH_WORDS)

    @staticmethod
    def _beside(earlier: Side, now: Side) -> float:
        either = earlier.sources | now.sources
        sources = len(earlier.sources & now.sources) / len(either) if either else 0.0
        kind = earlier.snapshot.reconciliation == now.snapshot.reconciliation
        return _SOURCES * sources + _KIND * kind + _LABELS * (sorted(earlier.labels) == sorted(now.labels))

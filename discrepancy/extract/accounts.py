"""By whose account what a text tells is told: somebody quoted, somebody reported, or the writer."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.speech import Saying
from discrepancy.extract.spots import Spots
from discrepancy.model import Attribution, Fact, Span


class Accounts:
    """The quotations of a document and what is told in it by somebody's account, by where they stand."""

    def __init__(self, quotations: Sequence[Fact], sayings: Sequence[Saying]) -> None:
        self.sayings = sayings
        self._quoted = Spots((f.mention.start, f.mention.end, f.quotation) for f in quotations)
        self._told = Spots((s.clause.start, s.clause.end, s) for s in sayings if s.clause is not None)

    def reach(self, start: int, end: int) -> bool:
        """Whether anything of ``[start, end)`` is told by somebody's account."""
        return bool(self._quoted.over(start, end) or self._told.over(start, end))

    def covers(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is told by somebody's account: whether :meth:`of` finds one."""
        if self._quoted.at(start):
            return True
        return any(s.clause is not None and end <= s.clause.end for s in self._told.at(start))

    def of(self, at: Span) -> Attribution | None:
        """By whose account what stands at ``at`` is told: the quotation around it, else the narrowest saying over it.

        None where the text itself tells it.
        """
        for quotation in self._quoted.at(at.start):
            return Attribution(speaker=quotation.speaker, quoted=True)
        covering = [s for s in self._told.at(at.start) if s.clause is not None and at.end <= s.clause.end]
        return Attribution(speaker=min(covering, key=_width).words) if covering else None


def _width(saying: Saying) -> int:
    return saying.clause.end - saying.clause.start if saying.clause else 0

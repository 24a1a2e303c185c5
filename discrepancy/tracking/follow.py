"""Which finding of one check is which of the next, one to one.

In this order, each among what is left:

1. The same id: rule, subject, explanation and values, wherever it stands. Where a report says the very same several
   times, the sentences tell which is which. If they tell of something else (:mod:`discrepancy.tracking.strange`), that
   is a change, and such pairs come last.
2. The same rule and the same values, with subjects or sentences alike: followed, however it moved and was reworded.
   Then a conflict that is explained now, with the same values: it is followed too, for nothing that was not decided
   on has come; it is a note, and should the conflict come back, that is a change.
3. The same rule or one of its family, subjects and sentences alike, and other values, or nothing left to explain it:
   what changed is said. An explained difference that is a conflict now has changed, whatever its values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from discrepancy.decided import Snapshot
from discrepancy.tracking.assign import Likely, assign
from discrepancy.tracking.candidates import candidates
from discrepancy.tracking.changes import change_of, is_explained
from discrepancy.tracking.evidence import Evidence
from discrepancy.tracking.followed import Followed, Match
from discrepancy.tracking.sides import Side, base_of, sides_of
from discrepancy.tracking.values import distinct, pair_values

__all__ = ["follow"]

_SAME: Final = 0.32
"""Evidence that two findings with the same values are of one fact. Set on the building half of the edits."""
_SAME_AND_DISTINCT: Final = 0.15
"""The same where the values alone all but tell it: "4,312 / 4,321" is hardly of two facts."""
_CHANGED: Final = 0.4
"""Evidence that two findings that share a value are of one fact."""
_REPLACED: Final = 0.75
"""Evidence where they share none. To take this wrongly costs little: it is reopened, and would have been new."""
_MOST_PAIRS: Final = 4096
"""Pairs of findings of one id that are held against each other; a report that repeats one more often is no story."""


def follow(earlier: Sequence[Snapshot], now: Sequence[Snapshot]) -> Followed:
    """Hold the findings of two checks against each other; the order of neither matters."""
    search = _Search(sides_of(earlier), sides_of(now))
    same_ids = search.same_ids()
    search.take(pair for pair in same_ids if not pair.strange)
    likely = search.likely()
    for fits in (_is_same, _is_explained_now, _is_changed, _is_changed_and_explained):
        search.take(assign([pair for pair in search.left(likely) if fits(pair)]))
    search.take(search.left(same_ids))
    return search.followed()


class _Search:
    """What has been matched so far, and what is left."""

    def __init__(self, earlier: list[Side], now: list[Side]) -> None:
        self._earlier = {side.place: side for side in earlier}
        self._now = {side.place: side for side in now}
        self._evidence = Evidence([*earlier, *now])
        self._matches: list[Match] = []

    def take(self, found: Iterable[Likely]) -> None:
        """Pairs that are one fact: neither is looked at again."""
        for pair in found:
            del self._earlier[pair.earlier.place], self._now[pair.now.place]
            self._matches.append(Match(earlier=pair.earlier.snapshot, now=pair.now.snapshot, changed=change_of(pair)))

    def left(self, likely: Iterable[Likely]) -> list[Likely]:
        """Those of which both findings are still without a match."""
        return [p for p in likely if p.earlier.place in self._earlier and p.now.place in self._now]

    def same_ids(self) -> list[Likely]:
        """Findings that say the very same."""
        ours, theirs = _by_base(self._earlier.values()), _by_base(self._now.values())
        found: list[Likely] = []
        for base in sorted(ours.keys() & theirs.keys()):
            pairs: Iterable[tuple[Side, Side]] = product(ours[base], theirs[base])
            if len(ours[base]) * len(theirs[base]) > _MOST_PAIRS:
                pairs = zip(ours[base], theirs[base], strict=False)
            found += assign([self._held(one, other) for one, other in pairs])
        return found

    def likely(self) -> list[Likely]:
        """Pairs that are worth a look among what is left."""
        pairs = candidates(list(self._earlier.values()), list(self._now.values()))
        return [self._held(one, other) for one, other in pairs]

    def _held(self, one: Side, other: Side) -> Likely:
        pairing = pair_values(one, other)
        score, strange = self._evidence.of(one, other, pairing), self._evidence.against(one, other, pairing)
        return Likely(one, other, score, pairing, strange)

    def followed(self) -> Followed:
        """What came of it."""
        return Followed(
            matches=tuple(sorted(self._matches, key=lambda match: (match.now.finding, match.earlier.finding))),
            gone=tuple(side.snapshot for side in self._earlier.values()),
            fresh=tuple(side.snapshot for side in self._now.values()),
        )


def _by_base(sides: Iterable[Side]) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        found[base_of(side.snapshot.finding)].append(side)
    return found


def _is_same(pair: Likely) -> bool:
    """Whether two findings surely are one, unchanged: conflicts of one rule, or explained differences of a family."""
    one, other = pair.earlier, pair.now
    explained = is_explained(one), is_explained(other)
    alike = all(explained) or (one.snapshot.rule == other.snapshot.rule and not any(explained))
    return alike and pair.pairing.whole and _is_sure(pair)


def _is_explained_now(pair: Likely) -> bool:
    """Whether a conflict surely is the difference, of the same values, that something explains now."""
    return _has_been_explained(pair) and pair.pairing.whole and _is_sure(pair)


def _is_sure(pair: Likely) -> bool:
    return not pair.strange and pair.score >= (_SAME_AND_DISTINCT if distinct(pair.now) else _SAME)


def _is_changed(pair: Likely) -> bool:
    """Whether two findings likely are one whose values changed, or that is judged worse or by another rule now."""
    return not _has_been_explained(pair) and _is_likely(pair)


def _is_changed_and_explained(pair: Likely) -> bool:
    """Whether a conflict likely is a difference of other values that something explains now."""
    return _has_been_explained(pair) and _is_likely(pair)


def _is_likely(pair: Likely) -> bool:
    return change_of(pair) is not None and pair.score >= (_CHANGED if pair.pairing.same else _REPLACED)


def _has_been_explained(pair: Likely) -> bool:
    return is_explained(pair.now) and not is_explained(pair.earlier)

"""What a check looked at: what it did not look at is not gone because it was not found."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.decided import Snapshot, SnapshotValue
from discrepancy.model import Message, ReportData
from discrepancy.tracking import Match, follow

__all__ = ["Looked"]


class Looked:
    """Which rules a check ran and which versions it read.

    Of a check of a whole story, a version that is not there was taken away, unless a file could not be read. Of one
    of some files only, nothing is known of the others.
    """

    def __init__(self, data: ReportData, *, whole: bool) -> None:
        """What this check looked at; ``whole``: it was given all that belongs to the story."""
        self._off = frozenset(data.off)
        self._all = whole and not data.unread
        self._here = frozenset(document.id for document in data.documents)

    def at(self, earlier: Snapshot) -> bool:
        """Whether this check would have found a finding if it were still there."""
        stood = {place.document for value in earlier.values for place in value.places}
        return earlier.rule not in self._off and all(map(self.knows, stood))

    def knows(self, document: str) -> bool:
        """Whether this check can tell what became of a version."""
        return self._all or document in self._here

    def changed(self, match: Match) -> tuple[Message | None, bool]:
        """What has changed of a finding as far as was looked; and whether it was left out that the rest is unseen.

        A value is not gone because the only versions that have it were not among those checked.
        """
        seen = match.earlier if self._all else self._seen(match.earlier)
        if seen == match.earlier:
            return match.changed, False
        again = follow((seen,), (match.now,)).matches if match.changed else ()
        changed = again[0].changed if again else match.changed
        return changed, changed is None

    def _seen(self, earlier: Snapshot) -> Snapshot:
        return replace(earlier, values=tuple(filter(None, map(self._part, earlier.values))))

    def _part(self, value: SnapshotValue) -> SnapshotValue | None:
        places = tuple(place for place in value.places if self.knows(place.document))
        return replace(value, places=places) if places else None

"""How every finding of the report on show stands, kept in step with the store: others decide there, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discrepancy.decided import Event, Review, Status
from discrepancy.model import ReportData
from discrepancy.review.reviewed import as_told, idle, of_matter
from discrepancy.store import Store, matter_of

__all__ = ["Standing", "Tally"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many findings there are of each status."""

    new: int
    reopened: int
    decided: int

    @property
    def all(self) -> int:
        """All findings of the report."""
        return self.new + self.reopened + self.decided


class Standing:
    """The reviews of one report, and the events that they come from. Not safe by itself: the desk holds its lock.

    Attributes:
        change: the number of the last event that is known.
        reviews: by the finding's id.
    """

    def __init__(self, store: Store, story: str, language: str) -> None:
        self._store, self._story, self._language = store, story, language
        self._events: dict[str, list[Event]] = {}
        self._changed: dict[str, int] = {}
        self._tally: Tally | None = None
        self.change = 0
        self.reviews: dict[str, Review] = {}

    def begin(self, data: ReportData, since: int) -> None:
        """Show another report; what was decided after event ``since``, while it was checked, holds too."""
        self._read()
        told = {review.finding: review for review in data.reviews}
        self.reviews = {each.id: told.get(each.id) or of_matter(each.id, None) for each in data.findings}
        self._changed = {finding: self.change for finding, review in self.reviews.items() if not idle(review)}
        self._tally = None
        self._bring_up(matter for matter, events in self._events.items() if events[-1].seq > since)

    def catch_up(self) -> None:
        """Take in what happened in the store since."""
        self._bring_up(self._read())

    def _read(self) -> set[str]:
        """The matters of the events that were not known yet."""
        touched = set()
        for event in self._store.events(self._story, after=self.change):
            self._events.setdefault(event.matter, []).append(event)
            self.change = max(self.change, event.seq)
            touched.add(event.matter)
        return touched

    def _bring_up(self, matters: Iterable[str]) -> None:
        for each in matters:
            matter = matter_of(self._events[each])
            if matter.finding in self.reviews:
                self.reviews[matter.finding] = of_matter(matter.finding, matter)
                self._changed[matter.finding] = self._events[each][-1].seq
                self._tally = None

    def told(self, finding: str) -> dict[str, object]:
        """How one finding stands, as JSON knows it."""
        review = self.reviews[finding]
        return as_told(review, self._events.get(review.matter.id, ()) if review.matter else (), self._language)

    def told_after(self, change: int | None) -> Mapping[str, dict[str, object]]:
        """The reviews that changed after that event; all that anybody did something about where None is given."""
        known = -1 if change is None else change
        return {finding: self.told(finding) for finding, seq in self._changed.items() if seq > known}

    @property
    def tally(self) -> Tally:
        """How far the review has come."""
        if self._tally is None:
            statuses = [review.status for review in self.reviews.values()]
            decided, reopened = statuses.count(Status.DECIDED), statuses.count(Status.REOPENED)
            self._tally = Tally(new=len(statuses) - decided - reopened, reopened=reopened, decided=decided)
        return self._tally

"""What people decided on findings, and what a later check makes of it: frozen types, as in :mod:`discrepancy.model`.

A decision is about a fact, not about a place: it belongs to a *matter*, which is one finding followed from check to
check however its sentences move. Everything that happens to a matter is an *event*, and events are never changed; how
a matter stands is what its events say, taken in order.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from discrepancy.said import Level, Message

__all__ = [
    "PROGRAM",
    "Action",
    "Event",
    "Matter",
    "Review",
    "Ruling",
    "Snapshot",
    "SnapshotPlace",
    "SnapshotValue",
    "Status",
    "time_as_text",
]

PROGRAM = "discrepancy"
"""Who does what a check does by itself: following, reopening and closing matters."""


def time_as_text(at: dt.datetime) -> str:
    """In UTC, to the millisecond, in 24 characters that sort by time: ``2024-03-14T10:00:00.000Z``."""
    return at.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Ruling(StrEnum):
    """What a reviewer decides of a finding."""

    CONFIRMED = "confirmed"
    """An error: someone has to mend it."""
    DISMISSED = "dismissed"
    """No error, for the reason given."""
    ACCEPTABLE = "acceptable"
    """A variation that may stand."""
    ASK = "ask"
    """A question to the desk: it is open until there is an answer."""
    CORRECTED = "corrected"
    """Mended, says the reviewer; the next check of the changed text shows whether it is."""

    @property
    def settles(self) -> bool:
        """Whether nothing is left to be done: a gate lets such a finding pass."""
        return self in (Ruling.DISMISSED, Ruling.ACCEPTABLE)


class Action(StrEnum):
    """What happened to a matter. The first four are done by people, the others by a check."""

    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    """The decision that ``event.undoes`` names is taken back; the one before it holds again."""
    ASSIGNED = "assigned"
    COMMENTED = "commented"
    FOLLOWED = "followed"
    """Found again with the same values, in another place or in other words, or after it had been gone."""
    REOPENED = "reopened"
    """Found again with other values, or found still there after it was marked as corrected."""
    RESOLVED = "resolved"
    """No longer found."""

    @property
    def by_people(self) -> bool:
        """Whether a person does it."""
        return self in (Action.DECIDED, Action.WITHDRAWN, Action.ASSIGNED, Action.COMMENTED)


class Status(StrEnum):
    """How a finding of this check stands to what came before."""

    NEW = "new"
    KNOWN = "known"
    """In the baseline with the same values; nobody decided on it."""
    DECIDED = "decided"
    REOPENED = "reopened"
    """Decided once; its values have changed since, or it is still there though it was marked as corrected."""
    RESOLVED = "resolved"
    """Decided once, and no longer found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPlace:
    """Where a value stood: the document's id and source, the words of the mention and the sentence around them.

    ``sentence`` is empty where the text was not at hand, as in a baseline that holds excerpts only.
    """

    document: str
    source: str
    text: str
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotValue:
    """A value of a finding as it stood; ``label`` is that of the finding's value.

    ``key`` is the value without its dress, as far as its facts tell: "250,000" and "a quarter of a million" share one.
    Where no fact stands behind it, the words of the label stand in, as they do for a snapshot without keys.
    """

    label: str
    places: tuple[SnapshotPlace, ...]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A finding as it stood, in English, with what a later check needs to know it again.

    Attributes:
        finding: its id then.
        subject: what it was about, in the words of its rule; may be empty.
        reconciliation: the kind of what explained it; empty where nothing did.
        documents: the id of each document of the story with the SHA-256 of its text, in hexadecimal digits.
    """

    finding: str
    rule: str
    level: Level
    subject: str
    summary: str
    explanation: str
    values: tuple[SnapshotValue, ...]
    reconciliation: str = ""
    documents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a matter; one row of the audit log.

    Attributes:
        seq: 1 for the first of the store, without a gap.
        id: unique in any store: 32 hexadecimal digits.
        at: when, in UTC, to the millisecond.
        who: the reviewer's name, or :data:`PROGRAM`.
        story: key of the story.
        matter: id of the matter: that of its first event.
        ruling: for a decision, what was decided.
        note: the reason, comment or question, in the reviewer's words.
        assignee: for an assignment, to whom; empty for to nobody.
        undoes: for a withdrawal, the id of the decision taken back.
        snapshot: the finding as it stood then.
        changed: for what reopens a matter, what changed: a message key with its parameters.
        previous: the hash of the row before; of the first, 64 zeros.
        hash: SHA-256 over this row and ``previous``, as ``docs/review.md`` tells.
    """

    seq: int
    id: str
    at: dt.datetime
    who: str
    story: str
    matter: str
    action: Action
    snapshot: Snapshot
    ruling: Ruling | None = None
    note: str = ""
    assignee: str = ""
    undoes: str = ""
    changed: Message | None = None
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """How a matter stands, from its events.

    Attributes:
        finding: the id of the finding that it is now, or was last.
        snapshot: that finding, as it stood when it was last seen.
        status: NEW where there are comments or an assignment and no decision holds.
        decision: the decision that holds; None where there is none, or it was taken back.
        reopened: what reopened it after that decision; None where nothing did.
        assignee: to whom it is assigned; empty for nobody.
        comments: the events that comment on it.
        last: the id of the last thing that a person did; who does the next one must have seen it.
    """

    id: str
    story: str
    finding: str
    snapshot: Snapshot
    status: Status
    decision: Event | None = None
    reopened: Event | None = None
    assignee: str = ""
    comments: tuple[Event, ...] = ()
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How one finding of a report stands to a baseline and to what was decided.

    Attributes:
        finding: its id.
        matter: what was decided, assigned or said of it; None where nothing was.
        changed: what is not as it was when it was decided; None where all is.
    """

    finding: str
    status: Status
    matter: Matter | None = None
    changed: Message | None = None

    @property
    def counts(self) -> bool:
        """Whether a gate counts it: what is new or reopened, and what was decided to be mended or asked."""
        if self.status is Status.DECIDED:
            decision = self.matter.decision if self.matter else None
            return decision is None or decision.ruling is None or not decision.ruling.settles
        return self.status in (Status.NEW, Status.REOPENED)

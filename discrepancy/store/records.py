"""What the store is given and what it tells, beside events and matters: frozen types."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.decided import Action, Event, Snapshot
from discrepancy.said import Message

__all__ = ["Disagreement", "Health", "Incoming", "Merged", "Step", "Verified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a check makes of one matter: FOLLOWED, REOPENED or RESOLVED.

    Attributes:
        matter: its id.
        snapshot: the finding as it stands now; of what is gone, as it stood last.
        changed: for what is reopened, what is not as it was.
    """

    matter: str
    action: Action
    snapshot: Snapshot
    changed: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A log that verifies: how many events it has, and the hash of the last one (64 zeros where there is none)."""

    events: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a store is.

    Attributes:
        version: of its tables.
        size: bytes on the disk, with what is not yet folded into the file.
        head: hash of the last event; 64 zeros where there is none.
        integrity: empty where the file is whole and the log verifies; else a sentence that says what is wrong.
    """

    version: int
    size: int
    events: int
    matters: int
    stories: int
    head: str
    integrity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A matter on which two desks decided otherwise, neither knowing of the other: who was later holds.

    Attributes:
        here: the decision that held in this store.
        there: the one that came in.
        holds: that of the two which holds now.
    """

    here: Event
    there: Event
    holds: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An event that is to be merged into a store, with the line of the file that it comes from."""

    line: int
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What an import did: events added, events that were here already, matters that were decided otherwise here."""

    added: int
    known: int
    disagreements: tuple[Disagreement, ...] = ()

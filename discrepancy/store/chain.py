"""The chain of hashes that makes a changed, missing or inserted row show.

The hash of an event is SHA-256 over the event as one line of canonical JSON (:mod:`discrepancy.store.canonical`), as
the JSON Lines export writes it, without its key ``hash``. ``previous``, the hash of the event before, is part of it;
the first event has 64 zeros there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from discrepancy.decided import Event
from discrepancy.store.as_json import event_as_json
from discrepancy.store.canonical import NOTHING, canonical, sha256
from discrepancy.store.records import Verified

__all__ = ["hash_of", "linked", "walk"]


def hash_of(event: Event) -> str:
    """The hash that goes with an event, whatever ``event.hash`` says."""
    row = event_as_json(event)
    del row["hash"]
    return sha256(canonical(row))


def linked(event: Event, head: Verified) -> Event:
    """The event as the row behind ``head``, the last one of a log."""
    placed = replace(event, seq=head.events + 1, previous=head.head)
    return replace(placed, hash=hash_of(placed))


def walk(events: Iterable[Event]) -> Verified:
    """Go through a whole log.

    Raises:
        ValueError: a row does not go with the row before or with its own hash; the message names it.
    """
    head = Verified(events=0, head=NOTHING)
    for event in events:
        row = f"row {event.seq} (event {event.id}, {event.at:%Y-%m-%d %H:%M} UTC)"
        if event.seq != head.events + 1:
            raise ValueError(f"{row} does not follow on row {head.events}: rows are missing, or are out of their order")
        if event.previous != head.head:
            raise ValueError(f"{row} does not carry the hash of the row before it: one of the two was changed")
        if event.hash != hash_of(event):
            raise ValueError(f"{row} does not go with its own hash: it was changed after it was written")
        head = Verified(events=event.seq, head=event.hash)
    return head

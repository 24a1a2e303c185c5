"""Events of another store, or of an export, added to a store: all of them or none, and each once."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from discrepancy.decided import PROGRAM, Action, Event
from discrepancy.errors import Malformed
from discrepancy.store.asked import clean
from discrepancy.store.matters import matter_of
from discrepancy.store.records import Disagreement, Incoming, Merged
from discrepancy.store.rows import append, events_where, ever_at, matter_at, standing_at

__all__ = ["merge", "refused"]

TOLD = 5
"""How many wrong lines are told one by one."""


def refused(wrong: Sequence[tuple[int, str]]) -> Malformed:
    """The error for lines, each with its number, that can not be imported."""
    told = "; ".join(f"line {line}: {why}" for line, why in wrong[:TOLD])
    more = f"; and {len(wrong) - TOLD} lines more" if len(wrong) > TOLD else ""
    return Malformed(f"It can not be imported: {told}{more}.", remedy="Nothing was imported. Mend the file.")


@dataclass(slots=True)
class _Merging:
    """A merge as it goes on: what was here, what came, and which matter here each matter of the file became."""

    connection: sqlite3.Connection
    added: list[Event] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    became: dict[str, str] = field(default_factory=dict)
    before: dict[str, Event] = field(default_factory=dict)
    """The decisions that held in the matters of this store that the file has something of, by the matter."""


def merge(connection: sqlite3.Connection, incoming: Sequence[Incoming]) -> Merged:
    """Add what is not here yet, inside a transaction that writes.

    Raises:
        Malformed: a line does not go with the others or with what is here; the transaction has to be taken back.
    """
    ordered = sorted(incoming, key=lambda each: each.event.seq)
    merging = _Merging(connection)
    _find_matters(merging, [each.event for each in ordered])
    wrong = []
    for each in ordered:
        try:
            _take(merging, each.event)
        except ValueError as why:
            wrong.append((each.line, str(why)))
    if wrong:
        raise refused(sorted(wrong))
    return Merged(
        added=len(merging.added), known=len(incoming) - len(merging.added), disagreements=_disagreements(merging)
    )


def _find_matters(merging: _Merging, events: Sequence[Event]) -> None:
    """Which matter here each matter of the file is: one with an event in common, or on the same finding."""
    matters: dict[str, list[Event]] = {}
    for event in events:
        matters.setdefault(event.matter, []).append(event)
    for matter, theirs in matters.items():
        ours = _ours(merging.connection, matter, theirs)
        merging.became[matter] = ours[0].matter if ours else matter
        decision = matter_of(ours).decision if ours else None
        if decision:
            merging.before[ours[0].matter] = decision


def _ours(connection: sqlite3.Connection, matter: str, theirs: Sequence[Event]) -> list[Event]:
    for event in theirs:
        if here := _here(connection, event.id):
            return matter_at(connection, here.matter)
    if begun := matter_at(connection, matter):
        return begun
    findings = list(dict.fromkeys(event.snapshot.finding for event in reversed(theirs)))
    now = (standing_at(connection, theirs[0].story, each) for each in findings)
    ever = (events for each in findings for events in ever_at(connection, theirs[0].story, each))
    return next((events for events in itertools.chain(now, ever) if events), [])


def _here(connection: sqlite3.Connection, id_: str) -> Event | None:
    found = events_where(connection, "id = ?", [id_])
    return found[0] if found else None


def _take(merging: _Merging, event: Event) -> None:
    here = _here(merging.connection, event.id)
    if here is not None:
        if _said(here) != _said(event):
            raise ValueError(f"event {event.id} is here already and says something else; events are never changed")
        merging.known.add(event.id)
        return
    matter = merging.became[event.matter]
    _ensure_sound(merging.connection, event, matter)
    merging.added.append(append(merging.connection, replace(event, matter=matter)))


def _said(event: Event) -> tuple[object, ...]:
    """What must not differ between two copies of an event: its place, hash and matter may."""
    return (
        event.at, event.who, event.story, event.action, event.ruling, event.note, event.assignee, event.undoes,
        event.snapshot.finding,
    )  # fmt: skip


def _ensure_sound(connection: sqlite3.Connection, event: Event, matter: str) -> None:
    if any(clean(text) != text for text in (event.who, event.story, event.note, event.assignee)):
        raise ValueError("it holds half of a character")
    if (event.who == PROGRAM) is event.action.by_people or not event.who.strip():
        raise ValueError(f"{event.who!r} can not have {event.action.value} it")
    if (event.ruling is not None) is not (event.action is Action.DECIDED):
        raise ValueError("a ruling goes with a decision, and a decision with a ruling")
    if bool(event.undoes) is not (event.action is Action.WITHDRAWN):
        raise ValueError("what is undone goes with a withdrawal, and a withdrawal with what it undoes")
    first = _here(connection, matter)
    if first is None and event.id != matter:
        raise ValueError(f"its matter {matter} begins with an event that is neither in the file nor here")
    if first is not None and first.story != event.story:
        raise ValueError(f"its matter {matter} is of another story")
    if event.undoes:
        undone = _here(connection, event.undoes)
        if undone is None or undone.action is not Action.DECIDED or undone.matter != matter:
            raise ValueError(f"it undoes {event.undoes}, which is no decision of its matter")


def _disagreements(merging: _Merging) -> tuple[Disagreement, ...]:
    """Matters decided here and there in two ways, where the later of the two did not know of the earlier."""
    undone = {event.undoes for event in merging.added}
    came = {event.matter: event for event in merging.added if event.action is Action.DECIDED and event.id not in undone}
    found = []
    for matter, here in merging.before.items():
        there = came.get(matter)
        holds = matter_of(matter_at(merging.connection, matter)).decision
        if there and holds and here.id not in merging.known and here.ruling is not there.ruling:
            found.append(Disagreement(here=here, there=there, holds=holds))
    return tuple(found)

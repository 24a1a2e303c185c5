"""The store: what can be asked of it and what can be written to it."""

from __future__ import annotations

import datetime as dt
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from discrepancy.decided import PROGRAM, Action, Event, Matter, Ruling, Snapshot, Status
from discrepancy.errors import StoreBroken, Unknown, UsageError
from discrepancy.said import Message
from discrepancy.store.asked import clean, ensure_reasoned, name_of, note_of
from discrepancy.store.checking import verify
from discrepancy.store.conflicts import conflict
from discrepancy.store.matters import matter_of
from discrepancy.store.merging import merge
from discrepancy.store.migrating import version_of
from discrepancy.store.records import Health, Incoming, Merged, Step, Verified
from discrepancy.store.rows import append, events_where, head_of, matter_at, matters_where, standing_at
from discrepancy.store.session import Session

__all__ = ["Store"]

LAST = 2**63 - 1
"""No number of an event is larger: it is SQLite's largest."""
TICK = dt.timedelta(milliseconds=1)
PAGE = 1000
"""Events that are read at a time, so that whoever goes through them slowly holds up nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """What is to be written to a matter."""

    who: str
    action: Action
    ruling: Ruling | None = None
    note: str = ""
    assignee: str = ""
    undoes: str = ""
    changed: Message | None = None


class Store:
    """An open store of decisions; made by :func:`discrepancy.store.open_store`.

    Threads may share one, and processes may each have one of the same file. What a method returns was written to the
    disk before. Every method raises :class:`StoreError`, or one of those below it, where the file can not be used.

    ``seen`` is :attr:`Matter.last` as the reviewer saw it, "" for a finding that nobody had acted on. Where that is not
    how the matter stands, nothing is written and :class:`DecidedMeanwhile` is raised, a :class:`Conflict` that carries
    the matter.
    """

    def __init__(self, session: Session, real: Path) -> None:
        self._session = session
        self._real = real

    @property
    def path(self) -> Path:
        """The file, as it was named when the store was opened."""
        return self._session.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing is lost by not calling it."""
        self._session.close()

    def stories(self) -> tuple[str, ...]:
        """The keys of the stories that something was decided, assigned or said of, in alphabetical order."""
        with self._session.reading() as connection:
            return tuple(story for (story,) in connection.execute("SELECT DISTINCT story FROM events ORDER BY story"))

    def matters(self, story: str) -> tuple[Matter, ...]:
        """How each matter of a story stands, the oldest matter first."""
        with self._session.reading() as connection:
            return tuple(matters_where(events_where(connection, "story = ? ORDER BY seq", [clean(story)])))

    def matter(self, matter: str) -> Matter:
        """How one matter stands.

        Raises:
            Unknown: there is none of that id.
        """
        with self._session.reading() as connection:
            return matter_of(_known(connection, clean(matter)))

    def events(self, story: str | None = None, *, matter: str | None = None, after: int = 0) -> Iterator[Event]:
        """The log in its order: of all stories, of one, or of one matter; only what comes behind number ``after``."""
        wanted = {"story": story, "matter": matter}
        given = {name: clean(value) for name, value in wanted.items() if value is not None}
        condition = " AND ".join(["seq > ?", *(f"{name} = ?" for name in given)])
        after = min(max(after, 0), LAST)
        while True:
            with self._session.reading() as connection:
                page = events_where(connection, f"{condition} ORDER BY seq LIMIT {PAGE}", [after, *given.values()])
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1].seq

    def decide(
        self, story: str, snapshot: Snapshot, ruling: Ruling, *, who: str, note: str = "", seen: str = ""
    ) -> Matter:
        """Decide on a finding.

        Raises:
            UsageError: nobody is named, or a reason is missing where one is needed.
            Conflict: the matter is not as it was seen.
        """
        act = _Act(who=name_of(who), action=Action.DECIDED, ruling=ruling, note=note_of(note))
        ensure_reasoned(ruling, act.note)
        return self._act(story, snapshot, act, seen)

    def withdraw(self, story: str, snapshot: Snapshot, *, who: str, seen: str = "") -> Matter:
        """Take back the decision that holds; the one before it holds again.

        Raises:
            UsageError: nobody is named.
            Unknown: no decision holds.
            Conflict: the matter is not as it was seen.
        """
        return self._act(story, snapshot, _Act(who=name_of(who), action=Action.WITHDRAWN), seen)

    def assign(self, story: str, snapshot: Snapshot, *, who: str, assignee: str, seen: str | None = None) -> Matter:
        """Give a finding to someone, or to nobody ("").

        Raises:
            UsageError: nobody is named.
            Conflict: the matter is not as it was seen; with ``seen`` None that is not looked at.
        """
        to = name_of(assignee) if assignee.strip() else ""
        return self._act(story, snapshot, _Act(who=name_of(who), action=Action.ASSIGNED, assignee=to), seen)

    def comment(self, story: str, snapshot: Snapshot, *, who: str, note: str) -> Matter:
        """Say something of a finding; never a conflict.

        Raises:
            UsageError: nobody is named, or nothing is said.
        """
        act = _Act(who=name_of(who, what="who comments"), action=Action.COMMENTED, note=note_of(note))
        if not act.note:
            raise UsageError("The comment is empty.", remedy="Write something.")
        return self._act(story, snapshot, act, None)

    def record(self, story: str, steps: Sequence[Step]) -> None:
        """Write down what a check makes of the matters of a story, all of it or nothing.

        What is so already, as when two checks of the same documents end at once, is left out.

        Raises:
            Unknown: a matter is not one of the story.
            UsageError: a step is what only people do.
        """
        if any(step.action.by_people for step in steps):
            raise UsageError("A check follows, reopens and resolves; it decides nothing.")
        if not steps:
            return
        with self._session.writing() as connection:
            for step in steps:
                events = _known(connection, step.matter)
                if events[0].story != clean(story):
                    raise Unknown(f"Matter {step.matter} is of another story than {story!r}.")
                if not _is_so(matter_of(events), step):
                    act = _Act(who=PROGRAM, action=step.action, changed=step.changed)
                    _write(connection, events, step.snapshot, act, clean(story))

    def merge(self, incoming: Sequence[Incoming]) -> Merged:
        """Add events of another store, or of this one's export; those that are here already are passed over.

        Each keeps its id, its time and who did it, and is given a new place and hash in this log. Where it is about a
        finding that a matter here is about, it becomes part of that matter; what happened later holds.

        Raises:
            Malformed: an event does not go with the others or with this store; nothing was written.
        """
        with self._session.writing() as connection:
            return merge(connection, incoming)

    def verify(self) -> Verified:
        """Go through the whole file and its log.

        Raises:
            StoreBroken: something is not as this program wrote it; the message names the row.
        """
        with self._session.seeing_one_state() as connection:
            return verify(connection, self.path)

    def health(self) -> Health:
        """How the store is; what is wrong with it is told, not raised."""
        integrity = ""
        try:
            self.verify()
        except StoreBroken as why:
            integrity = why.what
        beside = (self._real.with_name(self._real.name + end) for end in ("", "-wal"))
        with self._session.reading() as connection:
            head = head_of(connection)
            counted = connection.execute("SELECT count(DISTINCT matter), count(DISTINCT story) FROM events").fetchone()
            return Health(
                version=version_of(connection),
                size=sum(each.stat().st_size for each in beside if each.exists()),
                events=head.events,
                matters=counted[0],
                stories=counted[1],
                head=head.head,
                integrity=integrity,
            )

    def _act(self, story: str, snapshot: Snapshot, act: _Act, seen: str | None) -> Matter:
        """Find the matter, hold it against what was seen, and write: with nobody in between."""
        with self._session.writing() as connection:
            events = standing_at(connection, clean(story), snapshot.finding)
            if seen is not None:
                _ensure_seen(connection, events, seen)
            if act.action is Action.WITHDRAWN:
                act = _Act(who=act.who, action=act.action, undoes=_holding(events).id)
            return matter_of([*events, _write(connection, events, snapshot, act, clean(story))])


def _known(connection: sqlite3.Connection, matter: str) -> list[Event]:
    events = matter_at(connection, matter)
    if not events:
        raise Unknown(f"There is no matter {matter!r} in the store.")
    return events


def _ensure_seen(connection: sqlite3.Connection, events: list[Event], seen: str) -> None:
    """Find out whether what the reviewer saw is how things stand.

    A finding that no matter is about now, of which something was seen: its matter has gone on to other values.
    """
    if not events and seen:
        gone = events_where(connection, "id = ?", [clean(seen)])
        if not gone:
            raise Unknown(f"There is no event {seen!r} in the store.")
        events = matter_at(connection, gone[0].matter)
    elif not events or matter_of(events).last == seen:
        return
    matter = matter_of(events)
    raise conflict(matter, next((event for event in events if event.id == matter.last), None))


def _holding(events: list[Event]) -> Event:
    decision = matter_of(events).decision if events else None
    if decision is None:
        raise Unknown("There is no decision on this finding that could be taken back.")
    return decision


def _is_so(matter: Matter, step: Step) -> bool:
    """Whether a step says what is known: two checks may see the same."""
    if step.action is Action.RESOLVED:
        return matter.status is Status.RESOLVED
    return (
        matter.status is not Status.RESOLVED
        and matter.snapshot == step.snapshot
        and (step.action is Action.FOLLOWED or matter.reopened is not None or matter.decision is None)
    )


def _write(connection: sqlite3.Connection, events: list[Event], snapshot: Snapshot, act: _Act, story: str) -> Event:
    """One event more of a matter; it comes after those that it follows, whatever the clock says."""
    now = dt.datetime.now(dt.UTC)
    id_ = uuid.uuid4().hex
    at = max([now.replace(microsecond=now.microsecond // 1000 * 1000), *(event.at + TICK for event in events)])
    draft = Event(
        seq=0,
        id=id_,
        at=at,
        who=act.who,
        story=story,
        matter=events[0].matter if events else id_,
        action=act.action,
        snapshot=snapshot,
        ruling=act.ruling,
        note=act.note,
        assignee=act.assignee,
        undoes=act.undoes,
        changed=act.changed,
    )
    return append(connection, draft)

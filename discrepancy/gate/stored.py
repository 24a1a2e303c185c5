"""Findings held against a store of decisions, which is told what became of its matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.decided import Action, Matter, Review, Ruling, Snapshot, Status
from discrepancy.gate.looked import Looked
from discrepancy.model import Message, ReportData
from discrepancy.store import Step, Store
from discrepancy.tracking import Match, follow, snapshots

__all__ = ["against_store"]

STILL_THERE = Message("gate.still_there")


@dataclass(frozen=True, slots=True)
class _Found:
    """A matter that this check finds: as it stands now, and what is to be written of that, if anything."""

    matter: Matter
    changed: Message | None = None
    step: Step | None = None


def against_store(data: ReportData, store: Store, story: str, *, record: bool = True, whole: bool = True) -> ReportData:
    """The report with a review of each finding, and with the matters of the story that are no longer found.

    Args:
        data: what a check found.
        store: the decisions.
        story: key of the story.
        record: write what became of the matters: those that moved, were reopened or are resolved. Nothing is written
            of a matter that stands as it stood.
        whole: the check was given all that belongs to the story, so that a version that is not there was taken away.

    Raises:
        StoreError: the store can not be read or written.
    """
    matters = {matter.snapshot: matter for matter in store.matters(story)}
    followed = follow(tuple(matters), snapshots(data))
    looked = Looked(data, whole=whole)
    found = {match.now.finding: _found(matters[match.earlier], match, looked) for match in followed.matches}
    gone = [matters[snapshot] for snapshot in followed.gone]
    steps = [each.step for each in found.values() if each.step]
    closing = [matter for matter in gone if matter.status is not Status.RESOLVED and looked.at(matter.snapshot)]
    steps += [Step(matter=each.id, action=Action.RESOLVED, snapshot=each.snapshot) for each in closing]
    written: dict[str, Matter] = {}
    if record and steps:
        store.record(story, steps)
        written = {matter.id: matter for matter in store.matters(story)}
    closed = {matter.id for matter in closing}
    return replace(
        data,
        reviews=tuple(_review(each.id, found.get(each.id), written) for each in data.findings),
        resolved=_resolved(gone, closed, written),
    )


def _resolved(gone: Sequence[Matter], closed: set[str], written: dict[str, Matter]) -> tuple[Matter, ...]:
    """The matters that are resolved, those of earlier checks too."""
    return tuple(
        written.get(matter.id, replace(matter, status=Status.RESOLVED))
        for matter in gone
        if matter.id in closed or matter.status is Status.RESOLVED
    )


def _review(finding: str, found: _Found | None, written: dict[str, Matter]) -> Review:
    if found is None:
        return Review(finding=finding, status=Status.NEW)
    matter = replace(written.get(found.matter.id, found.matter), status=found.matter.status)
    return Review(finding=finding, status=matter.status, matter=matter, changed=found.changed)


def _found(matter: Matter, match: Match, looked: Looked) -> _Found:
    """What a matter is now that it was found again, with the same values or with others.

    Where it stands as it stood as far as was looked, it is kept as it stood: the rest of it is not seen now.
    """
    now, (changed, in_part) = match.now, looked.changed(match)
    holds = matter.decision is not None and matter.reopened is None
    if holds and changed is None and _still_there(matter, now, looked):
        changed = STILL_THERE
    action = Action.REOPENED if changed is not None and matter.decision is not None else Action.FOLLOWED
    status = Status.REOPENED if action is Action.REOPENED else _standing(matter)
    moved = matter.status is Status.RESOLVED or (not in_part and _told(matter.snapshot) != _told(now))
    step = Step(matter=matter.id, action=action, snapshot=now, changed=changed)
    if status is Status.REOPENED and changed is None and matter.reopened is not None:
        changed = matter.reopened.changed
    return _Found(
        matter=replace(matter, finding=now.finding, snapshot=now, status=status),
        changed=changed if status is Status.REOPENED else None,
        step=step if moved or action is Action.REOPENED else None,
    )


def _standing(matter: Matter) -> Status:
    """How a matter stands whose values are as they were, though it may have been gone in between."""
    if matter.decision is None:
        return Status.NEW
    return Status.DECIDED if matter.reopened is None else Status.REOPENED


def _still_there(matter: Matter, now: Snapshot, looked: Looked) -> bool:
    """Whether it was marked as corrected, and is found though a document that it stood in has changed since."""
    decision = matter.decision
    if decision is None or decision.ruling is not Ruling.CORRECTED:
        return False
    then, here = dict(decision.snapshot.documents), dict(now.documents)
    stood = {place.document for value in decision.snapshot.values for place in value.places}
    return any(then.get(document) != here.get(document) for document in stood if looked.knows(document))


def _told(snapshot: Snapshot) -> Snapshot:
    """What a finding says and where: that another part of a text has changed is not worth a line of the log.

    A value's key is made of its label and the facts, and may be made otherwise by another version of this program.
    """
    return replace(snapshot, documents=(), values=tuple(replace(value, key="") for value in snapshot.values))

"""Decisions in one line each: a finding as it stood, what was done about it, and how it stands."""

from __future__ import annotations

import dataclasses
import datetime as dt

from discrepancy.decided import (
    Action,
    Event,
    Matter,
    Review,
    Ruling,
    Snapshot,
    SnapshotPlace,
    SnapshotValue,
    Status,
)
from discrepancy.model import Finding, Message, ValueGroup
from tests.formats.builders import say

__all__ = ["as_stood", "decided", "event", "matter", "reopened"]

MONDAY = dt.datetime(2031, 3, 3, 9, 15, tzinfo=dt.UTC)


def as_stood(finding: Finding) -> Snapshot:
    """A finding of a sample as a snapshot; its summary is a message that says its text."""
    return Snapshot(
        finding=finding.id,
        rule=finding.rule,
        level=finding.level,
        subject=finding.subject or "boats",
        summary=str(finding.summary.params["text"]),
        explanation="Why",
        values=tuple(_value(value) for value in finding.values),
        reconciliation=finding.reconciliation.kind if finding.reconciliation else "none told",
        documents=(("home", "ab" * 32),),
    )


def _value(value: ValueGroup) -> SnapshotValue:
    said = "There are 7."
    places = (SnapshotPlace(document=m.document, source="Tide", text=m.text, sentence=said) for m in value.mentions)
    return SnapshotValue(label=value.label, key=f"figure {value.label}", places=tuple(places))


def event(finding: Finding, action: Action = Action.DECIDED, **more: object) -> Event:
    """An event of the matter of a finding."""
    of = Event(
        seq=1,
        id="0" * 31 + "1",
        at=MONDAY,
        who="Ana Ruiz",
        story="tide",
        matter="0" * 31 + "2",
        action=action,
        snapshot=as_stood(finding),
        note="The figure is the harbour's own.",
        assignee="Bo Lind",
        undoes="0" * 31 + "3",
        changed=Message("page.text", {"text": "8 was 9"}),
        previous="0" * 64,
        hash="f" * 64,
        ruling=Ruling.DISMISSED,
    )
    return dataclasses.replace(of, **more)  # type: ignore[arg-type]  # fields of an event, as a test names them


def matter(finding: Finding, status: Status = Status.DECIDED) -> Matter:
    """A matter that was decided, assigned and commented on, and reopened."""
    return Matter(
        id="0" * 31 + "2",
        story="tide",
        finding=finding.id,
        snapshot=as_stood(finding),
        status=status,
        decision=event(finding),
        reopened=event(finding, Action.REOPENED) if status is Status.REOPENED else None,
        assignee="Bo Lind",
        comments=(event(finding, Action.COMMENTED),),
        last="0" * 31 + "1",
    )


def decided(finding: Finding) -> Review:
    """A finding that was dismissed with a reason."""
    return Review(finding=finding.id, status=Status.DECIDED, matter=matter(finding))


def reopened(finding: Finding) -> Review:
    """A finding that was decided, and whose values have changed since."""
    return Review(
        finding=finding.id, status=Status.REOPENED, matter=matter(finding, Status.REOPENED), changed=say("8 was 9")
    )

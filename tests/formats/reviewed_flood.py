"""Reviews for tests of the formats: the flood's findings, each standing in another way."""

from __future__ import annotations

import dataclasses
import datetime as dt

from discrepancy.decided import Action, Event, Matter, Review, Ruling, Snapshot, SnapshotPlace, SnapshotValue, Status
from discrepancy.model import Finding, Level, ReportData
from tests.formats.builders import say
from tests.formats.stories import FLOOD

AT = dt.datetime(2031, 3, 4, 10, 15, tzinfo=dt.UTC)


def snapshot(finding: str = "NUM001-gone", *, rule: str = "NUM001", document: str = "wire") -> Snapshot:
    """A finding as it stood."""
    place = SnapshotPlace(document=document, source="Estuary Wire", text="9 boats")
    return Snapshot(
        finding=finding,
        rule=rule,
        level=Level.ERROR,
        subject="boats",
        summary="boats: 9 / 8",
        explanation="They can't all be right.",
        values=(SnapshotValue(label="9", places=(place,)),),
    )


def decision(ruling: Ruling, note: str, *, who: str = "Ines Okafor", finding: str = "NUM001-gone") -> Event:
    """A decision on a finding."""
    return Event(
        seq=1,
        id="e" * 32,
        at=AT,
        who=who,
        story="flood",
        matter="m" * 32,
        action=Action.DECIDED,
        snapshot=snapshot(finding),
        ruling=ruling,
        note=note,
    )


def matter(ruling: Ruling, note: str, status: Status, *, finding: str = "NUM001-gone", assignee: str = "") -> Matter:
    """A matter on which that was decided."""
    return Matter(
        id="m" * 32,
        story="flood",
        finding=finding,
        snapshot=snapshot(finding),
        status=status,
        decision=decision(ruling, note, finding=finding),
        assignee=assignee,
    )


def decided(finding: Finding, ruling: Ruling, note: str) -> Review:
    """A finding on which that was decided, and assigned to Bo Larsen."""
    held = matter(ruling, note, Status.DECIDED, finding=finding.id, assignee="Bo Larsen")
    return Review(finding=finding.id, status=Status.DECIDED, matter=held)


def _reopened(finding: Finding) -> Review:
    held = matter(Ruling.DISMISSED, "the old figure", Status.REOPENED, finding=finding.id)
    return Review(finding=finding.id, status=Status.REOPENED, matter=held, changed=say("12 became 14"))


def reviewed(note: str = "both are round figures", data: ReportData = FLOOD) -> ReportData:
    """The flood, its findings: new, dismissed, reopened, known, confirmed, new; and one that is resolved."""
    first, second, third, fourth, fifth, *rest = data.findings
    return dataclasses.replace(
        data,
        reviews=(
            Review(finding=first.id, status=Status.NEW),
            decided(second, Ruling.DISMISSED, note),
            _reopened(third),
            Review(finding=fourth.id, status=Status.KNOWN),
            decided(fifth, Ruling.CONFIRMED, "the mayor's office says 4,200"),
            *(Review(finding=each.id, status=Status.NEW) for each in rest),
        ),
        resolved=(matter(Ruling.CONFIRMED, "mended", Status.RESOLVED),),
    )

"""Decisions on spellings, made in one line."""

from __future__ import annotations

import datetime as dt

from discrepancy.decided import Action, Event, Ruling, Snapshot, SnapshotPlace, SnapshotValue
from discrepancy.said import Level


def accepted(*forms: str, note: str = "", who: str = "Ann Ekdahl", rule: str = "NAM001", subject: str = "") -> Event:
    """A decision that the forms may stand; "Form*3" stands in three places."""
    values = []
    for form in forms:
        label, _, often = form.partition("*")
        places = tuple(
            SnapshotPlace(document=f"d{n}", source=f"Source {n}", text=label) for n in range(int(often or 1))
        )
        values.append(SnapshotValue(label=label, places=places))
    snapshot = Snapshot(
        finding=f"{rule}-0123456789ab",
        rule=rule,
        level=Level.WARNING,
        subject=subject or " ".join(form.partition("*")[0] for form in forms),
        summary="",
        explanation="",
        values=tuple(values),
    )
    return Event(
        seq=1,
        id="0" * 32,
        at=dt.datetime(2026, 3, 4, 23, 30, tzinfo=dt.UTC),
        who=who,
        story="ferry",
        matter="0" * 32,
        action=Action.DECIDED,
        snapshot=snapshot,
        ruling=Ruling.ACCEPTABLE,
        note=note,
    )

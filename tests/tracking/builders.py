"""Snapshots in one line: a finding as it stood, with an id made as rules make it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.decided import Snapshot, SnapshotPlace, SnapshotValue
from discrepancy.model import Level, Message, Reconciliation, ValueGroup
from discrepancy.rules.rule import finding
from discrepancy.tracking.keys import value_key

NOTHING = (Message("NUM001.summary"), Message("NUM001.explanation"))


def told(label: str, *sentences: str, document: str = "a", key: str | None = None) -> SnapshotValue:
    """A value that each of ``sentences`` gives, all in one document."""
    places = tuple(SnapshotPlace(document=document, source=document, text=label, sentence=each) for each in sentences)
    return SnapshotValue(label=label, places=places, key=value_key("", label, (), ()) if key is None else key)


def snap(
    subject: str,
    *values: SnapshotValue,
    rule: str = "NUM001",
    kind: str = "",
    level: Level = Level.ERROR,
    again: int = 1,
) -> Snapshot:
    """A finding of ``values``; ``again``: the how manieth in its report that says the very same."""
    made = finding(
        rule,
        level,
        NOTHING,
        [ValueGroup(value.label, ()) for value in values],
        subject=subject,
        reconciliation=Reconciliation(kind, NOTHING[0]) if kind else None,
    )
    return Snapshot(
        finding=made.id if again == 1 else f"{made.id}-{again}",
        rule=rule,
        level=level,
        subject=subject,
        summary=f"{subject}: {_forms(values)}",
        explanation="",
        values=values,
        reconciliation=kind,
    )


def _forms(values: Sequence[SnapshotValue]) -> str:
    return " / ".join(value.label for value in values)

"""Changes, alerts and messages as JSON, and back without a loss.

What a later version of this program adds to them is what it is by default where it is not there; each reader raises
``ValueError``, ``KeyError`` or ``TypeError`` where the JSON is not of its shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from discrepancy.decided import Snapshot
from discrepancy.documents import Span
from discrepancy.followed import Alert, AlertKind, AlertValue, Change, ChangeKind, Telling
from discrepancy.model import FactKind
from discrepancy.said import Level
from discrepancy.store.as_json import message_as_json, message_from_json, snapshot_as_json, snapshot_from_json
from discrepancy.store.canonical import Json
from discrepancy.store.versions.cells import maybe_time, time_cell, time_from_cell

__all__ = [
    "alert_as_json",
    "alert_from_json",
    "change_as_json",
    "change_from_json",
    "finding_as_json",
    "finding_from_json",
    "telling_as_json",
    "telling_from_json",
]

Read = Mapping[str, Any]


def change_as_json(change: Change) -> dict[str, Json]:
    """A change with all of its fields."""
    return {
        "kind": change.kind.value,
        "fact": change.fact.value,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
        "before_at": _span(change.before_at),
        "after_at": _span(change.after_at),
        "before_sentence": change.before_sentence,
        "after_sentence": change.after_sentence,
        "label": change.label,
        "corrected": change.corrected,
        "grown": change.grown,
    }


def change_from_json(raw: Read) -> Change:
    """The change that :func:`change_as_json` wrote."""
    given = dict(raw)
    kind, fact = ChangeKind(given.pop("kind")), FactKind(given.pop("fact"))
    before_at, after_at = (_span_from(given.pop(name)) for name in ("before_at", "after_at"))
    return Change(kind=kind, fact=fact, before_at=before_at, after_at=after_at, **given)


def _span(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]


def _span_from(raw: list[int] | None) -> Span | None:
    return None if raw is None else Span(*raw)


def finding_as_json(snapshot: Snapshot) -> dict[str, Json]:
    """A snapshot with the keys of its values, which the log of decisions does without."""
    return {"snapshot": snapshot_as_json(snapshot), "keys": [value.key for value in snapshot.values]}


def finding_from_json(raw: Read) -> Snapshot:
    """The snapshot that :func:`finding_as_json` wrote."""
    snapshot = snapshot_from_json(raw["snapshot"])
    values = zip(snapshot.values, raw["keys"], strict=True)
    return replace(snapshot, values=tuple(replace(value, key=key) for value, key in values))


def alert_as_json(alert: Alert) -> dict[str, Json]:
    """An alert with all of its fields."""
    return {
        "key": alert.key,
        "kind": alert.kind.value,
        "level": alert.level.value,
        "rule": alert.rule,
        "story": alert.story,
        "thread": alert.thread,
        "sources": list(alert.sources),
        "subject": alert.subject,
        "summary": message_as_json(alert.summary),
        "values": [_value(value) for value in alert.values],
        "version": alert.version,
        "at": time_cell(alert.at),
    }


def _value(value: AlertValue) -> Json:
    return {
        "label": value.label,
        "source": value.source,
        "version": value.version,
        "address": value.address,
        "sentence": value.sentence,
    }


def alert_from_json(raw: Read) -> Alert:
    """The alert that :func:`alert_as_json` wrote."""
    read = {
        "kind": AlertKind(raw["kind"]),
        "level": Level(raw["level"]),
        "sources": tuple(raw["sources"]),
        "summary": message_from_json(raw["summary"]),
        "values": tuple(AlertValue(**value) for value in raw["values"]),
        "at": time_from_cell(raw["at"]),
    }
    return Alert(**{**raw, **read})


def telling_as_json(telling: Telling) -> dict[str, Json]:
    """A message to a channel as it was put together, without how it went with it."""
    return {
        "id": telling.id,
        "channel": telling.channel,
        "story": telling.story,
        "title": telling.title,
        "at": time_cell(telling.at),
        "alerts": [alert_as_json(alert) for alert in telling.alerts],
    }


def telling_from_json(raw: Read, *, attempts: int, next_at: str | None, why: str) -> Telling:
    """The message that :func:`telling_as_json` wrote, with how it went with it."""
    read = {
        "at": time_from_cell(raw["at"]),
        "alerts": tuple(alert_from_json(alert) for alert in raw["alerts"]),
        "next_at": maybe_time(next_at),
    }
    return Telling(**{**raw, **read}, attempts=attempts, why=why)

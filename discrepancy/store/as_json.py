"""Snapshots, messages and events as JSON, and back without a loss.

A message's parameter keeps its type: a string, a whole number and a tuple are JSON's own; ``{"decimal": "1.50"}``,
``{"date": "2024-03-14"}``, ``{"time": "2024-03-14T10:00:00+00:00"}`` and ``{"message": {…}}`` are the others.

What is read may come from anywhere: each reader raises ``ValueError`` with a sentence where the JSON is not of its
shape.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from discrepancy.decided import Action, Event, Ruling, Snapshot, SnapshotPlace, SnapshotValue, time_as_text
from discrepancy.said import Level, Message, Param
from discrepancy.store.canonical import Json

__all__ = [
    "event_as_json",
    "event_from_json",
    "message_as_json",
    "message_from_json",
    "snapshot_as_json",
    "snapshot_from_json",
    "time_from_text",
]

_Choice = TypeVar("_Choice", bound=StrEnum)
_Part = TypeVar("_Part")
_ID = re.compile("[0-9a-f]{32}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
DEEPEST = 20
"""How far messages may stand in one another: real ones need three, and a file that was made to harm has no bound."""


def time_from_text(text: str) -> dt.datetime:
    """The time that :func:`discrepancy.decided.time_as_text` wrote."""
    if not _TIME.fullmatch(text):
        raise ValueError(f"{text!r} is no time such as 2024-03-14T10:00:00.000Z")
    return dt.datetime.fromisoformat(text)


def message_as_json(message: Message) -> dict[str, Json]:
    """A message with its parameters, each with its type."""
    return {"key": message.key, "params": {name: _param_as_json(each) for name, each in message.params.items()}}


def _param_as_json(param: Param) -> Json:
    if isinstance(param, Decimal):
        return {"decimal": str(param)}
    if isinstance(param, dt.datetime):  # a time is a date to isinstance: it comes first
        return {"time": param.isoformat()}
    if isinstance(param, dt.date):
        return {"date": param.isoformat()}
    if isinstance(param, Message):
        return {"message": message_as_json(param)}
    if isinstance(param, tuple):
        return [_param_as_json(each) for each in param]
    return param


def message_from_json(raw: Json, depth: int = 0) -> Message:
    """The message that :func:`message_as_json` wrote."""
    given = _object(raw, "a message")
    params = _object(given.get("params"), "a message's params")
    if depth > DEEPEST:
        raise ValueError("its messages stand in one another without an end")
    return Message(_text(given, "key"), {name: _param_from_json(each, depth) for name, each in params.items()})


def _param_from_json(raw: Json, depth: int) -> Param:
    if isinstance(raw, (str, int)):
        return raw
    if isinstance(raw, list):
        if depth > DEEPEST:
            raise ValueError("its messages stand in one another without an end")
        return tuple(_param_from_json(each, depth + 1) for each in raw)
    given = _object(raw, "a parameter")
    if list(given) == ["message"]:
        return message_from_json(given["message"], depth + 1)
    for kind, read in _WRITTEN.items():
        if list(given) == [kind]:
            return read(_text(given, kind))
    raise ValueError(f"a parameter is of no known kind: {', '.join(given) or 'empty'}")


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text!r} is no number") from None


_WRITTEN: dict[str, Callable[[str], Param]] = {
    "decimal": _decimal,
    "date": dt.date.fromisoformat,
    "time": dt.datetime.fromisoformat,
}


def snapshot_as_json(snapshot: Snapshot) -> dict[str, Json]:
    """A finding as it stood, with all of its fields."""
    return {
        "finding": snapshot.finding,
        "rule": snapshot.rule,
        "level": snapshot.level.value,
        "subject": snapshot.subject,
        "summary": snapshot.summary,
        "explanation": snapshot.explanation,
        "values": [{"label": each.label, "places": [_place(one) for one in each.places]} for each in snapshot.values],
        "reconciliation": snapshot.reconciliation,
        "documents": [[name, digest] for name, digest in snapshot.documents],
    }


def _place(place: SnapshotPlace) -> Json:
    return {"document": place.document, "source": place.source, "text": place.text, "sentence": place.sentence}


def snapshot_from_json(raw: Json) -> Snapshot:
    """The snapshot that :func:`snapshot_as_json` wrote."""
    given = _object(raw, "a snapshot")
    return Snapshot(
        finding=_text(given, "finding"),
        rule=_text(given, "rule"),
        level=_one_of(Level, _text(given, "level")),
        subject=_text(given, "subject"),
        summary=_text(given, "summary"),
        explanation=_text(given, "explanation"),
        values=_each(given, "values", _value_from_json),
        reconciliation=_text(given, "reconciliation"),
        documents=_each(given, "documents", _document_from_json),
    )


def _value_from_json(raw: Json) -> SnapshotValue:
    given = _object(raw, "a value")
    return SnapshotValue(label=_text(given, "label"), places=_each(given, "places", _place_from_json))


def _place_from_json(raw: Json) -> SnapshotPlace:
    given = _object(raw, "a place")
    return SnapshotPlace(
        document=_text(given, "document"),
        source=_text(given, "source"),
        text=_text(given, "text"),
        sentence=_text(given, "sentence"),
    )


def _document_from_json(raw: Json) -> tuple[str, str]:
    if isinstance(raw, list) and len(raw) == 2:
        name, digest = raw
        if isinstance(name, str) and isinstance(digest, str):
            return name, digest
    raise ValueError("a document is not an id and a hash")


def event_as_json(event: Event) -> dict[str, Json]:
    """A row of the log, with the finding as it stood in it. Without its ``hash``, this is what its hash is made of."""
    return {
        "seq": event.seq,
        "id": event.id,
        "at": time_as_text(event.at),
        "who": event.who,
        "story": event.story,
        "matter": event.matter,
        "action": event.action.value,
        "ruling": event.ruling.value if event.ruling else None,
        "note": event.note,
        "assignee": event.assignee,
        "undoes": event.undoes,
        "changed": message_as_json(event.changed) if event.changed else None,
        "snapshot": snapshot_as_json(event.snapshot),
        "previous": event.previous,
        "hash": event.hash,
    }


def event_from_json(raw: Json) -> Event:
    """The event that :func:`event_as_json` wrote. Whether its hash goes with it is not looked at here."""
    given = _object(raw, "an event")
    ruling, changed, seq = given.get("ruling"), given.get("changed"), given.get("seq", 0)
    if isinstance(seq, bool) or not isinstance(seq, int):
        raise ValueError("its seq is no whole number")  # noqa: TRY004 - what is wrong is the file, not a type of ours
    return Event(
        seq=seq,
        id=_id(given, "id"),
        at=time_from_text(_text(given, "at")),
        who=_text(given, "who"),
        story=_text(given, "story"),
        matter=_id(given, "matter"),
        action=_one_of(Action, _text(given, "action")),
        ruling=None if ruling is None else _one_of(Ruling, _text(given, "ruling")),
        note=_text(given, "note"),
        assignee=_text(given, "assignee"),
        undoes=_id(given, "undoes") if given.get("undoes") else "",
        changed=None if changed is None else message_from_json(changed),
        snapshot=snapshot_from_json(given.get("snapshot")),
        previous=_text(given, "previous") if "previous" in given else "",
        hash=_text(given, "hash") if "hash" in given else "",
    )


def _object(raw: Json, what: str) -> dict[str, Json]:
    if not isinstance(raw, dict):
        raise ValueError(f"{what} is not an object")  # noqa: TRY004 - what is wrong is the file, not a type of ours
    return raw


def _text(given: dict[str, Json], key: str) -> str:
    found = given.get(key)
    if not isinstance(found, str):
        raise ValueError(f"{key} is missing, or no text")  # noqa: TRY004 - what is wrong is the file, not a type of ours
    return found


def _id(given: dict[str, Json], key: str) -> str:
    found = _text(given, key)
    if not _ID.fullmatch(found):
        raise ValueError(f"{key} is not 32 hexadecimal digits")
    return found


def _one_of(choices: type[_Choice], word: str) -> _Choice:
    try:
        return choices(word)
    except ValueError:
        raise ValueError(f"{word!r} is none of {', '.join(choices)}") from None


def _each(given: dict[str, Json], key: str, read: Callable[[Json], _Part]) -> tuple[_Part, ...]:
    found = given.get(key)
    if not isinstance(found, list):
        raise ValueError(f"{key} is missing, or no list")  # noqa: TRY004 - what is wrong is the file, not a type of ours
    return tuple(read(each) for each in found)

"""The log as JSON Lines: an event a line, complete, in the canonical form that its hash is made of.

Take ``hash`` out of a line, write it again in the canonical form, and SHA-256 over it is ``hash``; ``previous`` is the
``hash`` of the line before. All is ASCII.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from discrepancy.decided import Event
from discrepancy.store.as_json import event_as_json, event_from_json
from discrepancy.store.canonical import canonical
from discrepancy.store.chain import hash_of
from discrepancy.store.exchange.exchange import Exchange
from discrepancy.store.merging import refused
from discrepancy.store.records import Incoming

__all__ = ["EXCHANGE"]

BOM = b"\xef\xbb\xbf"


def write(events: Iterable[Event]) -> Iterator[str]:
    """A line for each event."""
    return (canonical(event_as_json(event)) + "\n" for event in events)


def read(data: bytes) -> tuple[Incoming, ...]:
    """The events of such lines; empty lines are passed over.

    Raises:
        Malformed: lines are damaged, or were changed.
    """
    found, wrong = [], []
    for number, line in enumerate(data.removeprefix(BOM).split(b"\n"), start=1):
        if line.strip():
            try:
                found.append(Incoming(line=number, event=_event(line)))
            except RecursionError:
                wrong.append((number, "it is nested too deeply"))
            except ValueError as why:
                wrong.append((number, _told(why)))
    if wrong:
        raise refused(wrong)
    return tuple(found)


def _event(line: bytes) -> Event:
    event = event_from_json(json.loads(line.decode("utf-8")))
    if event.hash and event.hash != hash_of(event):
        raise ValueError("it does not go with its hash: it was changed or damaged after it was exported")
    return event


def _told(why: ValueError) -> str:
    if isinstance(why, json.JSONDecodeError):
        return f"it is no JSON ({why.msg} at column {why.colno})"
    return "it is no UTF-8" if isinstance(why, UnicodeDecodeError) else str(why)


EXCHANGE = Exchange("jsonl", (".jsonl", ".ndjson"), "application/x-ndjson", write, read)

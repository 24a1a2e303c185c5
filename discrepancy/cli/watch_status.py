"""How a watch stands, as ``discrepancy watch --status`` prints it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from rich.console import Console
from rich.table import Table

from discrepancy.cli.telling import counted
from discrepancy.followed import Condition
from discrepancy.formats.terminal.safe_text import safe_text
from discrepancy.watch.status import SourceStatus, Status

__all__ = ["print_status", "status_as_json"]

_SCHEMA = "discrepancy-watch-status/1"
_COLUMNS = ("source", "state", "last answer (UTC)", "next look (UTC)", "items")
_TOLD = {Condition.NEW: "not looked at yet"}


def print_status(status: Status, console: Console) -> None:
    """Print a table of the sources, what is wrong with any of them, and what waits."""
    table = Table(*_COLUMNS, pad_edge=False)
    for source in status.sources:
        table.add_row(*(safe_text(cell, console, _style(source)) for cell in _cells(source)))
    console.print(table)
    for line in (*_wrong(status), *_lines(status)):
        console.print(safe_text(line, console))


def status_as_json(status: Status) -> str:
    """The same as JSON, for a program that looks after the watcher."""
    told: dict[str, Any] = {
        "schema": _SCHEMA,
        "store": status.store,
        "now": _moment(status.now),
        "watched_by": status.watched_by,
        "stories": status.stories,
        "articles": status.articles,
        "versions": status.versions,
        "to_work_off": status.waiting.versions,
        "held_back": status.waiting.held,
        "undelivered": [
            {"channel": name, "messages": number, "why": why} for name, number, why in status.waiting.messages
        ],
        "sources": [_source(source) for source in status.sources],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _source(source: SourceStatus) -> dict[str, Any]:
    poll = source.poll
    return {
        "name": source.name,
        "kind": source.kind.value,
        "state": _state(source),
        "why": poll.why if poll else "",
        "failures": poll.failures if poll else 0,
        "items": poll.items if poll else 0,
        "asked_at": _moment(poll.asked_at) if poll else None,
        "answered_at": _moment(poll.answered_at) if poll else None,
        "changed_at": _moment(poll.changed_at) if poll else None,
        "next_at": _moment(poll.next_at) if poll else None,
        "pages": {"followed": source.pages.followed, **dict(source.pages.conditions)},
    }


def _cells(source: SourceStatus) -> tuple[str, ...]:
    poll = source.poll
    if poll is None:
        return (source.name, _state(source), "", "", "")
    return (source.name, _state(source), _short(poll.answered_at), _short(poll.next_at), str(poll.items))


def _wrong(status: Status) -> list[str]:
    """A line for each source of which something is to be said."""
    lines = []
    for source in status.sources:
        why = [source.poll.why] if source.poll else []
        why += [f"{counted(many, 'page')} {state.value}." for state, many in _unwell(source)]
        if told := " ".join(filter(None, why)):
            lines.append(f"{source.name}: {told}")
    return lines


def _state(source: SourceStatus) -> str:
    condition = source.poll.condition if source.poll else Condition.NEW
    return _TOLD.get(condition, condition.value)


def _unwell(source: SourceStatus) -> list[tuple[Condition, int]]:
    fine = {Condition.WELL, Condition.NEW}
    return [(condition, many) for condition, many in source.pages.conditions if condition not in fine]


def _style(source: SourceStatus) -> str:
    condition = source.poll.condition if source.poll else Condition.NEW
    return {Condition.WELL: "", Condition.NEW: "dim"}.get(condition, "yellow")


def _lines(status: Status) -> list[str]:
    waiting = status.waiting
    stories = counted(status.stories, "story", "stories")
    articles, versions = counted(status.articles, "article"), counted(status.versions, "version")
    lines = [
        f"{stories}, {articles}, {versions} in {status.store}.",
        f"Watched by {status.watched_by}." if status.watched_by else "Nobody watches now.",
    ]
    if waiting.versions:
        lines.append(f"{counted(waiting.versions, 'version')} to be worked off.")
    if waiting.held:
        lines.append(f"{counted(waiting.held, 'alert')} held back.")
    for name, number, why in waiting.messages:
        lines.append(f"{counted(number, 'message')} for {name} not delivered yet{f': {why}' if why else '.'}")
    return lines


def _short(moment: dt.datetime | None) -> str:
    return f"{moment.astimezone(dt.UTC):%m-%d %H:%M}" if moment else "never"


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None

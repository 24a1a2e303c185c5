"""The log of decisions as a terminal shows it: a table, or a line an event where another program reads it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from discrepancy.decided import Action, Event
from discrepancy.formats.terminal.safe_text import safe_text

__all__ = ["print_log"]

_COLUMNS = ("when (UTC)", "who", "what", "rule", "finding", "note")
_STYLES = {Action.DECIDED: "bold", Action.REOPENED: "bold yellow", Action.WITHDRAWN: "yellow", Action.RESOLVED: "green"}


def print_log(events: Iterable[Event], console: Console) -> None:
    """Print events in the order that they are given in; to a file or a pipe, one a line with tabs between the cells."""
    if not console.is_terminal:
        for event in events:
            line = "\t".join(" ".join(cell.split()) for cell in _cells(event))
            console.file.write(f"{safe_text(line, console).plain}\n")  # rich would make spaces of the tabs
        return
    table = Table(*_COLUMNS, pad_edge=False)
    for event in events:
        style = _STYLES.get(event.action, "")
        table.add_row(*(safe_text(cell, console, style) for cell in _cells(event)))
    console.print(table)


def _cells(event: Event) -> tuple[str, ...]:
    shot = event.snapshot
    return (f"{event.at:%Y-%m-%d %H:%M:%S}", event.who, _did(event), shot.rule, shot.summary, event.note)


def _did(event: Event) -> str:
    if event.action is Action.DECIDED and event.ruling:
        return event.ruling.value
    if event.action is Action.ASSIGNED:
        return f"assigned to {event.assignee}" if event.assignee else "assigned to nobody"
    return "taken back" if event.action is Action.WITHDRAWN else event.action.value

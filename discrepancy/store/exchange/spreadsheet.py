"""The log as CSV, for people: an event a row, with a byte order mark so that a spreadsheet reads it as UTF-8.

A cell that a spreadsheet would run as a formula has an apostrophe before it, as a cell has that begins with an
apostrophe; reading takes one away. Several values or documents of one cell stand on a line each.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from discrepancy.decided import Event, time_as_text
from discrepancy.store.as_json import event_from_json
from discrepancy.store.asked import clean
from discrepancy.store.canonical import Json
from discrepancy.store.exchange.exchange import Exchange
from discrepancy.store.merging import refused
from discrepancy.store.records import Incoming
from discrepancy.text.cells import is_formula

__all__ = ["EXCHANGE"]

COLUMNS = (
    "seq", "at", "who", "action", "ruling", "note", "assignee", "story", "rule", "level", "subject", "summary",
    "values", "documents", "reconciliation", "finding", "matter", "id", "undoes",
)  # fmt: skip
LOST = (
    "CSV has no hashes, not where in the texts the values stood, and not why a finding was explained or reopened:"
    " use JSON Lines to move decisions whole."
)
LONGEST_CELL = 10_000_000


def write(events: Iterable[Event]) -> Iterator[str]:
    """A row for each event, below the names of the columns."""
    yield "\ufeff"
    yield _line(COLUMNS)
    for event in events:
        yield _line([safe(each) for each in _cells(event)])


def _cells(event: Event) -> list[str]:
    shot = event.snapshot
    return [
        str(event.seq),
        time_as_text(event.at),
        event.who,
        event.action.value,
        event.ruling.value if event.ruling else "",
        event.note,
        event.assignee,
        event.story,
        shot.rule,
        shot.level.value,
        shot.subject,
        shot.summary,
        "\n".join(" ".join(value.label.split()) for value in shot.values),
        "\n".join(f"{' '.join(name.split())} {digest}" for name, digest in shot.documents),
        shot.reconciliation,
        shot.finding,
        event.matter,
        event.id,
        event.undoes,
    ]


def safe(cell: str) -> str:
    """``cell`` as no spreadsheet runs it; see :func:`unsafe`."""
    return clean(f"'{cell}" if cell.startswith("'") or is_formula(cell) else cell)


def unsafe(cell: str) -> str:
    """The cell that :func:`safe` was given."""
    return cell.removeprefix("'")


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def read(data: bytes) -> tuple[Incoming, ...]:
    """The events of such rows; columns may stand in any order.

    Raises:
        Malformed: columns are missing, or rows are not what was written.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise refused([(data[: why.start].count(b"\n") + 1, "it is no UTF-8; save it as CSV in UTF-8")]) from None
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_parted_by(text))
    found, wrong, line = [], [], 1
    try:
        header = next(rows, [])
        if missing := [name for name in COLUMNS if name not in header]:
            raise refused([(1, f"columns are missing: {', '.join(missing)}")])
        for row in rows:
            start, line = line + 1, rows.line_num
            if any(row):
                try:
                    found.append(Incoming(line=start, event=_event(header, row)))
                except ValueError as why:
                    wrong.append((start, str(why)))
    except csv.Error as why:
        wrong.append((rows.line_num, f"it is no CSV ({why})"))
    if wrong:
        raise refused(wrong)
    return tuple(found)


def _parted_by(text: str) -> str:
    """What parts the cells: where a comma is for decimals, spreadsheets write semicolons, and some write tabs."""
    names = text.partition("\n")[0]
    return max(",;\t", key=names.count)


def _event(header: list[str], row: list[str]) -> Event:
    if len(row) != len(header):
        raise ValueError(f"it has {len(row)} cells, and the first line {len(header)}")
    cells = {name: unsafe(cell) for name, cell in zip(header, row, strict=True)}
    return event_from_json(_as_json(cells))


def _as_json(cells: dict[str, str]) -> dict[str, Json]:
    """The row as JSON Lines has it, so that it is read and held to the same rules."""
    if not cells["seq"].isascii() or not cells["seq"].isdigit():
        raise ValueError("its seq is no whole number")
    event: dict[str, Json] = {
        name: cells[name] for name in ("id", "at", "who", "story", "matter", "action", "note", "assignee", "undoes")
    }
    return {**event, "seq": int(cells["seq"]), "ruling": cells["ruling"] or None, "snapshot": _snapshot(cells)}


def _snapshot(cells: dict[str, str]) -> Json:
    texts = {name: cells[name] for name in ("finding", "rule", "level", "subject", "summary", "reconciliation")}
    values: list[Json] = [{"label": label, "places": []} for label in cells["values"].splitlines()]
    documents: list[Json] = [list(line.rpartition(" ")[::2]) for line in cells["documents"].splitlines()]
    return {**texts, "explanation": "", "values": values, "documents": documents}


EXCHANGE = Exchange("csv", (".csv",), "text/csv; charset=utf-8", write, read, LOST)

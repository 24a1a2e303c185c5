"""Rows a second of the report's page beside a plain jinja2 table of the same cells: ``python -m benchmarks.report``.

The issue's bar is 0.8 of the plain table's rate. The view is built before; the page's own work (escaping, marks,
states, hidden characters) is timed. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import statistics
import time
from collections.abc import Callable

from jinja2 import Environment

from discrepancy.formats.html.page import render_view
from discrepancy.formats.view.parts import Cell, CellWords, Header, Row, State, Version, View
from discrepancy.model import BlockRole

PEER, OURS = "plain jinja2 table", "report page"
PLAIN = """<table>{% for row in rows %}<tr><th>{{ row.subject }}</th>{% for cell in row.cells %}<td>
{%- for words in cell.words %}<a href="#{{ words.anchor }}">{{ words.text }}</a>{% endfor %}</td>
{%- endfor %}</tr>{% endfor %}</table>"""
"""Less than the page shows: no heads, no states, no letters, no kinds."""


def wide_view(rows: int, versions: int) -> View:
    """A view of ``rows`` rows over ``versions`` versions, a tenth of them with a difference."""
    header = Header(
        conflicts=0, to_check=rows // 10, explained=0, style=0, agreeing=rows - rows // 10, versions=versions,
        unread=0, skipped=0, line="a benchmark",
    )  # fmt: skip
    return View(
        language="en",
        header=header,
        versions=tuple(_version(number) for number in range(1, versions + 1)),
        rows=tuple(_row(place, versions) for place in range(rows)),
        cards=(),
        texts=(),
        unread=(),
        skipped=(),
    )


def _version(number: int) -> Version:
    return Version(
        number=number, anchor=f"v{number}", id=f"d{number}", label=f"Source & Co {number}", title="A title",
        path="a.txt", published="", updated="", language="en", words=900,
    )  # fmt: skip


def _row(place: int, versions: int) -> Row:
    state = State.AGREES if place % 10 else State.CHECK
    letters = ["" if place % 10 else "AB"[number % 2] for number in range(versions)]
    words = [
        CellWords(text=f"{place:,} people & more", letter=letter, anchor=f"t{number}-{place}", times=1,
                  block=BlockRole.BODY, state=state)
        for number, letter in enumerate(letters)
    ]  # fmt: skip
    cells = tuple(Cell(state=state, words=(each,)) for each in words)
    return Row(
        anchor=f"g-{place}", state=state, kind="quantity", subject=f"people in town {place}", cells=cells, cards=()
    )


def rates(works: dict[str, Callable[[], object]], rows: int, rounds: int) -> dict[str, float]:
    """Rows a second of each work, the median of ``rounds`` that take turns."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            spent[name].append(time.perf_counter() - start)
    return {name: rows / statistics.median(each) for name, each in spent.items()}


def main() -> None:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--versions", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    view = wide_view(given.rows, given.versions)
    view = dataclasses.replace(view, rows=tuple(sorted(view.rows, key=lambda row: row.state.order)))
    table = Environment(autoescape=True).from_string(PLAIN)
    works = {PEER: lambda: table.render(rows=view.rows), OURS: lambda: render_view(view)}
    found = rates(works, given.rows, given.rounds)
    for name, rate in found.items():
        print(f"{name:<20}{rate:>10,.0f} rows/s  ({rate / found[PEER]:.2f} of the plain table)")
    told = {"rows_per_second": round(found[OURS]), "plain_table_rows_per_second": round(found[PEER])}
    print(json.dumps(told | {"ratio_to_plain_table": round(found[OURS] / found[PEER], 3)}))


if __name__ == "__main__":
    main()

"""A small archive: three events told in seven articles, as files of any kind that a batch reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

MARCH = """Police arrest {} demonstrators in Norvik

Police arrested {} demonstrators after the march through Norvik on Monday, the ministry of the interior said.
The march had begun at noon outside the town hall, where students and dockers gathered with drums and banners.
Organisers from the union of dockers said the evening ended quietly, and trams ran again before midnight.
"""
FERRY = """Ferry Solveig runs aground off Eidsund

The ferry Solveig ran aground on a sandbank off Eidsund on Tuesday with {} passengers on board, the coast guard said.
Captain Petra Lund said nobody was hurt. Tugboats pulled the vessel free at high water, and divers looked at the hull.
Fishermen who had heard the alarm brought blankets and soup to the quay, where relatives waited in the rain.
"""
BANK = """Central bank holds rates at four per cent

The central bank left its interest rate at four per cent on Friday, as economists had expected. Governor Marta Kovacs
said prices were still rising faster than wages. Mortgage lenders said they would wait for the winter figures.
"""
ROWS: Sequence[Mapping[str, str]] = [
    {"text": MARCH.format(17, 17), "published": "2024-03-04T18:00:00+00:00", "source": "Wire"},
    {"text": FERRY.format(60), "published": "2024-03-05T09:00:00+00:00", "source": "Wire"},
    {"text": MARCH.format(27, 27), "published": "2024-03-04T20:00:00+00:00", "source": "Courier"},
    {"text": BANK, "published": "2024-03-08T12:00:00+00:00", "source": "Wire"},
    {"text": FERRY.format(60), "published": "2024-03-05T10:00:00+00:00", "source": "Echo"},
    {"text": FERRY.format(80), "published": "2024-03-05T11:00:00+00:00", "source": "Courier"},
    {"text": BANK.replace("four", "five"), "published": "2024-03-08T13:00:00+00:00", "source": "Echo"},
]


def lines(path: Path, rows: Sequence[Mapping[str, str]] = ROWS, *, between: str = "") -> Path:
    """The archive as JSON Lines, with something that is no article after the third line."""
    made = [json.dumps(row) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*made[:3], *([between] if between else []), *made[3:]]) + "\n", encoding="utf-8")
    return path


def table(path: Path, rows: Sequence[Mapping[str, str]] = ROWS, *, group: int = 2) -> Path:
    """The archive as Parquet, so many rows in a group."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=group)
    return path


def folder(path: Path, rows: Sequence[Mapping[str, str]] = ROWS) -> Path:
    """The archive as a folder of plain texts, each with the head that wires give them."""
    path.mkdir(parents=True, exist_ok=True)
    for number, row in enumerate(rows):
        head = f"Source: {row['source']}\nPublished: {row['published']}\n\n"
        (path / f"{number:02}.txt").write_text(head + row["text"], encoding="utf-8")
    return path

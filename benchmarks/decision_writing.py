"""How long a decision takes to be written, beside a bare SQLite insert: ``python -m benchmarks.decision_writing``.

Both wait for the disk at each commit, with the same settings, in files of their own in one folder; the two take turns,
so that what else the machine does falls on both. The issue's bar is a median below 20 ms. The bare insert writes the
same JSON as one row of one table; the store finds the matter, holds it against what was seen, and writes the finding
and an event that carries the hash of the one before.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from discrepancy.decided import Ruling, Snapshot, SnapshotPlace, SnapshotValue
from discrepancy.said import Level
from discrepancy.store import Store, open_store, snapshot_as_json
from discrepancy.store.canonical import canonical
from discrepancy.store.connecting import PRAGMAS

PEER, OURS = "bare SQLite insert", "Store.decide"
BAR = 0.02
STORY = "a benchmark"


def finding(number: int) -> Snapshot:
    """One of three values in four places each, with the sentences around them."""
    values = tuple(
        SnapshotValue(
            label=f"{value:,} people",
            places=tuple(
                SnapshotPlace(
                    document=f"version-{each}",
                    source="The Quay Post",
                    text=f"{value:,}",
                    sentence=f"Some {value:,} people were brought ashore before dark, the harbour office said.",
                )
                for each in range(4)
            ),
        )
        for value in (number, number + 1, number + 2)
    )
    return Snapshot(
        finding=f"NUM001-{number:08x}",
        rule="NUM001",
        level=Level.ERROR,
        subject="people brought ashore",
        summary=" or ".join(value.label for value in values),
        explanation="The versions give three figures for one thing, and nothing in them says why.",
        values=values,
        documents=tuple((f"version-{each}", f"{each:064x}") for each in range(4)),
    )


def bare(path: Path) -> sqlite3.Connection:
    """A connection with the store's own settings and one table."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
    return connection


def works(store: Store, connection: sqlite3.Connection) -> dict[str, Callable[[int], object]]:
    """What is timed, by name; each takes a number that no call before had."""

    def insert(number: int) -> None:
        shot = finding(number)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO rows VALUES (?, ?)", [shot.finding, canonical(snapshot_as_json(shot))])
        connection.execute("COMMIT")

    def decide(number: int) -> None:
        store.decide(STORY, finding(number), Ruling.DISMISSED, who="A reviewer", note="The later figure is right.")

    return {PEER: insert, OURS: decide}


def measure(folder: Path, rounds: int, already: int) -> dict[str, list[float]]:
    """Seconds of each call, in the order of the rounds, in a store that has ``already`` decisions."""
    with open_store(folder / "decisions.db") as store, closing(bare(folder / "bare.db")) as connection:
        timed = works(store, connection)
        spent: dict[str, list[float]] = {name: [] for name in timed}
        for number in range(already + rounds):
            for name, work in timed.items():
                start = time.perf_counter()
                work(number)
                spent[name].append(time.perf_counter() - start)
    return {name: each[already:] for name, each in spent.items()}


def main() -> None:
    """Print both medians, their 95th hundredths, and the ratio of the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument(
        "--already", type=int, default=1000, help="decisions that the store has before the first that counts"
    )
    parser.add_argument("--folder", type=Path, help="where the two files are made: on the disk that is to be measured")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        spent = measure(Path(folder), given.rounds, given.already)
    middle = {name: statistics.median(each) for name, each in spent.items()}
    for name, each in spent.items():
        late = statistics.quantiles(each, n=20)[-1]
        ratio = middle[name] / middle[PEER]
        print(f"{name:<20}{middle[name] * 1000:>8.2f} ms median, {late * 1000:.2f} at 95%; {ratio:.2f} of the insert")
    print(f"bar: {BAR * 1000:.0f} ms at the median: {'met' if middle[OURS] < BAR else 'MISSED'}")


if __name__ == "__main__":
    main()

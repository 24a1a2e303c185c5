"""One worker against two: ``python -m benchmarks.workers --documents N [--rounds N]``.

``discrepancy batch`` runs as a program of its own over the same generated articles, with one worker and with two in
turn, each time into a new folder, start-up and all. What counts is the wall's clock: the bar is 1.4 times as fast. On
a machine with work of its own to do the figure says little; the load before the first run is told.

The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.corpus import Request
from benchmarks.corpus.writing import write_corpus
from benchmarks.growth import WORDS, batch

__all__ = ["measure"]

DOCUMENTS: Final = 1500
ROUNDS: Final = 3
BAR: Final = 1.4
COUNTS: Final = (1, 2)


def measure(documents: int, words: int, rounds: int) -> dict[str, Any]:
    """Medians of both, and how much faster two are."""
    load = os.getloadavg()[0]
    wall: dict[int, list[float]] = {count: [] for count in COUNTS}
    peak: dict[int, list[float]] = {count: [] for count in COUNTS}
    with tempfile.TemporaryDirectory(prefix="workers-") as scratch:
        folder = Path(scratch)
        write_corpus(Request(documents, words=words), folder / "corpus", "jsonl")
        for turn in range(rounds):
            for count in COUNTS:
                ran = batch(folder / "corpus" / "articles", folder / f"out-{turn}-{count}", count)
                wall[count].append(ran.wall)
                peak[count].append(ran.peak_mb)
    one, two = (statistics.median(wall[count]) for count in COUNTS)
    return {
        "documents": documents,
        "words_a_document": words,
        "rounds": rounds,
        "cores": os.cpu_count(),
        "load_before": round(load, 2),
        "one_worker_seconds": round(one, 2),
        "two_workers_seconds": round(two, 2),
        "one_worker_mb": round(statistics.median(peak[COUNTS[0]])),
        "two_workers_mb": round(statistics.median(peak[COUNTS[1]])),
        "speedup": round(one / two, 3),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    figures = measure(given.documents, given.words, given.rounds)
    print(f"one worker {figures['one_worker_seconds']:.1f} s, two {figures['two_workers_seconds']:.1f} s")
    print(f"x{figures['speedup']:.2f}; the bar is {BAR}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()

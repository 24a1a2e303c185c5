"""How the cost of a batch grows with the documents: ``python -m benchmarks.growth [--sizes 2000,8000,32000]``.

``discrepancy batch`` runs as a program of its own over generated JSON Lines of each size in turn. Time is that of the
processor, of all its processes, start-up and all; memory is the most that they hold at one time. The bars are for a
step to four times the documents: 4.3 times the time, 1.1 times the memory. With ``--warm`` each size is run once to
fill a cache on disk, and what counts is a second run, into a new folder, that finds it warm.

The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.corpus import Request
from benchmarks.corpus.writing import write_corpus
from benchmarks.programs import Ran, run

__all__ = ["batch", "measure", "steps"]

SIZES: Final = (2000, 8000, 32000)
WORDS: Final = 60
TIME_BAR, MEMORY_BAR = 4.3, 1.1
"""For a step to four times the documents."""


def batch(articles: Path, output: Path, workers: int, cache: Path | None = None) -> Ran:
    """One run of the command over articles.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    command = [sys.executable, "-m", "discrepancy", "batch", str(articles), "-o", str(output)]
    command += ["--workers", str(workers), "--quiet"]
    return run([*command, "--cache", str(cache)] if cache else command)


def measure(sizes: Sequence[int], words: int, workers: int, *, warm: bool = False) -> list[dict[str, Any]]:
    """A row a size: documents, seconds by both clocks, memory, documents a second."""
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="growth-") as scratch:
            folder = Path(scratch)
            write_corpus(Request(size, words=words), folder / "corpus", "jsonl")
            cache = folder / "cache" if warm else None
            if warm:
                batch(folder / "corpus" / "articles", folder / "cold", workers, cache)
            rows.append(_row(size, words, batch(folder / "corpus" / "articles", folder / "out", workers, cache)))
            print(_line(rows[-1]), flush=True)
    return rows


def _row(size: int, words: int, ran: Ran) -> dict[str, Any]:
    return {
        "documents": size,
        "words_a_document": words,
        "process_seconds": round(ran.process, 2),
        "wall_seconds": round(ran.wall, 2),
        "peak_mb": round(ran.peak_mb, 1),
        "documents_per_second": round(size / ran.wall, 1),
        "documents_per_processor_second": round(size / ran.process, 1),
    }


def _line(row: dict[str, Any]) -> str:
    spent = f"{row['process_seconds']:>9.1f} s of processor, {row['wall_seconds']:>8.1f} s"
    return f"{row['documents']:>8,} documents {spent}, {row['peak_mb']:>7.0f} MB, {row['documents_per_second']:>7.1f}/s"


def steps(rows: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """How much more each size costs than the one before."""
    return [
        {
            "documents": round(after["documents"] / before["documents"], 2),
            "time": round(after["process_seconds"] / before["process_seconds"], 3),
            "wall_time": round(after["wall_seconds"] / before["wall_seconds"], 3),
            "memory": round(after["peak_mb"] / before["peak_mb"], 3),
        }
        for before, after in itertools.pairwise(rows)
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="documents, smallest first")
    parser.add_argument("--words", type=int, default=WORDS, help="words a document, about")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--warm", action="store_true", help="with a cache that was filled by a run before")
    given = parser.parse_args()
    sizes = [int(each) for each in given.sizes.split(",")]
    rows = measure(sizes, given.words, given.workers, warm=given.warm)
    taken = steps(rows)
    for each in taken:
        print(f"x{each['documents']:g} documents: x{each['time']} time, x{each['memory']} memory")
    print(f"bars, for four times the documents: x{TIME_BAR} time, x{MEMORY_BAR} memory")
    print(
        json.dumps(
            {
                "workers": given.workers,
                "warm": given.warm,
                "sizes": rows,
                "steps": taken,
                "worst_time_step": max((each["time"] for each in taken), default=None),
                "worst_memory_step": max((each["memory"] for each in taken), default=None),
            }
        )
    )


if __name__ == "__main__":
    main()

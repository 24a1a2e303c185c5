"""Dask beside our own processes: ``python -m benchmarks.dask_beside_processes --documents N [--rounds N]``.

Both do the same batch over the same generated articles, two workers each, in turns, each time into a new folder. Once
as programs of their own, start-up and all: ``discrepancy batch --workers 2`` beside ``--scheduler local:2``. And once
with workers that stand ready with the language model loaded. The bar is 1.2 times the processes' time on the wall's
clock, which is shared with whatever else the machine does: the load before is told, and the seconds of the processor.

The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, Self

from benchmarks.corpus import Request
from benchmarks.corpus.writing import write_corpus
from benchmarks.programs import run
from discrepancy.scale.driver import run_batch
from discrepancy.scale.job import job_of
from discrepancy.scale.runners import Runner, dask_at, processes
from discrepancy.settings import Settings

DOCUMENTS: Final = 400
WORDS: Final = 60
ROUNDS: Final = 3
PART: Final = 50
WORKERS: Final = 2
BAR: Final = 1.2
ASKED: Final = {"processes": ("--workers", f"{WORKERS}"), "dask": ("--scheduler", f"local:{WORKERS}")}


class Ready:
    """A runner whose workers stay when a batch is through."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, task: Callable[..., Any], items: Iterable[Any], job: object) -> Iterator[tuple[Any, Any]]:
        """As the runner does."""
        return self.runner.run(task, items, job)


def from_the_start(source: Path, out: Path, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Wall and processor seconds of each, as programs."""
    found: dict[str, dict[str, list[float]]] = {name: {"wall": [], "process": []} for name in ASKED}
    for turn in range(rounds):
        for name, asked in ASKED.items():
            output = out / f"{name}-{turn}"
            command = ["-m", "discrepancy", "batch", source, "-o", output, *asked, "--part-size", f"{PART}", "--quiet"]
            ran = run([sys.executable, *command])
            found[name]["wall"].append(ran.wall)
            found[name]["process"].append(ran.process)
    return found


def made_ready(source: Path, warm: Path, out: Path, rounds: int) -> tuple[dict[str, list[float]], set[str]]:
    """Wall seconds of each, its workers warm; and the digests."""
    found: dict[str, list[float]] = {name: [] for name in ASKED}
    digests = set()
    with ExitStack() as stack:
        ours, theirs = stack.enter_context(processes(WORKERS)), stack.enter_context(dask_at(f"local:{WORKERS}"))
        runners = {"processes": Ready(ours), "dask": Ready(theirs)}
        for turn in range(-1, rounds):
            for name, runner in runners.items():
                job = job_of(str(out / f"{name}-ready-{turn}"), Settings(), part_size=PART if turn >= 0 else 1)
                began = time.perf_counter()
                report = run_batch([source if turn >= 0 else warm], job, runner)
                if turn >= 0:
                    found[name].append(time.perf_counter() - began)
                    digests.add(report.digest)
    return found, digests


def measure(documents: int, words: int, rounds: int) -> dict[str, Any]:
    """Medians, and Dask's over the processes'."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="dask-") as scratch:
        folder = Path(scratch)
        write_corpus(Request(documents, words=words), folder / "corpus", "jsonl")
        write_corpus(Request(4 * WORKERS, words=words), folder / "warm", "jsonl")
        source, warm = folder / "corpus" / "articles", folder / "warm" / "articles"
        cold = from_the_start(source, folder, rounds)
        ready, digests = made_ready(source, warm, folder, rounds)
    figures: dict[str, Any] = {
        "documents": documents,
        "words_a_document": words,
        "rounds": rounds,
        "workers": WORKERS,
        "cores": os.cpu_count(),
        "load_before": round(load, 2),
        "same_digest": len(digests) == 1,
    }
    for name in ASKED:
        figures[f"{name}_seconds"] = round(statistics.median(cold[name]["wall"]), 2)
        figures[f"{name}_processor_seconds"] = round(statistics.median(cold[name]["process"]), 2)
        figures[f"{name}_ready_seconds"] = round(statistics.median(ready[name]), 2)
    figures["ratio"] = round(_ratio(cold["dask"]["wall"], cold["processes"]["wall"]), 3)
    figures["ratio_processor"] = round(_ratio(cold["dask"]["process"], cold["processes"]["process"]), 3)
    figures["ratio_ready"] = round(_ratio(ready["dask"], ready["processes"]), 3)
    return figures


def _ratio(theirs: list[float], ours: list[float]) -> float:
    """The median over the rounds: the two of a round have met the same machine."""
    return statistics.median(one / other for one, other in zip(theirs, ours, strict=True))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    figures = measure(given.documents, given.words, given.rounds)
    for part, told in (("", "from the start"), ("_ready", "workers ready")):
        ours, theirs = figures[f"processes{part}_seconds"], figures[f"dask{part}_seconds"]
        print(f"{told}: processes {ours:.2f} s, Dask {theirs:.2f} s, x{figures[f'ratio{part}']:.2f}")
    print(f"the bar is {BAR}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()

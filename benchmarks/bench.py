"""All figures of the issue on speed in one go: ``python -m benchmarks.bench [--growth SIZES] ... [-o FILE]``.

Each benchmark runs as a program of its own, and the last line that it prints is taken into the table of
``docs/performance.md``, between two marks; the prose around them stays. With ``--only`` some of them run and nothing is
written. One that can not run here is a line that says why.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.archive_cost import cost_of_archive
from benchmarks.corpus import Request
from benchmarks.corpus.writing import write_corpus

__all__ = ["BENCHMARKS", "Bar", "Benchmark", "main", "table", "written_between"]

DOCUMENT: Final = Path(__file__).parents[1] / "docs" / "performance.md"
FIRST, LAST = "<!-- figures: written by make bench -->", "<!-- end of the figures -->"
LEAST, MOST = "at least", "at most"
LONGEST_SECONDS: Final = 3600
"""Of one benchmark."""

Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure that one benchmark gives, and what is asked of it.

    Attributes:
        what: what it says, in a few words.
        key: its key in the benchmark's last line.
        bar: the least or the most that is asked.
        asked: "at least" or "at most".
        detail: the two figures that it is the ratio of, in words.
    """

    what: str
    key: str
    bar: float
    asked: str
    detail: Callable[[Figures], str] = lambda _: ""

    def met(self, value: float) -> bool:
        """Whether a value is within the bar."""
        return value >= self.bar if self.asked == LEAST else value <= self.bar


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module of this folder with the arguments that it gets, and its bars."""

    module: str
    arguments: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def command(self) -> str:
        """As one types it."""
        return f"python -m benchmarks.{self.module} {' '.join(self.arguments)}".strip()


def _speeds(ours: str, theirs: str) -> Callable[[Figures], str]:
    def said(figures: Figures) -> str:
        return f"{figures[ours]:,} and {figures[theirs]:,} words/s"

    return said


def _seconds(ours: str, theirs: str) -> Callable[[Figures], str]:
    return lambda figures: f"{figures[ours]:.2f} and {figures[theirs]:.2f} s"


def _sizes(key: str, unit: str) -> Callable[[Figures], str]:
    return lambda figures: ", ".join(f"{each[key]:,.0f}" for each in figures["sizes"]) + f" {unit}"


OURS, SPACY = "words_per_second", "spacy_alone_words_per_second"
BENCHMARKS: Final = {
    "seeds": Benchmark(
        "check",
        ("{seeds}",),
        (
            Bar("five versions, whole check, over spaCy alone", "ratio_to_spacy", 1.5, LEAST, _speeds(OURS, SPACY)),
            Bar("the same, cache in memory warm", "ratio_to_spacy_warm", 10, LEAST,
                _speeds("discrepancy_warm_in_memory_words_per_second", SPACY)),
            Bar("the same, cache on disk warm", "ratio_to_spacy_warm_disk", 10, LEAST,
                _speeds("discrepancy_warm_on_disk_words_per_second", SPACY)),
        ),
    ),
    "stories": Benchmark(
        "check",
        ("{corpus}/articles", "--rounds", "3"),
        (
            Bar("generated stories, whole check, over quantulum3 alone", "ratio_to_quantulum3", 1, LEAST,
                _speeds(OURS, "quantulum3_words_per_second")),
            Bar("the same, over quantulum3 with its classifier", "ratio_to_quantulum3_with_classifier", 1, LEAST,
                _speeds(OURS, "quantulum3_with_classifier_words_per_second")),
        ),
    ),
    "planted": Benchmark(
        "planted",
        ("{corpus}",),
        (
            Bar("planted differences found", "recall", 0.8, LEAST,
                lambda figures: f"{figures['found']} of {figures['planted']}"),
            Bar("false alarms a story", "false_alarms_a_story", 0.2, MOST,
                lambda figures: f"{figures['false_conflicts']} conflicts and {figures['false_to_check']} to check, "
                f"{figures['stories']} stories"),
        ),
    ),
    "grouping": Benchmark(
        "grouping",
        ("--documents", "{documents}"),
        (
            Bar("grouping: precision", "precision", 0.99, LEAST),
            Bar("grouping: recall", "recall", 0.95, LEAST),
            Bar("grouping: documents per second over rensa's", "ratio_to_rensa", 0.4, LEAST),
        ),
    ),
    "growth": Benchmark(
        "growth",
        ("--sizes", "{growth}"),
        (
            Bar("growth: time of a step", "worst_time_step", 4.3, MOST, _sizes("process_seconds", "s")),
            Bar("growth: memory of a step", "worst_memory_step", 1.1, MOST, _sizes("peak_mb", "MB")),
        ),
    ),
    "workers": Benchmark(
        "workers",
        ("--documents", "{workers}", "--rounds", "2"),
        (Bar("two workers over one", "speedup", 1.4, LEAST, _seconds("two_workers_seconds", "one_worker_seconds")),),
    ),
    "dask": Benchmark(
        "dask_beside_processes",
        ("--documents", "{dask}"),
        (
            Bar("Dask's time over the processes', start-up and all", "ratio", 1.2, MOST,
                _seconds("dask_seconds", "processes_seconds")),
            Bar("the same, once the workers are ready", "ratio_ready", 1.2, MOST,
                _seconds("dask_ready_seconds", "processes_ready_seconds")),
        ),
    ),
    "start": Benchmark(
        "start_up",
        (),
        (
            Bar("--help over plain imports", "ratio_to_plain_imports", 4, MOST,
                lambda figures: f"{figures['help_seconds'] * 1000:.0f} ms"),
        ),
    ),
    "report": Benchmark(
        "report",
        (),
        (
            Bar("rows of a page over a plain jinja2 table", "ratio_to_plain_table", 0.8, LEAST,
                "{rows_per_second:,} and {plain_table_rows_per_second:,} rows/s".format_map),
        ),
    ),
}  # fmt: skip


def figures_of(benchmark: Benchmark, places: Mapping[str, str]) -> Figures | str:
    """The last line of one benchmark; why there is none where it can not run."""
    arguments = [each.format_map(places) for each in benchmark.arguments]
    command = [sys.executable, "-m", f"benchmarks.{benchmark.module}", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LONGEST_SECONDS)
        found: Figures = json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.CalledProcessError as problem:
        lines = str(problem.stderr).strip().splitlines()
        return lines[-1] if lines else f"it ended with {problem.returncode}"
    except (subprocess.TimeoutExpired, ValueError, IndexError) as problem:
        return type(problem).__name__
    return found


def table(found: Mapping[str, Figures | str], chosen: Mapping[str, Benchmark], shown: Mapping[str, str]) -> list[str]:
    """The table's lines: what, bar, figure, whether it is met, details, command."""
    lines = ["| what | bar | figure | met | ours and the peer's | command |", "| --- | --- | --- | --- | --- | --- |"]
    for name, figures in found.items():
        benchmark = chosen[name]
        for bar in benchmark.bars:
            asked = f"{bar.asked} {bar.bar:g}"
            value = None if isinstance(figures, str) else figures.get(bar.key)
            command = f"`{benchmark.command.format_map(shown)}`"
            if isinstance(figures, str) or value is None:
                why = figures if isinstance(figures, str) else "not measured here"
                lines.append(f"| {bar.what} | {asked} | – | – | {why.replace('|', '/')} | {command} |")
            else:
                met = "yes" if bar.met(value) else "**no**"
                lines.append(f"| {bar.what} | {asked} | {value:.2f} | {met} | {bar.detail(figures)} | {command} |")
    return lines


def machine() -> str:
    """The processor's name, its cores, Python: what figures depend on."""
    name = platform.processor() or platform.machine()
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        models = [line.split(":", 1)[1].strip() for line in listing.read_text(encoding="utf-8").splitlines()
                  if line.startswith("model name")]  # fmt: skip
        name = models[0] if models else name
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def written_between(text: str, lines: Sequence[str]) -> str:
    """``text`` with ``lines`` between the two marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, _, rest = text.partition(FIRST)
    _, mark, after = rest.partition(LAST)
    if not mark:
        raise ValueError(f"the marks {FIRST!r} and {LAST!r} are not there")
    return "\n".join([f"{before}{FIRST}", "", *lines, "", f"{LAST}{after}"])


def section(found: Mapping[str, Figures | str], shown: Mapping[str, str]) -> list[str]:
    """All that is written: when and on what, the table, and what an archive would cost."""
    load = f"the load was {os.getloadavg()[0]:.1f} when they ended"
    lines = [f"Measured on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; {load}.", ""]
    lines += table(found, BENCHMARKS, shown)
    growth = found.get("growth")
    if growth is not None and not isinstance(growth, str):
        lines += ["", "### CC-NEWS, on paper", "", *cost_of_archive(growth["sizes"])]
    return lines


def main() -> None:
    """Run what is asked for, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="seeds", help="the folder with five versions of one story")
    parser.add_argument("--stories", type=int, default=100, help="generated documents for the check")
    parser.add_argument("--documents", type=int, default=2000, help="generated documents for grouping")
    parser.add_argument("--growth", default="500,2000", help="sizes of the batches")
    parser.add_argument("--workers", type=int, default=600, help="documents for one worker against two")
    parser.add_argument("--dask", type=int, default=400, help="documents for Dask against processes")
    parser.add_argument("--only", choices=list(BENCHMARKS), nargs="+", help="some of them; the table is printed alone")
    parser.add_argument("-o", "--output", type=Path, default=DOCUMENT)
    given = parser.parse_args()
    shown = {key: str(value) for key, value in vars(given).items()} | {"corpus": "CORPUS"}
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        write_corpus(Request(given.stories), Path(scratch) / "corpus", layout="stories")
        places = shown | {"corpus": f"{scratch}/corpus"}
        found = {}
        for name in given.only or BENCHMARKS:
            print(f"{name} …", flush=True)
            found[name] = figures_of(BENCHMARKS[name], places)
            print(*table({name: found[name]}, BENCHMARKS, shown)[2:], sep="\n", flush=True)
    if not given.only:
        text = given.output.read_text(encoding="utf-8")
        given.output.write_text(written_between(text, section(found, shown)), encoding="utf-8")


if __name__ == "__main__":
    main()

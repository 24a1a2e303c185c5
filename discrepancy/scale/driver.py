"""The order of a run: plan, map, group, reduce, index. It knows no runner, and no library that a runner needs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from discrepancy.errors import OutputError, TooManyFailures
from discrepancy.loaders.intake.own_output import MARK, SAYS
from discrepancy.scale.grouping import Sketches, buckets
from discrepancy.scale.index import Index
from discrepancy.scale.job import Job, Part
from discrepancy.scale.map_task import map_task, peak_memory, put
from discrepancy.scale.packs import Packs
from discrepancy.scale.plan import measured, plan
from discrepancy.scale.reduce_task import reduce_task
from discrepancy.scale.report import RUN, RunReport
from discrepancy.scale.rows import Row, aside
from discrepancy.scale.runners import Failed, Runner
from discrepancy.scale.schema import TABLES, arrow, parquet
from discrepancy.scale.storage import Storage, open_storage

__all__ = ["Step", "Watch", "ensure_ours", "run_batch"]

_T = TypeVar("_T")
_OURS = re.compile(
    r"(?:facts|documents|findings|failures|passed_over)/[0-9a-f]{16}(?:-\d{4,})?\.parquet"
    r"|work/(?:map|reduce)/[0-9a-f]{16}\.json"
    r"|work/(?:packs|sketches)/[0-9a-f]{16}-\d{4,}\.(?:pack|sketches)"
    r"|stories/[a-z0-9-]+-[0-9a-f]{8}\.html"
    r"|index-\d+\.html"
)
"""The names that a run gives; only what has one is ever taken away."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: its stage, how much of how much of it is done, documents and failures so far."""

    stage: str
    done: int
    total: int
    documents: int
    failures: int


Watch = Callable[[Step], None]


def run_batch(
    inputs: Sequence[str | Path],
    job: Job,
    runner: Runner,
    *,
    known: Mapping[str, str] | None = None,
    most_failures: int | None = None,
    watch: Watch = lambda _step: None,
) -> RunReport:
    """Check an archive.

    Args:
        inputs: files, folders, and addresses that fsspec knows.
        job: what is asked.
        runner: who does the work.
        known: the story of each document id of an earlier run, whose ids stay.
        most_failures: after more failures the run stops.
        watch: told after each part and each bucket.

    Raises:
        DiscrepancyError: there is no language model, a library is missing, the output can not be written …
        TooManyFailures: there were more than ``most_failures``. What is done stays; the next run goes on from there.
    """
    arrow()
    storage = open_storage(job.output)
    with storage.claim(f"job {job.key}"), runner:
        storage.put(MARK, SAYS)
        run = _Run(job, storage, runner, watch, most_failures, began=time.perf_counter())
        sketches = run.map(inputs)
        index = run.reduce(sketches, known)
        return run.finish(index)


@dataclass(slots=True)
class _Run:
    job: Job
    storage: Storage
    runner: Runner
    watch: Watch
    most_failures: int | None
    began: float
    report: RunReport = field(init=False)
    lost: list[Row] = field(default_factory=list)
    """What failed for the runner: a worker that died over it again and again."""

    def __post_init__(self) -> None:
        """Begin with nothing done."""
        self.report = RunReport(self.job)

    def map(self, inputs: Sequence[str | Path]) -> Sketches:
        """The first stage: every part of the input."""
        out = [] if "://" in self.job.output else [Path(self.job.output)]
        _, total = measured(inputs, out)
        done = 0
        sketches = Sketches(Packs(self.storage))
        parts = self._timed("plan", plan(inputs, self.job, out))
        for part, result in self.runner.run(map_task, parts, self.job):
            if isinstance(result, Failed):
                self._lose(result, "map", path=_named(part))
            else:
                self.report.mapped(result)
                sketches.add(result.chunks)
            done += part.size
            self._step("read", done, total)
        return sketches

    def reduce(self, sketches: Sketches, known: Mapping[str, str] | None) -> Index:
        """Grouping and the second stage: buckets are checked while others are still being put together."""
        index, done, total = Index(), 0, sketches.days.total()
        made = self._timed("group", buckets(sketches, self.job, known))
        for bucket, result in self.runner.run(reduce_task, made, self.job):
            if isinstance(result, Failed):
                for story in bucket.stories:
                    self._lose(result, "check", story=story.id)
            else:
                self.report.reduced(result)
                index.add(result)
            done += bucket.documents
            self._step("checked", done, total)
        return index

    def finish(self, index: Index) -> RunReport:
        """The index, the run report, and what no run needs any more taken away."""
        report = self.report
        there = {file.name.partition("/")[0] for file in report.files}
        for table in TABLES:  # each has a part, even where the run had nothing to put in it
            rows = self.lost if table == "failures" else []
            if table in there and not rows:
                continue
            report.files.append(put(self.storage, f"{table}/{self.job.key}.parquet", parquet(table, rows)))
        report.files += index.write(self.storage, self.job.shown, report)
        report.driver_peak = peak_memory()
        report.seconds["wall"] = time.perf_counter() - self.began
        self.storage.put(RUN, report.as_json())
        self._sweep()
        return report

    def _sweep(self) -> None:
        ours = {file.name for file in self.report.files} | self.report.markers
        for name in self.storage.names():
            if name not in ours and _OURS.fullmatch(name):
                self.storage.remove(name)

    def _timed(self, stage: str, items: Iterable[_T]) -> Iterator[_T]:
        """The items, with the time that it takes to make them."""
        each = iter(items)
        while True:
            began = time.perf_counter()
            try:
                item = next(each)
            except StopIteration:
                return
            finally:
                self.report.seconds[stage] += time.perf_counter() - began
            yield item

    def _lose(self, failed: Failed, stage: str, *, path: str = "", story: str = "") -> None:
        told = {"reason": failed.what, "remedy": "Run again; if it stays so, please report it."}
        row = {"path": path, "document": "", "story": story, "stage": stage, "cause": failed.cause, **told}
        self.lost.append(row)
        self.report.lost(failed.cause, aside(row))

    def _step(self, stage: str, done: int, total: int) -> None:
        failures = self.report.failures.total()
        if self.most_failures is not None and failures > self.most_failures:
            if self.lost:
                self.storage.put(f"failures/{self.job.key}.parquet", parquet("failures", self.lost))
            raise TooManyFailures(
                f"{failures:,} files, documents or stories could not be read or checked, and"
                f" {self.most_failures:,} may be.",
                where=self.job.output,
                remedy=f"The table {place_of(self.job.output, 'failures')} says why of each. Mend them or let"
                " more pass, and run again.",
            )
        self.watch(Step(stage, done, total, self.report.documents, failures))


def place_of(output: str, name: str) -> str:
    """Where something of the output stands, as a reader finds it: from where the run goes on, if it lies below."""
    if "://" in output:
        return f"{output.rstrip('/')}/{name}"
    path = Path(output, name)
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def ensure_ours(output: str) -> None:
    """Find out whether a local folder is new, empty, or of an earlier run.

    Raises:
        OutputError: it holds other files.
    """
    folder = Path(output)
    if "://" in output or not folder.is_dir() or (folder / MARK).is_file():
        return
    if any(not each.name.startswith(".") for each in folder.iterdir()):
        raise OutputError(
            "the folder holds other files, and nothing of an earlier batch.",
            where=output,
            remedy="Name a new or an empty folder.",
        )


def _named(part: Part) -> str:
    more = len(part.files) - 1
    return part.files[0].display + (f" and {more:,} more" if more else "")

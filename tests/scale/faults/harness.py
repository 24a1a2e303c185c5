"""Runs over a small archive, undisturbed and disturbed, and what has to be the same after both."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from discrepancy.scale.driver import Watch, run_batch
from discrepancy.scale.job import Job, job_of
from discrepancy.scale.report import RunReport
from discrepancy.scale.runners import Runner, in_process
from discrepancy.settings import Settings
from tests.scale import archive

PART_SIZE = 3
APART = dt.timedelta(days=30)
"""How far the archive's months lie apart: the same story a month later is another one."""
TABLES = ("documents", "facts", "failures", "findings")
PATIENCE = 60.0
"""Seconds in which a run of this size has to come to where it is wanted, however busy the machine is."""
_TIMED = frozenset({"run.json", ".run"})


def archive_of(folder: Path, months: int) -> Path:
    """So many months of the same three stories, a file a month."""
    for month in range(months):
        rows = [
            {**row, "published": (dt.datetime.fromisoformat(row["published"]) + month * APART).isoformat()}
            for row in archive.ROWS
        ]
        archive.lines(folder / f"month-{month:02}.jsonl", rows)
    return folder


def job(output: Path | str) -> Job:
    return job_of(str(output), Settings(), part_size=PART_SIZE)


def run(source: Path, output: Path | str, runner: Runner | None = None, watch: Watch = lambda _step: None) -> RunReport:
    """One run, in this process unless told."""
    return run_batch([source], job(output), runner or in_process(), watch=watch)


@dataclass(frozen=True)
class Outcome:
    """What a run leaves: the digest that it tells, the rows of each table, and its files.

    Bytes are of what users get. The packs between the stages hold the same values, not always in the same bytes, and
    markers of what is done tell how many seconds it took: of those the names are held.
    """

    digest: str
    rows: dict[str, Counter[str]]
    files: dict[str, bytes]


def outcome(output: Path) -> Outcome:
    """Read it from the folder alone, as a user would."""
    told = json.loads((output / "run.json").read_text(encoding="utf-8"))
    rows: dict[str, Counter[str]] = {}
    for table in TABLES:
        found: list[dict[str, Any]] = ds.dataset(output / table).to_table().to_pylist()
        rows[table] = Counter(repr(sorted(each.items())) for each in found)
    paths = (path for path in sorted(output.rglob("*")) if path.is_file() and path.name not in _TIMED)
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in paths}
    return Outcome(told["digest"], rows, {name: kept(name, data) for name, data in files.items()})


def must_be_same(output: Path, undisturbed: Outcome) -> None:
    """Nothing lost, nothing twice, nothing left over; every file has the bytes of an undisturbed run's."""
    found = outcome(output)
    assert found.digest == undisturbed.digest
    for table in TABLES:
        assert found.rows[table] == undisturbed.rows[table], table
    assert sorted(found.files) == sorted(undisturbed.files)
    assert not [name for name, data in found.files.items() if data != undisturbed.files[name]]


def kept(name: str, data: bytes) -> bytes:
    """The bytes of a file that have to be the same in every run."""
    return b"" if name.startswith("work/") else data


PROGRAM = """
import sys
from pathlib import Path
from discrepancy.errors import DiscrepancyError
from discrepancy.scale.runners import dask_at, in_process, processes
from tests.scale.faults.harness import run

if __name__ == "__main__":
    source, output, who = sys.argv[1:]
    runner = processes(int(who)) if who.isdecimal() and int(who) else in_process() if who == "0" else dask_at(who)
    try:
        run(Path(source), output, runner)
    except DiscrepancyError as why:
        sys.exit(f"{type(why).__name__}: {why}")
"""


@contextmanager
def driver(folder: Path, repo: Path, source: Path, output: Path | str, who: str) -> Iterator[subprocess.Popen[str]]:
    """A run in a process of its own: ``who`` is a number of workers, 0 for none, or a scheduler's address."""
    script = folder / "driver.py"
    script.write_text(PROGRAM, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, str(script), str(source), str(output), who],
        env={**os.environ, "PYTHONPATH": str(repo)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def until(there: Callable[[], bool], process: subprocess.Popen[str] | subprocess.Popen[bytes] | None = None) -> bool:
    """Wait for it; False if the process ended before."""
    deadline = time.monotonic() + PATIENCE
    while not there():
        if process is not None and process.poll() is not None:
            return False
        assert time.monotonic() < deadline
        time.sleep(0.005)
    return True


def written(output: Path) -> int:
    """How many files a run has written by now."""
    return sum(1 for path in output.rglob("*") if path.is_file()) if output.exists() else 0

"""A program run to its end: how long it took and how much memory it and its children had at once."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["Ran", "run"]

POLL_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Ran:
    """One run.

    Attributes:
        wall: seconds from start to end.
        process: seconds of the processor, of all its processes.
        peak_mb: the most memory of the whole tree of processes at one time; of the largest of them where the system
            does not list processes by file.
        said: its standard output.
    """

    wall: float
    process: float
    peak_mb: float
    said: str


def run(command: Sequence[str | Path]) -> Ran:
    """Run a program.

    Raises:
        subprocess.CalledProcessError: it failed; its standard error is in it.
    """
    before, start, peak = _children(), time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        while True:
            try:
                said, complaint = program.communicate(timeout=POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, _tree(program.pid))
    wall = time.perf_counter() - start
    if program.returncode not in {0, 1}:
        raise subprocess.CalledProcessError(program.returncode, list(map(str, command)), said, complaint)
    after = _children()
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(wall, spent, peak or after.ru_maxrss / 1024, said)


def _children() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


def _tree(root: int) -> float:
    """Memory in MB that a process and all below it have now."""
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            continue  # it has ended meanwhile
        parents[int(folder.name)] = int(stat[1])
        sizes[int(folder.name)] = int(stat[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return sum(size for process, size in sizes.items() if _below(process, root, parents))


def _below(process: int, root: int, parents: dict[int, int]) -> bool:
    while process > 1 and process != root:
        process = parents.get(process, 0)
    return process == root

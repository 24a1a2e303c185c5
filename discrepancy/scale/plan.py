"""The input cut into parts, as it is walked: none of it is read whole, and no list of all files is ever made."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePath

from discrepancy.errors import DiscrepancyError, PathMissing
from discrepancy.loaders.intake.files import read_head
from discrepancy.loaders.intake.registry import claimant
from discrepancy.scale.cuts import groups_of, line_cuts
from discrepancy.scale.job import Cut, File, Job, Part, is_border
from discrepancy.scale.remote_inputs import is_remote, remote_files
from discrepancy.scale.walking import Found, walked

__all__ = ["ensure_there", "measured", "plan"]

_LARGE = 262_144
"""Bytes from which on a file may hold so much that it is a part by itself."""
_MOST_BYTES = 16_000_000
"""Bytes of the small files of one part."""
_TABLES = frozenset({".jsonl", ".ndjson", ".jsonlines", ".parquet"})
_ONE_ARTICLE = 1_000_000
"""A loader that reads larger files than this reads files of many articles."""


def ensure_there(inputs: Sequence[str | Path]) -> None:
    """Find out whether something is at each path, before anything is made for it. Addresses are asked when read.

    Raises:
        PathMissing: nothing is there.
    """
    for each in inputs:
        if not is_remote(str(each)) and not os.path.lexists(each):
            raise PathMissing(
                "does not exist; nothing was read or written.",
                where=str(each),
                remedy="Check how it is spelled, and the folder you are in.",
            )


def plan(inputs: Sequence[str | Path], job: Job, leave_out: Collection[Path] = ()) -> Iterator[Part]:
    """The parts of the input, in a fixed order, made as they are asked for.

    A large JSON Lines or Parquet file is cut into ranges of its rows, small files are put together, and any other
    large file is a part by itself: what tasks keep of it is cut all the same.
    """
    files: list[File] = []
    size, base = 0, ""
    for file, where in _found(inputs, leave_out):
        alone = _alone(file, where, job)
        ended = bool(files) and is_border(files[-1].display, len(files), job.part_size)
        if files and (ended or size + file.size > _MOST_BYTES or alone or where != base):
            yield Part(files=tuple(files), base=base)
            files, size = [], 0
        base = where
        if alone:
            yield from alone
        else:
            files.append(file)
            size += file.size
    if files:
        yield Part(files=tuple(files), base=base)


def measured(inputs: Sequence[str | Path], leave_out: Collection[Path] = ()) -> tuple[int, int]:
    """How many files there are, and how many bytes they hold: what the time that is left is told by."""
    files = size = 0
    for file, _ in _found(inputs, leave_out):
        files += 1
        size += file.size
    return files, size


def _found(inputs: Sequence[str | Path], leave_out: Collection[Path]) -> Iterator[tuple[File, str]]:
    """Each file, and the folder that its path is shown relative to; empty for one that has an address."""
    here = [Path(each) for each in inputs if not is_remote(str(each))]
    yield from ((_file(found), found.base) for found in walked(here, leave_out))
    for address in sorted({str(each) for each in inputs if is_remote(str(each))}):
        yield from ((file, "") for file in remote_files(address))


def _file(found: Found) -> File:
    """The file as it is now; one that can not be looked at is left to the task, which says why."""
    candidate = found.candidate
    if found.passed:
        return File(display=candidate.display, path=str(candidate.path), size=0, changed=0, passed=found.passed)
    try:
        status = candidate.path.stat()
        size, changed = status.st_size, status.st_mtime_ns
    except (OSError, ValueError):
        size, changed = 0, 0
    return File(display=candidate.display, path=str(candidate.path), size=size, changed=changed, given=candidate.given)


def _alone(file: File, base: str, job: Job) -> list[Part]:
    """The parts of a file that may hold many articles; none for one that is put together with others.

    One that has an address is not looked into: it is fetched once, by the task that reads it.
    """
    path = PurePath(file.path)
    if file.size <= _LARGE and path.suffix.lower() not in _TABLES:
        return []
    if is_remote(file.path):
        return [Part(files=(file,), base=base)]
    try:
        loader = claimant(path, read_head(Path(file.path), file.display))
        suffixes = loader.suffixes if loader else frozenset()
        cuts: Sequence[Cut] = ()
        if ".jsonl" in suffixes:
            cuts = line_cuts(Path(file.path), job.part_size)
        elif ".parquet" in suffixes:
            cuts = groups_of(Path(file.path), job.part_size)
    except (DiscrepancyError, OSError):  # the task meets it too, and says so
        return [Part(files=(file,), base=base)]
    if cuts:
        return [Part(files=(file,), base=base, cut=cut) for cut in cuts]
    many = loader is not None and loader.most_bytes > _ONE_ARTICLE
    return [Part(files=(file,), base=base)] if many else []

"""What tasks say when they are through: small, and kept as JSON beside what they wrote, so that a rerun finds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from heapq import nsmallest
from typing import Any

from discrepancy.errors import DiscrepancyError, StorageMissing
from discrepancy.scale.storage import Storage

__all__ = [
    "MAPS",
    "REDUCES",
    "Aside",
    "Chunk",
    "MapDone",
    "Put",
    "ReduceDone",
    "foremost",
    "keep",
    "kept_map",
    "kept_reduce",
]

MAPS = "work/map"
REDUCES = "work/reduce"
"""Where it is kept, under the key of the part or bucket."""
_FIGURES = re.compile(r"(\d{1,18})", re.ASCII)
_MOST_NAMED = 20
"""Files that the index names of those that failed, and of those that were passed over."""
Aside = tuple[str, str, str]
"""What was not read or checked, as the index names it: the file or story, the reason, what to do."""


def foremost(told: Iterable[Aside]) -> tuple[Aside, ...]:
    """The first of them by name: the same, however a run is cut into parts and in whatever order these are done."""
    return tuple(nsmallest(_MOST_NAMED, told, key=_in_order))


def _in_order(told: Aside) -> tuple[list[tuple[int, str]], Aside]:
    """What it sorts by: line 9 of a file comes before its line 12."""
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in _FIGURES.split(told[0])], told


@dataclass(frozen=True, slots=True)
class Put:
    """A file that was written: its name, its size and the SHA-256 of what is in it."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some documents of a part, written together.

    ``sketches`` is the name of the file that holds their sketches by day, ``days`` says how many there are of each, in
    order.
    """

    sketches: str
    days: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDone:
    """What became of a part.

    ``facts_sum`` is the sum of the digests of each document's facts. ``failures`` are counted by cause, ``failed`` and
    ``passed`` are the foremost of what failed and of what was passed over; ``peak`` is the most memory that the worker
    held, in bytes; ``reused`` says that all of it was there from an earlier run.
    """

    key: str
    files: tuple[Put, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    documents: int = 0
    facts: int = 0
    facts_sum: int = 0
    skipped: int = 0
    passed: tuple[Aside, ...] = ()
    failures: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[Aside, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    peak: int = 0
    reused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReduceDone:
    """What became of a bucket.

    ``lines`` are the index lines of its stories with findings, ``levels`` counts findings, ``quiet`` stories without
    findings by how they stand. ``left_out`` are the stories of which not all
    versions were compared: id, versions, and how many were.
    """

    key: str
    files: tuple[Put, ...] = ()
    stories: int = 0
    documents: int = 0
    findings_sum: int = 0
    quiet: Mapping[str, int] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    lines: tuple[Mapping[str, Any], ...] = ()
    left_out: tuple[tuple[str, int, int], ...] = ()
    failures: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[Aside, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    peak: int = 0
    reused: bool = False


def keep(storage: Storage, name: str, done: MapDone | ReduceDone) -> None:
    """Write it down. This comes last: where it is there, all that it tells of is there."""
    storage.put(name, json.dumps(asdict(done), sort_keys=True).encode())


def kept_map(storage: Storage, name: str) -> MapDone | None:
    """What an earlier run said of a part, if all that it tells of is still whole."""
    found = _kept(storage, name)
    if found is None:
        return None
    try:
        chunks = tuple(
            Chunk(each["sketches"], tuple((day, count) for day, count in each["days"])) for each in found.pop("chunks")
        )
        passed, failed = _asides(found.pop("passed")), _asides(found.pop("failed"))
        return replace(MapDone(**found), chunks=chunks, passed=passed, failed=failed, reused=True)
    except (TypeError, KeyError, ValueError):  # written by another version, or no JSON of ours
        return None


def kept_reduce(storage: Storage, name: str) -> ReduceDone | None:
    """What an earlier run said of a bucket, if all that it tells of is still whole."""
    found = _kept(storage, name)
    if found is None:
        return None
    try:
        lines, left_out = tuple(found.pop("lines")), tuple(tuple(each) for each in found.pop("left_out"))
        failed = _asides(found.pop("failed"))
        return replace(ReduceDone(**found), lines=lines, left_out=left_out, failed=failed, reused=True)
    except (TypeError, KeyError, ValueError):  # as above
        return None


def _asides(told: Iterable[Iterable[str]]) -> tuple[Aside, ...]:
    return tuple((name, why, remedy) for name, why, remedy in told)


def _kept(storage: Storage, name: str) -> dict[str, Any] | None:
    try:
        found = json.loads(storage.get(name))
        files = tuple(Put(**each) for each in found["files"])
    except (StorageMissing, ValueError, TypeError, KeyError):
        return None
    return {**found, "files": files} if all(_is_whole(storage, each) for each in files) else None


def _is_whole(storage: Storage, put: Put) -> bool:
    try:
        return storage.size(put.name) == put.size and sha256(storage.get(put.name)).hexdigest() == put.digest
    except DiscrepancyError:
        return False

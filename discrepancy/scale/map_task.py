"""The first stage: a part of the input -> the facts of its documents, and a sketch of each."""

from __future__ import annotations

import datetime as dt
import hashlib
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from itertools import groupby, islice

from discrepancy.errors import EngineMissing, InputChanged, InputError
from discrepancy.model import Document, Fact, Skipped
from discrepancy.pipeline import read_facts
from discrepancy.scale.done import MAPS, Chunk, MapDone, Put, foremost, keep, kept_map
from discrepancy.scale.job import Job, Member, Part, digest_of
from discrepancy.scale.packs import packed, record
from discrepancy.scale.reading import read_part
from discrepancy.scale.rows import Row, aside, fact_rows, failure_row, passed_row, sum_of
from discrepancy.scale.schema import parquet
from discrepancy.scale.storage import Storage, open_storage
from discrepancy.settings import Settings
from discrepancy.stories.grouping import Sketch, sketch

__all__ = ["map_task", "peak_memory", "put"]

_BATCH = 32
"""Documents whose facts are read together: the language engine is quickest with a few texts at once."""
_MOST_PACKED = 8_000_000
"""Bytes of packed documents of one chunk, where they are long."""


def map_task(part: Part, job: Job) -> MapDone:
    """Read a part. What it writes is named for the part and the job: a second time it does nothing.

    A document or a file that can not be read is a row of the failures, and costs no other.

    Raises:
        EngineMissing: no language model is installed.
        StorageError: what was read can not be written.
    """
    key = digest_of(part.key, job.reading)
    storage = open_storage(job.output)
    before = kept_map(storage, f"{MAPS}/{key}.json")
    if before is not None:
        return before
    work = _Work(storage, key, job)
    changed = False
    try:
        for documents in _batches(_documents(part, job.settings, work)):
            work.add(_facts_of(documents, job.settings, work))
        changed = work.causes[InputChanged.__name__] > 0
    except InputChanged as error:
        work = _Work(storage, key, job)  # what was written goes under names that nothing tells of
        work.fail("read", error)
        changed = True
    done = work.done()
    if not changed:
        keep(storage, f"{MAPS}/{key}.json", done)
    return done


@dataclass(slots=True)
class _Work:
    """A part while it is read: what was written, and the documents of the chunk that is not full yet."""

    storage: Storage
    key: str
    job: Job
    files: list[Put] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    pack: list[bytes] = field(default_factory=list)
    sketches: list[tuple[str, Sketch, Member]] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)
    causes: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    documents: int = 0
    facts: int = 0
    facts_sum: int = 0
    passed: list[Row] = field(default_factory=list)

    def fail(self, stage: str, problem: BaseException, *, path: str = "", document: str = "") -> None:
        self.failures.append(failure_row(stage, problem, path=path, document=document))
        self.causes[type(problem).__name__] += 1

    def add(self, read: list[tuple[Document, tuple[Fact, ...]]]) -> None:
        began = time.perf_counter()
        for document, facts in read:
            rows = fact_rows(document, facts)
            self.facts += len(rows)
            self.facts_sum = sum_of(rows, self.facts_sum)
            self.rows += rows
            made = sketch(document)
            member = Member(document.id, self._name("work/packs", "pack"), len(self.pack), made.key, _moment(document))
            self.pack.append(record((document, facts)))
            self.sketches.append((slot_of(made), made, member))
            self.documents += 1
        self.seconds["sketch"] += time.perf_counter() - began
        if len(self.sketches) >= self.job.part_size or sum(map(len, self.pack)) >= _MOST_PACKED:
            self.close_chunk()

    def close_chunk(self) -> None:
        """Write what is held, under the names of this chunk; a part has one even if it has no document."""
        began = time.perf_counter()
        self.sketches.sort(key=lambda each: (each[0], each[1].id))
        days = [
            (day, [(made, astuple(member)) for _, made, member in found])
            for day, found in groupby(self.sketches, key=lambda each: each[0])
        ]
        records = [record([day for day, _ in days]), *(record(held) for _, held in days)]
        pack_name, sketches = self._name("work/packs", "pack"), self._name("work/sketches", "sketches")
        self.files.append(put(self.storage, self._name("facts", "parquet"), parquet("facts", self.rows)))
        self.files.append(put(self.storage, pack_name, packed(self.pack)))
        self.files.append(put(self.storage, sketches, packed(records)))
        self.chunks.append(Chunk(sketches, tuple((day, len(held)) for day, held in days)))
        self.rows, self.sketches, self.pack = [], [], []
        self.seconds["write"] += time.perf_counter() - began

    def _name(self, folder: str, suffix: str) -> str:
        return f"{folder}/{self.key}-{len(self.chunks):04}.{suffix}"

    def done(self) -> MapDone:
        if self.sketches or not self.chunks:
            self.close_chunk()
        if self.failures:
            self.files.append(put(self.storage, f"failures/{self.key}.parquet", parquet("failures", self.failures)))
        if self.passed:
            self.files.append(put(self.storage, f"passed_over/{self.key}.parquet", parquet("passed_over", self.passed)))
        return MapDone(
            key=self.key,
            files=tuple(self.files),
            chunks=tuple(self.chunks),
            documents=self.documents,
            facts=self.facts,
            facts_sum=self.facts_sum,
            skipped=len(self.passed),
            passed=foremost((row["path"], row["reason"], "") for row in self.passed),
            failures=dict(self.causes),
            failed=foremost(map(aside, self.failures)),
            seconds={stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            peak=peak_memory(),
        )


def _documents(part: Part, settings: Settings, work: _Work) -> Iterator[Document]:
    outcomes = read_part(part, settings)
    while True:
        began = time.perf_counter()
        try:
            outcome = next(outcomes, None)
        finally:
            work.seconds["read"] += time.perf_counter() - began
        if outcome is None:
            return
        if isinstance(outcome, InputError):
            work.fail("read", outcome, path=part.files[0].display)
        elif isinstance(outcome, Skipped):
            work.passed.append(passed_row(outcome))
        else:
            yield outcome


def _batches(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := list(islice(documents, _BATCH)):
        yield batch


def _facts_of(documents: list[Document], settings: Settings, work: _Work) -> list[tuple[Document, tuple[Fact, ...]]]:
    """The documents with their facts; one that the program stumbles over is a failure, and costs no other."""
    began = time.perf_counter()
    try:
        return list(zip(documents, read_facts(documents, settings), strict=True))
    except EngineMissing:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever one text brings about, the others are still worth reading
        if len(documents) > 1:
            return [pair for document in documents for pair in _facts_of([document], settings, work)]
        work.fail("extract", problem, path=documents[0].path, document=documents[0].id)
        return []
    finally:
        work.seconds["extract"] += time.perf_counter() - began


def slot_of(made: Sketch) -> str:
    """Where a sketch stands in the order of days. Those without a day come last, in 256 slots by their ids."""
    return made.day.isoformat() if made.day else f"~{hashlib.sha256(made.id.encode()).hexdigest()[:2]}"


def _moment(document: Document) -> str:
    """When a document was published, as it sorts; empty where that is not said."""
    when = document.dated
    if isinstance(when, dt.datetime) and when.tzinfo:
        when = when.astimezone(dt.UTC)
    return when.isoformat() if when else ""


def put(storage: Storage, name: str, data: bytes) -> Put:
    """Write a file, and say what was written."""
    storage.put(name, data)
    return Put(name, len(data), hashlib.sha256(data).hexdigest())


def peak_memory() -> int:
    """The most memory that this process held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

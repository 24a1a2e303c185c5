"""What became of a run, as ``run.json`` says it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from discrepancy.scale.done import MAPS, REDUCES, Aside, MapDone, Put, ReduceDone, foremost
from discrepancy.scale.job import Job
from discrepancy.scale.schema import TABLES

__all__ = ["RUN", "SCHEMA", "RunReport"]

RUN = "run.json"
SCHEMA = "discrepancy-run/1"
_MODULUS = 1 << 256
_NAMED = 100
"""Stories that are named of which not all versions were compared; all of them stand in the table of documents."""


@dataclass(slots=True)
class RunReport:
    """How much was read and found, how it failed, how long each stage took; ``digest`` is of all facts and findings.

    Seconds are of this run and added up over all workers; what an earlier run had done already took none.
    """

    job: Job
    parts: int = 0
    documents: int = 0
    facts: int = 0
    stories: int = 0
    skipped: int = 0
    passed: tuple[Aside, ...] = ()
    failed: tuple[Aside, ...] = ()
    findings: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    reused: Counter[str] = field(default_factory=Counter)
    left_out: list[tuple[str, int, int]] = field(default_factory=list)
    files: list[Put] = field(default_factory=list)
    markers: set[str] = field(default_factory=set)
    driver_peak: int = 0
    worker_peak: int = 0
    fresh: int = 0
    facts_sum: int = 0
    findings_sum: int = 0

    def mapped(self, done: MapDone) -> None:
        """Note what became of a part."""
        self.parts += 1
        self.documents += done.documents
        self.facts += done.facts
        self.skipped += done.skipped
        self.passed = foremost((*self.passed, *done.passed))
        self.facts_sum = (self.facts_sum + done.facts_sum) % _MODULUS
        self.fresh += 0 if done.reused else done.documents
        self.markers.add(f"{MAPS}/{done.key}.json")
        self._worked(done, "parts")

    def reduced(self, done: ReduceDone) -> None:
        """Note what became of a bucket."""
        self.stories += done.stories
        self.findings.update(done.levels)
        self.findings_sum = (self.findings_sum + done.findings_sum) % _MODULUS
        self.left_out += done.left_out
        self.markers.add(f"{REDUCES}/{done.key}.json")
        self._worked(done, "buckets")

    def _worked(self, done: MapDone | ReduceDone, what: str) -> None:
        self.failures.update(done.failures)
        self.failed = foremost((*self.failed, *done.failed))
        self.files += done.files
        if done.reused:
            self.reused[what] += 1
        else:
            for stage, seconds in done.seconds.items():
                self.seconds[stage] += seconds
            self.worker_peak = max(self.worker_peak, done.peak)

    def lost(self, cause: str, told: Aside) -> None:
        """Note what the runner could not do."""
        self.failures[cause] += 1
        self.failed = foremost((*self.failed, told))

    @property
    def digest(self) -> str:
        """SHA-256 over all rows of facts and findings: the same however the run was cut and carried out."""
        told = f"{self.facts} {self.facts_sum} {self.findings.total()} {self.findings_sum}"
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def rate(self) -> float:
        """Documents a second, of those that this run read itself; 0 where it had to read none."""
        wall = self.seconds["wall"]
        return round(self.fresh / wall, 2) if wall else 0.0

    def as_json(self) -> bytes:
        """``run.json``: what is the same in every run first, then what this one took."""
        told: dict[str, Any] = {
            "schema": SCHEMA,
            "digest": self.digest,
            "version": self.job.version,
            "model": self.job.model,
            "job": self.job.key,
            "documents": self.documents,
            "facts": self.facts,
            "stories": self.stories,
            "findings": dict(sorted(self.findings.items())),
            "failures": dict(sorted(self.failures.items())),
            "skipped": self.skipped,
            "not_compared": {
                "stories": len(self.left_out),
                "documents": sum(versions - kept for _, versions, kept in self.left_out),
                "named": [
                    {"story": story, "versions": versions, "compared": kept}
                    for story, versions, kept in sorted(self.left_out)[:_NAMED]
                ],
            },
            "parts": self._parts(),
            "run": {
                "seconds": {stage: round(seconds, 3) for stage, seconds in sorted(self.seconds.items())},
                "documents_per_second": self.rate,
                "documents_read": self.fresh,
                "reused": dict(sorted(self.reused.items())),
                "peak_memory": {"driver": self.driver_peak, "worker": self.worker_peak},
            },
        }
        return (json.dumps(told, indent=1) + "\n").encode()

    def _parts(self) -> dict[str, list[str]]:
        """The files of each table."""
        found: dict[str, list[str]] = {table: [] for table in TABLES}
        for file in sorted(self.files, key=lambda each: each.name):
            folder, _, _ = file.name.partition("/")
            if folder in found:
                found[folder].append(file.name)
        return found

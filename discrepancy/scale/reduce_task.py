"""The second stage: a bucket of stories -> their findings, and a page for each story that has some."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from discrepancy.errors import StorageError
from discrepancy.formats.html.page import render_view
from discrepancy.formats.view import build_view
from discrepancy.formats.view.stories import Neighbours, Standing, story_line
from discrepancy.loaders import Loaded
from discrepancy.model import Document, Fact, ReportData, Skipped
from discrepancy.pages.names import slug
from discrepancy.pipeline import check_facts
from discrepancy.scale.done import REDUCES, Put, ReduceDone, foremost, keep, kept_reduce
from discrepancy.scale.job import Bucket, Job, Member, StoryOf, digest_of
from discrepancy.scale.map_task import peak_memory, put
from discrepancy.scale.packs import Packs
from discrepancy.scale.rows import Row, aside, document_row, failure_row, finding_rows, sum_of
from discrepancy.scale.schema import parquet
from discrepancy.scale.storage import Storage, open_storage

__all__ = ["compared", "page_of", "reduce_task"]

_DIGITS = 8
_SAME = "another version has the same text"
_MANY = "the story has more versions than are held against each other"


def reduce_task(bucket: Bucket, job: Job) -> ReduceDone:
    """Check the stories of a bucket. What it writes is named for the bucket and the job: a second time it does nothing.

    A story that can not be checked is a row of the failures, and costs no other.

    Raises:
        InputError: the house style file can not be used.
        StorageError: what the first stage wrote is gone, or nothing can be written.
    """
    key = digest_of(bucket.key, job.key)
    storage = open_storage(job.output)
    before = kept_reduce(storage, f"{REDUCES}/{key}.json")
    if before is not None:
        return before
    work = _Work(storage, key, job, Packs(storage))
    for story in bucket.stories:
        try:
            work.add(story)
        except StorageError:
            raise
        except Exception as problem:  # noqa: BLE001 - whatever one story brings about, the others are still checked
            work.fail(story, problem)
    done = work.done(bucket)
    keep(storage, f"{REDUCES}/{key}.json", done)
    return done


def compared(members: tuple[Member, ...], most: int) -> tuple[tuple[Member, ...], dict[str, str]]:
    """The versions of a story that are held against each other, and why each of the others is not, by its id.

    All of them where they are few enough. Else each text once, the earliest that prints it; and where that leaves too
    many, the first, the last, and as many in between at even distances in the order of publication.
    """
    ordered = sorted(members, key=lambda each: (each.moment, each.document))
    if len(ordered) <= most:
        return tuple(ordered), {}
    once: dict[str, Member] = {}
    for member in ordered:
        once.setdefault(member.text, member)
    kept = list(once.values())
    if len(kept) > most:
        last = max(most - 1, 1)
        kept = [kept[round(at * (len(kept) - 1) / last)] for at in range(most)]
    taken, texts = {each.document for each in kept}, {each.text for each in kept}
    left = {each.document: _SAME if each.text in texts else _MANY for each in ordered if each.document not in taken}
    return tuple(kept), left


def _not_compared(left: Mapping[str, str]) -> tuple[Skipped, ...]:
    """What the page of a story says of versions that it does not hold: how many, for each reason why not."""
    counts = Counter(left.values())
    return tuple(Skipped(f"{count:,} more", f"{why}.") for why, count in sorted(counts.items()))


def page_of(story: str) -> str:
    """The name of the page of a story, which any system can keep and no other story has."""
    return f"stories/{slug(story)}-{digest_of(story)[:_DIGITS]}.html"


def _quiet(data: ReportData, *, whole: bool) -> Standing:
    """How a story without findings stands: one of which not all was compared can not be said to agree."""
    if not whole:
        return Standing.PARTIAL
    return Standing.ALONE if len(data.documents) == 1 else Standing.CLEAR


@dataclass(slots=True)
class _Work:
    """A bucket while it is checked."""

    storage: Storage
    key: str
    job: Job
    packs: Packs
    files: list[Put] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[tuple[str, int, int]] = field(default_factory=list)
    levels: Counter[str] = field(default_factory=Counter)
    quiet: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def fail(self, story: StoryOf, problem: BaseException) -> None:
        self.failures.append(failure_row("check", problem, story=story.id))
        self.causes[type(problem).__name__] += 1
        self.quiet[Standing.FAILED.value] += 1

    def add(self, story: StoryOf) -> None:
        members, left = compared(story.members, self.job.most_versions)
        began = time.perf_counter()
        taken = {member.document for member in members}
        read: list[tuple[Document, tuple[Fact, ...]]] = []
        for member in story.members:
            ((document, facts),) = self.packs.read(member.pack, member.record, member.record + 1)
            why = left.get(member.document, "")
            self.documents.append(document_row(document, story, member.text, why_not=why))
            if member.document in taken:
                read.append((document, facts))
        read.sort(key=lambda each: each[0].id)
        self.seconds["load"] += time.perf_counter() - began
        if left:
            self.left_out.append((story.id, len(story.members), len(members)))
        began = time.perf_counter()
        loaded = Loaded(documents=tuple(document for document, _ in read), skipped=_not_compared(left))
        data = check_facts(loaded, [facts for _, facts in read], self.job.settings)
        self.seconds["check"] += time.perf_counter() - began
        self._tell(story, data, whole=not left)

    def _tell(self, story: StoryOf, data: ReportData, *, whole: bool) -> None:
        self.findings += finding_rows(story.id, data.findings)
        self.levels.update(finding.level.value for finding in data.findings)
        if not data.findings:
            self.quiet[_quiet(data, whole=whole).value] += 1
            return
        began = time.perf_counter()
        shown = replace(self.job.shown, assets="../assets")
        view, name = build_view(data, shown), page_of(story.id)
        place = Neighbours(name=story.id, index="../index.html")
        self.files.append(put(self.storage, name, render_view(view, shown, place).encode()))
        line = story_line(data, view, name=story.id, link=name)
        if not whole and not line.standing.is_open:
            line = replace(line, standing=Standing.PARTIAL)
        self.lines.append(asdict(line))
        self.seconds["pages"] += time.perf_counter() - began

    def done(self, bucket: Bucket) -> ReduceDone:
        for table, rows in (("documents", self.documents), ("findings", self.findings), ("failures", self.failures)):
            if rows or table != "failures":
                self.files.append(put(self.storage, f"{table}/{self.key}.parquet", parquet(table, rows)))
        return ReduceDone(
            key=self.key,
            files=tuple(self.files),
            stories=len(bucket.stories),
            documents=bucket.documents,
            findings_sum=sum_of(self.findings),
            quiet=dict(self.quiet),
            levels=dict(self.levels),
            lines=tuple(self.lines),
            left_out=tuple(self.left_out),
            failures=dict(self.causes),
            failed=foremost(map(aside, self.failures)),
            seconds={stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            peak=peak_memory(),
        )

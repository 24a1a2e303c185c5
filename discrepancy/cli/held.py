"""What a check is held against, what that came to, and whether it may pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.cli.arguments import FailOn
from discrepancy.decided import Review, Snapshot, Status
from discrepancy.formats.visible import plain
from discrepancy.loaders import Gathered, StoryFiles
from discrepancy.messages import render as say
from discrepancy.model import Finding, Level, ReportData

if TYPE_CHECKING:
    from discrepancy.config import InForce
    from discrepancy.store import Store

__all__ = ["Against", "Gate", "against_of", "held"]

TOLD = 10
"""Findings that fail a check and are named; of the others how many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What was asked for: an earlier report, a store, the key of the story, and what may pass."""

    baseline: Path | None = None
    store: Path | None = None
    story: str = ""
    fail_on: FailOn = FailOn.ERROR
    most: int | None = None


@dataclass(slots=True)
class Gate:
    """Holds the reports of a check against what came before, and counts.

    ``failing`` are the findings that count and are of the level asked for or above, each with its review, if it has
    one. ``whole``: folders were given, not some files by their names, of which nothing follows for the others.
    """

    against: Against
    baseline: Sequence[Snapshot] | None = None
    store: Store | None = None
    record: bool = True
    whole: bool = True
    stands: Counter[Status] = field(default_factory=Counter)
    failing: list[tuple[Finding, Review | None]] = field(default_factory=list)
    settled: int = 0

    def hold(self, data: ReportData, paths: Sequence[Path]) -> ReportData:
        """The report with its reviews; the story's key is the one stated, else made of the paths.

        Raises:
            StoreError: the store can not be read or written.
        """
        from discrepancy.gate import story_key

        if self.store is None:
            return self._held(data, "")
        self.against = replace(self.against, story=story_key(paths, self.against.story))
        return self._held(data, self.against.story)

    def of_many(self, gathered: Gathered) -> Callable[[ReportData, StoryFiles], ReportData]:
        """How to hold each of several stories against the store, under a key of its own.

        Raises:
            UsageError: two stories have one key.
        """
        if self.store is None:
            return lambda data, _: self._held(data, "")
        from discrepancy.gate import story_keys

        self.against = replace(self.against, story="")
        keys = story_keys(gathered)
        return lambda data, story: self._held(data, keys[id(story)])

    def _held(self, data: ReportData, story: str) -> ReportData:
        if self.store is not None or self.baseline is not None:
            from discrepancy.gate import against_baseline, against_store  # what they know takes a while to import

            if self.store is not None:
                data = against_store(data, self.store, story, record=self.record, whole=self.whole)
            if self.baseline is not None:
                data = against_baseline(data, self.baseline, whole=self.whole)
        self._count(data)
        return data

    def _count(self, data: ReportData) -> None:
        from discrepancy.gate import counted

        reviews = {review.finding: review for review in data.reviews}
        self.stands.update(review.status for review in data.reviews)
        self.stands[Status.RESOLVED] += len(data.resolved)
        self.settled += sum(review.status is Status.DECIDED and not review.counts for review in data.reviews)
        if self.against.fail_on is not FailOn.NEVER:
            least = Level(self.against.fail_on.value).rank
            self.failing += [(each, reviews.get(each.id)) for each in counted(data) if each.level.rank >= least]

    @property
    def fails(self) -> bool:
        """Whether more findings count than may pass."""
        return len(self.failing) > (self.against.most or 0)

    def lines(self) -> Iterator[str]:
        """What was held against what, what that came to, and why it fails; nothing where none of it was asked for."""
        if self.baseline is not None or self.store is not None:
            yield f"Held against {self._named()}: {self._counts()}."
        elif self.against.most is None:
            return
        yield self._verdict()
        if self.fails:
            for finding, review in self.failing[:TOLD]:
                status = f" {review.status.value}" if review else ""
                yield f"  {finding.rule}{status}: {plain(say(finding.summary))}"
            if len(self.failing) > TOLD:
                yield f"  and {len(self.failing) - TOLD:,} more."

    def _named(self) -> str:
        names = [plain(str(self.against.baseline))] if self.baseline is not None else []
        if self.store is not None:
            of = f" (story “{plain(self.against.story)}”)" if self.against.story else ""
            names.append(f"{plain(str(self.against.store))}{of}")
        return " and ".join(names)

    def _counts(self) -> str:
        shown = [Status.NEW, Status.REOPENED]
        shown += [Status.DECIDED] if self.store is not None else []
        shown += [Status.KNOWN] if self.baseline is not None else []
        told = [f"{self.stands[status]:,} {status.value}" for status in shown]
        if self.store is not None and self.stands[Status.DECIDED]:
            told[shown.index(Status.DECIDED)] += f" ({self.settled:,} of them settled)"
        return ", ".join([*told, f"{self.stands[Status.RESOLVED]:,} resolved since"])

    def _verdict(self) -> str:
        """Whether it passes, and by what; in the words of the options."""
        if self.against.fail_on is FailOn.NEVER:
            return "Passes: --fail-on never."
        number = len(self.failing)
        found = f"{number:,} {'finding' if number == 1 else 'findings'}" if number else "no finding"
        allowed = "" if self.against.most is None else f", and --max {self.against.most:,} may pass"
        counts = "counts" if number < 2 else "count"
        end = ":" if self.fails else "."
        level = self.against.fail_on.value
        return f"{'Fails' if self.fails else 'Passes'}: {found} of level {level} or above {counts}{allowed}{end}"


def against_of(house: InForce, baseline: Path | None) -> Against:
    """What a check is held against, as the options and the house rules have it."""
    return Against(
        baseline=baseline,
        store=house.store,
        story=house.story,
        fail_on=FailOn(house.fail_on),
        most=house.most,
    )


@contextmanager
def held(against: Against, paths: Sequence[Path]) -> Iterator[Gate]:
    """The gate while a check of these paths runs: the baseline is read and the store opened before any work is done.

    A store that may be read and not written is read, and not told what became of its matters.

    Raises:
        InputError: the baseline can not be read.
        StoreError: the store can not be used.
    """
    snapshots = None
    whole = all(path.is_dir() for path in paths)
    if against.baseline is not None:
        from discrepancy.tracking import read_baseline

        snapshots = read_baseline(against.baseline)
    if against.store is None:
        yield Gate(against=against, baseline=snapshots, whole=whole)
        return
    from discrepancy.store import may_write, open_store

    record = not against.store.exists() or may_write(against.store)
    with open_store(against.store, read_only=not record) as store:
        yield Gate(against=against, baseline=snapshots, store=store, record=record, whole=whole)

"""The story under review: its files, the report on show, and how its findings stand."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from discrepancy.decided import Snapshot
from discrepancy.errors import DiscrepancyError, InputError, StoreError, Unknown
from discrepancy.gate import against_store
from discrepancy.loaders import Loaded, collect
from discrepancy.loaders.intake.files import shown
from discrepancy.model import Document, ReportData, Unread
from discrepancy.pipeline import check_documents
from discrepancy.review.files import Marks, digests, marks
from discrepancy.review.same_file import SameFile
from discrepancy.review.standing import Standing
from discrepancy.review.uploads import Kept, Version
from discrepancy.settings import Presentation, Settings
from discrepancy.store import Store
from discrepancy.tracking import snapshots

__all__ = ["Checker", "Desk", "Shown", "UnderReview"]

Checker: TypeAlias = Callable[[Loaded, Settings], ReportData]
"""Holds documents against each other: :func:`discrepancy.pipeline.check_documents`, or what a test gives instead."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderReview:
    """What is reviewed.

    Attributes:
        paths: files and folders, as given.
        story: the key of the story in the store.
        settings: of its checks.
        presentation: how its page is shown.
        beside: files that say how to check: a change of theirs is a change of the story.
        unread: what was given and could not be had, such as an address.
    """

    paths: tuple[Path, ...]
    story: str
    settings: Settings = field(default_factory=Settings)
    presentation: Presentation = field(default_factory=Presentation)
    beside: tuple[Path, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, kw_only=True)  # no slots: the snapshots are made once, when somebody first decides
class Shown:
    """The report on show: ``revision`` is 1 for that of the first check, and one more for each that came after."""

    revision: int
    data: ReportData

    @cached_property
    def snapshots(self) -> Mapping[str, Snapshot]:
        """Every finding as it stands, by its id."""
        return {snapshot.finding: snapshot for snapshot in snapshots(self.data)}


class Desk:
    """One story under review. Safe for use from several threads.

    Attributes:
        under: what is reviewed.
        store: where decisions are kept.
        kept: the versions that were added here.
        file: the store's, which may be taken away while the desk is open.
        problem: why the last check came to nothing, in a sentence; None where it did not.
        seen: the marks of the files that the last check saw.
    """

    def __init__(self, under: UnderReview, store: Store, *, checker: Checker = check_documents) -> None:
        self.under, self.store = under, store
        self.kept = Kept(store.path, under.story)
        self.file = SameFile(store.path)
        self.problem: str | None = None
        self.seen: Marks = {}
        self._checker = checker
        self._digests: dict[Path, str] = {}
        self._standing = Standing(store, under.story, under.presentation.language)
        self._shown = Shown(revision=0, data=_nothing())
        self._lock = threading.RLock()
        self._one_check = threading.Lock()

    @contextmanager
    def standing(self) -> Iterator[Standing]:
        """How the findings stand, in step with the store; held still for the block.

        Raises:
            StoreError: the store can not be read.
        """
        with self._lock:
            self._standing.catch_up()
            yield self._standing

    @contextmanager
    def standing_as_known(self) -> Iterator[Standing]:
        """How the findings stood when the store was last read; held still for the block."""
        with self._lock:
            yield self._standing

    @property
    def shown(self) -> Shown:
        """The report on show."""
        with self._lock:
            return self._shown

    @property
    def checking(self) -> bool:
        """Whether a check is under way."""
        return self._one_check.locked()

    def snapshot(self, finding: str) -> Snapshot:
        """The finding of that id as it stands.

        Raises:
            Unknown: the report on show has none.
        """
        try:
            return self.shown.snapshots[finding]
        except KeyError:
            raise Unknown(
                "There is no finding of that id in the report on show.",
                remedy="Load the page again: a file may have changed since.",
            ) from None

    def report(self) -> ReportData:
        """The report on show, with how its findings stand now.

        Raises:
            StoreError: the store can not be read.
        """
        with self.standing() as standing:
            data = self._shown.data
            return replace(data, reviews=tuple(standing.reviews[finding.id] for finding in data.findings))

    def check_apart(self, loaded: Loaded) -> ReportData:
        """What a check of other documents finds; nothing of it is kept.

        Raises:
            DiscrepancyError: they can not be checked.
        """
        return self._checker(loaded, self.under.settings)

    def add(self, versions: Sequence[Version]) -> list[str]:
        """Keep versions, and check the story with them; the names that they are kept under.

        Raises:
            DiscrepancyError: they can not be read or kept.
        """
        names = self.kept.add(versions, self.shown.data.documents, self.under.settings)
        self.recheck()
        return names

    def was_added(self, document: Document) -> bool:
        """Whether a document was given through the desk."""
        return document.path.startswith(f"{shown(self.kept.folder, self.under.settings.base)}/")

    def check_now(self) -> None:
        """Check the story, and show what was found.

        Raises:
            DiscrepancyError: it can not be checked; what was on show stays.
        """
        with self._one_check:
            self._check()

    def recheck(self) -> None:
        """Check the story; where that fails, what was on show stays, and ``problem`` says why."""
        with self._one_check:
            self._check_or_tell()

    def recheck_if_changed(self) -> bool:
        """Check the story if one of its files has other content than the last check saw; whether it was checked."""
        with self._one_check:
            now = self.marks()
            if self.seen and digests(now) == self._digests:
                self.seen = now
                return False
            self._check_or_tell()
            return True

    def marks(self) -> Marks:
        """The marks of all files under review as they are now."""
        return marks(self._paths(), self.under.beside)

    def _check_or_tell(self) -> None:
        try:
            self._check()
        except DiscrepancyError as why:
            self.problem = str(why)
            if isinstance(why, StoreError):
                self.seen = {}  # the files are not at fault: it is tried again at the next look
        except Exception:  # noqa: BLE001 - a mistake of ours must not take the last report from the reviewers
            _LOG.exception("a check failed")
            self.problem = "The check failed, and the report before it is shown. What went wrong is in the log."

    def _check(self) -> None:
        self.seen = self.marks()
        self._digests = digests(self.seen)
        loaded = self._load()
        if not loaded.documents:
            first = next(iter(loaded.unread), Unread("", "None of the files can be read.", "Put them back."))
            raise InputError(first.what, where=first.path, remedy=first.remedy)
        data = self._checker(loaded, self.under.settings)
        with self._lock:
            since = self._standing.change
        folders = all(path.is_dir() for path in self.under.paths)  # a version that was not named is not gone
        reviewed = against_store(data, self.store, self.under.story, whole=folders)
        with self._lock:
            self._standing.begin(reviewed, since)
            self._shown = Shown(revision=self._shown.revision + 1, data=reviewed)
        self.problem = None

    def _paths(self) -> list[Path]:
        return [*self.under.paths, *self.kept.paths()]

    def _load(self) -> Loaded:
        loaded = collect(self._paths(), self.under.settings)
        ours = shown(self.store.path.parent, self.under.settings.base)
        skipped = tuple(each for each in loaded.skipped if each.path != ours)  # our own folder is no copy
        return replace(loaded, skipped=skipped, unread=(*loaded.unread, *self.under.unread))


def _nothing() -> ReportData:
    return ReportData(documents=(), facts=(), people=(), groups=(), findings=())

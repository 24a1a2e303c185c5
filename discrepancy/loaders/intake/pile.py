"""Files that are read together: what came of each, under ids that are unique, with the draft among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from discrepancy.errors import InputError
from discrepancy.loaders.intake.draft import named_draft, stated_draft
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.own_files import is_our_own
from discrepancy.loaders.intake.stated import StoryNotes
from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.loaders.intake.take import take
from discrepancy.loaders.intake.walk import Candidate, unread, walk
from discrepancy.model import Document, Skipped, Unread
from discrepancy.settings import Settings

__all__ = ["Loaded", "Pile", "with_ids"]

_FIGURES = re.compile(r"(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read, and what was not.

    Attributes:
        documents: in the order of their paths, with ids that are unique among them.
        unread: files that should have been read and could not be.
        skipped: files that no loader claims, or that were read already under another name.
        identical: for each text that several documents share, their ids.
        draft: the id of the document that is the newsroom's own; empty where none is, or it could not be read.
    """

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    identical: tuple[tuple[str, ...], ...] = ()
    draft: str = ""


@dataclass(slots=True)
class Pile:
    """What has been read so far; ``touched`` are files that were read, failed, or were read under another name.

    ``real`` maps where each file that was looked at really lies to the path it was first shown under; ``homes`` the
    path of each document to where its file lies.
    """

    settings: Settings
    unread: list[Unread] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    real: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    notes: StoryNotes = field(init=False)

    def __post_init__(self) -> None:
        """Look for a ``story.toml`` beside each file from now on."""
        self.notes = StoryNotes(self.settings.base, self.settings.sources)

    def add_draft(self) -> None:
        """Read the draft of the settings where it was not among the files given."""
        draft = self.settings.draft
        if draft is None or real_path(draft) in self.real or shown(draft, self.settings.base) in self.homes:
            return
        found = walk([draft], self.settings.base)
        self.unread += found.unread
        for file in found.files:
            self.add(file)

    def complain(self) -> None:
        """Note what is wrong in the ``story.toml`` files, once all files are read."""
        self.unread += [unread(error, error.where) for error in self.notes.complaints()]

    def loaded(self) -> Loaded:
        """All of it as one.

        Raises:
            UsageError: the draft's file holds several articles.
        """
        return self._loaded(with_ids(self.documents))

    def stories(self) -> list[tuple[str, Loaded]]:
        """All of it, by story where every document says of which one it is, with the story's name; else as one.

        What could not be read may be of any of them: it stands in each.

        Raises:
            UsageError: the draft's file holds several articles.
        """
        documents = with_ids(self.documents)
        named = sorted({document.story for document in documents})
        if len(named) < 2 or "" in named:
            return [("", self._loaded(documents))]
        apart: dict[str, list[Document]] = {name: [] for name in named}
        for document in documents:
            apart[document.story].append(document)
        return [(name, self._loaded(members)) for name, members in apart.items()]

    def _loaded(self, documents: Sequence[Document]) -> Loaded:
        """Some of the documents, with all that could not be read, in a fixed order."""
        draft, lost = named_draft(documents, self.homes, self.settings), list(self.unread)
        try:
            draft = draft or stated_draft(documents, self.notes.drafts)
        except InputError as error:
            lost.append(unread(error, error.where))
        return Loaded(
            documents=tuple(documents),
            unread=tuple(sorted(lost, key=lambda entry: (_in_order(entry.path), entry.what))),
            skipped=tuple(sorted(self.skipped, key=lambda entry: (entry.path, entry.why))),
            identical=_identical(documents),
            draft=draft,
        )

    def add(self, file: Candidate) -> None:
        """Read one file, or note why not."""
        if not file.given and is_our_own(file.path):
            return
        if file.path.name == STORY_FILE:
            self.notes.of(file.path.parent)
            if file.given:
                self.skipped.append(Skipped(file.display, "says what the files beside it are, and is no article"))
            return
        real = real_path(file.path)
        first = self.real.get(real)
        if first is not None:
            self.touched.add(file.display)
            again = "given more than once" if first == file.display else f"the same file as {first}"
            self.skipped.append(Skipped(file.display, f"{again}: read once"))
            return
        self.real[real] = file.display
        read = failed = False
        try:
            for outcome in take(file, self.settings):
                read = read or isinstance(outcome, Document)
                failed = failed or isinstance(outcome, InputError)
                self._keep(outcome, file, real)
        except InputError as error:
            failed = True
            self.unread.append(unread(error, file.display))
        if read or failed:
            self.touched.add(file.display)

    def _keep(self, outcome: Outcome, file: Candidate, real: str) -> None:
        if isinstance(outcome, Document):
            self.homes[outcome.path] = real
            self.documents.append(self.notes.stated(outcome, file))
        elif isinstance(outcome, Skipped):
            self.skipped.append(outcome)
        else:
            self.unread.append(unread(outcome, file.display))


def with_ids(documents: Sequence[Document]) -> list[Document]:
    """The documents with ids made unique, the first keeping the bare one; a source that is not known is the id."""
    used: set[str] = set()
    last: dict[str, int] = {}
    result = []
    for document in documents:
        unique, number = document.id, last.get(document.id, 1)
        while unique in used:
            number += 1
            unique = f"{document.id}-{number}"
        used.add(unique)
        last[document.id] = number
        result.append(replace(document, id=unique, source=document.source or unique))
    return result


def _in_order(path: str) -> list[str | int]:
    """A path as it sorts: line 9 of a file before its line 12."""
    return [int(part) if number % 2 else part for number, part in enumerate(_FIGURES.split(path))]


def _identical(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    same: dict[str, list[str]] = {}
    for document in documents:
        same.setdefault(document.text, []).append(document.id)
    return tuple(tuple(ids) for ids in same.values() if len(ids) > 1)

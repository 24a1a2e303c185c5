"""From paths to documents: each file by its loader, every failure kept apart, nothing lost of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from discrepancy.errors import InputError, UsageError
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.take import take
from discrepancy.loaders.intake.walk import Candidate, empty_folder, is_folder, unread, walk
from discrepancy.model import Document, Skipped, Unread
from discrepancy.settings import Settings

__all__ = ["Intake", "Loaded", "collect", "ensure_one_draft", "load_path"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read, and what was not.

    Attributes:
        documents: in the order of their paths, with ids that are unique among them.
        unread: files that should have been read and could not be.
        skipped: files that no loader claims, or that were read already under another name.
        identical: for each text that several documents share, their ids.
        draft: the id of the document that is the draft of the settings; empty where none is, or it could not be read.
    """

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    identical: tuple[tuple[str, ...], ...] = ()
    draft: str = ""


def load_path(path: str | Path, settings: Settings | None = None) -> list[Document]:
    """Read one file (or every file of a folder) and raise at the first that can not be read.

    Raises:
        InputError: what is wrong with the file, where, and what to do.
    """
    settings = settings or Settings()
    found = walk([Path(path)], settings.base)
    if found.unread:
        first = found.unread[0]
        raise InputError(first.what, where=first.path, remedy=first.remedy)
    documents = []
    for file in found.files:
        for outcome in take(file, settings):
            if isinstance(outcome, InputError):
                raise outcome
            documents += [outcome] if isinstance(outcome, Document) else []
    if not documents:
        display = shown(Path(path), settings.base)
        raise empty_folder(display, len(found.files))
    return _with_ids(documents)


def collect(paths: Iterable[str | Path], settings: Settings | None = None) -> Loaded:
    """Read all files given and all files in the folders given. Never raises for a bad file: it stands in ``unread``.

    Raises:
        UsageError: the draft of the settings is a folder, or its file holds several articles.
    """
    settings = settings or Settings()
    ensure_one_draft(settings)
    found = walk([Path(path) for path in paths], settings.base)
    state = Intake(unread=list(found.unread), skipped=list(found.skipped))
    for file in found.files:
        state.add(file, settings)
    if settings.draft is not None:
        state.add_draft(settings.draft, settings)
    for folder, files in found.folders.items():
        if state.touched.isdisjoint(files) and not _repeated(folder, found.skipped):
            state.unread.append(unread(empty_folder(folder, len(files)), folder))
    return state.loaded(settings)


def ensure_one_draft(settings: Settings) -> None:
    """Find out before anything is read whether the draft of the settings can be a file.

    Raises:
        UsageError: it is a folder.
    """
    if settings.draft is not None and is_folder(settings.draft):
        raise UsageError(f"The draft {settings.draft} is a folder.", remedy="Name the one file in it that is yours.")


def _draft(documents: list[Document], settings: Settings) -> str:
    """The id of the document that was read from the draft's file.

    Raises:
        UsageError: the file holds several articles.
    """
    if settings.draft is None:
        return ""
    real = real_path(settings.draft)
    ids = [document.id for document in documents if real_path(_under(settings.base, document.path)) == real]
    if len(ids) > 1:
        raise UsageError(
            f"The draft {settings.draft} holds {len(ids)} articles.", remedy="Save the one that is yours in a file."
        )
    return ids[0] if ids else ""


def _under(base: Path | None, path: str) -> Path:
    return (base or Path()) / path


@dataclass(slots=True)
class Intake:
    """What has been read so far; ``touched`` are files that were read, failed, or were read under another name.

    ``real`` maps where each file that was looked at really lies to the path it was first shown under.
    """

    unread: list[Unread] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    real: dict[str, str] = field(default_factory=dict)

    def add_draft(self, draft: Path, settings: Settings) -> None:
        """Read the draft where it was not among the files given."""
        if real_path(draft) in self.real:
            return
        found = walk([draft], settings.base)
        self.unread += found.unread
        for file in found.files:
            self.add(file, settings)

    def loaded(self, settings: Settings) -> Loaded:
        """All of it, in a fixed order.

        Raises:
            UsageError: the draft's file holds several articles.
        """
        documents = _with_ids(self.documents)
        return Loaded(
            documents=tuple(documents),
            unread=tuple(sorted(self.unread, key=lambda entry: (entry.path, entry.what))),
            skipped=tuple(sorted(self.skipped, key=lambda entry: (entry.path, entry.why))),
            identical=_identical(documents),
            draft=_draft(documents, settings),
        )

    def add(self, file: Candidate, settings: Settings) -> None:
        """Read one file, or note why not."""
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
            for outcome in take(file, settings):
                read = read or isinstance(outcome, Document)
                failed = failed or isinstance(outcome, InputError)
                self._keep(outcome, file)
        except InputError as error:
            failed = True
            self.unread.append(unread(error, file.display))
        if read or failed:
            self.touched.add(file.display)

    def _keep(self, outcome: Outcome, file: Candidate) -> None:
        if isinstance(outcome, Document):
            self.documents.append(outcome)
        elif isinstance(outcome, Skipped):
            self.skipped.append(outcome)
        else:
            self.unread.append(unread(outcome, file.display))


def _repeated(folder: str, skipped: list[Skipped]) -> bool:
    return any(entry.path == folder for entry in skipped)


def _with_ids(documents: list[Document]) -> list[Document]:
    """The documents with ids made unique, the first keeping the bare one; a source that is not known is the id."""
    used: set[str] = set()
    result = []
    for document in documents:
        unique, number = document.id, 1
        while unique in used:
            number += 1
            unique = f"{document.id}-{number}"
        used.add(unique)
        result.append(replace(document, id=unique, source=document.source or unique))
    return result


def _identical(documents: list[Document]) -> tuple[tuple[str, ...], ...]:
    same: dict[str, list[str]] = {}
    for document in documents:
        same.setdefault(document.text, []).append(document.id)
    return tuple(tuple(ids) for ids in same.values() if len(ids) > 1)

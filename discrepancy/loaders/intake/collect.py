"""From paths to documents: each file by its loader, every failure kept apart, nothing lost of the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.loaders.intake.draft import ensure_one_draft
from discrepancy.loaders.intake.files import shown
from discrepancy.loaders.intake.own_files import is_our_own
from discrepancy.loaders.intake.pile import Loaded, Pile, with_ids
from discrepancy.loaders.intake.stated import StoryNotes
from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.loaders.intake.take import take
from discrepancy.loaders.intake.walk import empty_folder, unread, walk
from discrepancy.model import Document, Skipped
from discrepancy.settings import Settings

__all__ = ["Loaded", "collect", "load_path"]


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
    notes = StoryNotes(settings.base, settings.sources)
    documents = []
    for file in found.files:
        if not file.given and (file.path.name == STORY_FILE or is_our_own(file.path)):
            continue
        for outcome in take(file, settings):
            if isinstance(outcome, InputError):
                raise outcome
            documents += [notes.stated(outcome, file)] if isinstance(outcome, Document) else []
    for error in notes.complaints():
        raise error
    if not documents:
        display = shown(Path(path), settings.base)
        raise empty_folder(display, len(found.files))
    return with_ids(documents)


def collect(paths: Iterable[str | Path], settings: Settings | None = None) -> Loaded:
    """Read all files given and all files in the folders given. Never raises for a bad file: it stands in ``unread``.

    Raises:
        UsageError: the draft of the settings is a folder, or its file holds several articles.
    """
    settings = settings or Settings()
    ensure_one_draft(settings)
    found = walk([Path(path) for path in paths], settings.base)
    pile = Pile(settings, unread=list(found.unread), skipped=list(found.skipped))
    for file in found.files:
        pile.add(file)
    pile.add_draft()
    pile.complain()
    for folder, files in found.folders.items():
        if pile.touched.isdisjoint(files) and not _repeated(folder, found.skipped):
            pile.unread.append(unread(empty_folder(folder, len(files)), folder))
    return pile.loaded()


def _repeated(folder: str, skipped: list[Skipped]) -> bool:
    return any(entry.path == folder for entry in skipped)

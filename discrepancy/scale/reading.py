"""The documents of a part, under ids that are theirs alone in the whole run, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from discrepancy.errors import InputChanged, InputError
from discrepancy.labels import unique_id
from discrepancy.loaders.intake.stated import StoryNotes
from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.loaders.intake.take import in_language, take
from discrepancy.loaders.intake.walk import Candidate
from discrepancy.model import Document, Skipped
from discrepancy.pages.names import slug
from discrepancy.scale.cuts import rows_of
from discrepancy.scale.job import File, Part
from discrepancy.scale.remote_inputs import fetched, is_remote, stamp_of
from discrepancy.settings import Settings

__all__ = ["Outcome", "known_by", "read_part"]

Outcome = Document | Skipped | InputError


def read_part(part: Part, settings: Settings) -> Iterator[Outcome]:
    """What is in a part, in order.

    Raises:
        InputChanged: a file that is a part by itself is not what it was when the run was planned. Among several files
            that stands in the place of what was in it.
    """
    settings = replace(settings, base=Path(part.base), draft=None)
    notes = StoryNotes(settings.base, settings.sources)
    if len(part.files) == 1:
        yield from _of_file(part.files[0], part, settings, notes)
        _ensure_same(part.files[0])
    else:
        for file in part.files:
            yield from _unless_changed(file, part, settings, notes)
    ours = {file.display for file in part.files if Path(file.path).name == STORY_FILE}
    yield from (error for error in notes.complaints() if error.where.partition(", line ")[0] in ours)


def _unless_changed(file: File, part: Part, settings: Settings, notes: StoryNotes) -> Iterator[Outcome]:
    found = list(_of_file(file, part, settings, notes))
    try:
        _ensure_same(file)
    except InputChanged as error:
        yield error
        return
    yield from found


def _of_file(file: File, part: Part, settings: Settings, notes: StoryNotes) -> Iterator[Outcome]:
    if file.passed:
        yield Skipped(file.display, file.passed)
        return
    if is_remote(file.path):
        yield from _of_copy(file, part, settings, notes)
        return
    candidate = Candidate(file.display, Path(file.path), given=file.given)
    if candidate.path.name == STORY_FILE:
        notes.of(candidate.path.parent)
        return
    try:
        found = rows_of(file, part.cut, settings) if part.cut else take(candidate, settings)
        for outcome in found:
            read = in_language(outcome, settings) if part.cut and isinstance(outcome, Document) else outcome
            yield known_by(notes.stated(read, candidate)) if isinstance(read, Document) else read
    except InputError as error:
        yield error


def _of_copy(file: File, part: Part, settings: Settings, notes: StoryNotes) -> Iterator[Outcome]:
    try:
        with fetched(file) as copy:
            yield from _of_file(replace(file, path=str(copy)), part, settings, notes)
    except InputError as error:
        yield error


def known_by(document: Document) -> Document:
    """The document under an id that no other of the run has, and that it has in any run.

    It is what the loader calls it and a digest of its path, which begins with the name of the input: the same wherever
    the archive lies, and however the run is cut into parts.
    """
    name = unique_id(slug(document.id), document.path)
    return replace(document, id=name, source=document.source or name)


def _ensure_same(file: File) -> None:
    if file.passed:
        return
    try:
        same = _stamp(file.path) == (file.size, file.changed)
    except (OSError, ValueError, InputError):
        same = file.changed == 0  # it was not there before, either: the loader has said so
    if not same:
        raise InputChanged(
            "changed while the run went on; nothing of it was kept.",
            where=file.display,
            remedy="Run the same command again when it is whole.",
        )


def _stamp(path: str) -> tuple[int, int]:
    """The size of a file, and what changes when it does."""
    if is_remote(path):
        return stamp_of(path)
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns

"""One file by the loader that claims it: what came of it, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath

from discrepancy.errors import InputError, PathUnreadable, Unsafe, WrongLanguage
from discrepancy.loaders.intake.files import file_size, opener_of, read_head, read_whole
from discrepancy.loaders.intake.given import DEEPEST, Given, Opener, Outcome
from discrepancy.loaders.intake.language import language_name, language_of
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.loaders.intake.refusals import empty_file
from discrepancy.loaders.intake.registry import claimant, known_suffixes
from discrepancy.loaders.intake.remembered import LARGEST, as_before
from discrepancy.loaders.intake.unclaimed import not_taken, refused, why_passed_over
from discrepancy.loaders.intake.walk import Candidate
from discrepancy.model import BlockRole, Document, Skipped
from discrepancy.settings import Settings

__all__ = ["in_language", "take"]


def take(file: Candidate, settings: Settings) -> Iterator[Outcome]:
    """What is in one file; why it is passed over, where it was found in a folder and no loader claims it.

    Raises:
        InputError: it should have been read and can not be.
    """
    path, display = file.path, file.display
    if not file.given and path.stem.casefold() == "readme":
        yield Skipped(display, "a README, not an article")
        return
    try:
        size = file_size(path, display)
        head = read_head(path, display)
    except InputError as error:
        if file.given or path.suffix.lower() in known_suffixes():
            raise
        yield Skipped(display, error.what.rstrip("."))
        return
    found = not file.given
    data = read_whole(path, display, LARGEST) if settings.cache is not None else None
    if data is None or settings.cache is None:
        yield from _by_loader(path, head, display, size, opener_of(path), settings, found=found)
        return

    def read() -> Iterator[Outcome]:
        begin = data[:HEAD_BYTES]
        return _by_loader(path, begin, display, len(data), lambda: BytesIO(data), settings, found=found)

    yield from as_before(path.name, display, data, settings, settings.cache, read)


def _by_loader(  # noqa: PLR0913 - what is known of a file before it is read
    name: PurePath,
    head: bytes,
    display: str,
    size: int,
    opener: Opener,
    settings: Settings,
    *,
    found: bool,
    depth: int = 0,
) -> Iterator[Outcome]:
    loader = claimant(name, head)
    if loader is None:
        if not found:
            raise refused(name, head, display)
        yield Skipped(display, why_passed_over(name, head))
        return
    if not head:
        raise empty_file(display)
    given = Given(
        name=name.name,
        display=display,
        size=size,
        limit=settings.max_bytes or loader.most_bytes,
        opener=opener,
        settings=settings,
        depth=depth,
        member=lambda inner, opens, length: _member(inner, opens, length, display, settings, depth + 1),
    )
    for outcome in loader.load(given):
        if isinstance(outcome, Document):
            yield in_language(outcome, settings)
        elif isinstance(outcome, Skipped) and outcome.path == display and not found:
            yield not_taken(outcome.why, name, head, display)
        else:
            yield outcome


def _member(inner: str, opener: Opener, size: int, archive: str, settings: Settings, depth: int) -> Iterator[Outcome]:
    """What is in a member of an archive; never raises for what it holds."""
    display = f"{archive}/{inner}"
    try:
        if depth > DEEPEST:
            raise Unsafe(
                "lies in an archive in an archive in an archive.", where=display, remedy="Unpack the outer ones first."
            )
        try:
            with opener() as stream:
                head = stream.read(HEAD_BYTES)
        except OSError as problem:
            raise PathUnreadable(f"can not be read: {problem}.", where=display, remedy="Unpack it by hand.") from None
        yield from _by_loader(PurePath(inner), head, display, size, opener, settings, found=True, depth=depth)
    except InputError as error:
        yield error


def in_language(document: Document, settings: Settings) -> Document | WrongLanguage:
    """The document with its language, if that is one that is checked."""
    article = " ".join(
        document.text[block.start : block.end] for block in document.blocks if block.role is not BlockRole.FURNITURE
    )
    language = language_of(article)
    if language is None:
        return document
    if language not in settings.languages:
        readable = ", ".join(language_name(tag) for tag in settings.languages)
        return WrongLanguage(
            f"is written in {language_name(language)} and was not checked.",
            where=document.path,
            remedy=f"Only {readable} can be checked: leave the file out, or give a translation.",
        )
    return replace(document, language=language)

"""One file by the loader that claims it: what came of it, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from discrepancy.errors import EmptyInput, InputError, NotText, PathUnreadable, Unsafe, WrongLanguage
from discrepancy.loaders.intake.files import file_size, opener_of, read_head
from discrepancy.loaders.intake.given import Given, Opener, Outcome
from discrepancy.loaders.intake.language import language_name, language_of
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.loaders.intake.registry import claimant, known_suffixes
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.loaders.intake.walk import Candidate
from discrepancy.model import BlockRole, Document, Skipped
from discrepancy.settings import Settings

__all__ = ["take"]

_LOOKED_AT = 4096
_DEEPEST = 2
"""Archives that a file may lie in: a ZIP in a ZIP is sent now and then, a third one is a trap."""


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
    yield from _by_loader(path, head, display, size, opener_of(path), settings, found=not file.given)


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
            raise _unclaimed(name, head, display)
        yield Skipped(display, f"{_content_name(name, head)}: no loader reads it")
        return
    if not head:
        raise EmptyInput("is an empty file.", where=display, remedy="Save the article's text in it, or remove it.")
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
        yield _checked(outcome, settings) if isinstance(outcome, Document) else outcome


def _member(inner: str, opener: Opener, size: int, archive: str, settings: Settings, depth: int) -> Iterator[Outcome]:
    """What is in a member of an archive; never raises for what it holds."""
    display = f"{archive}/{inner}"
    try:
        if depth > _DEEPEST:
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


def _content_name(path: PurePath, head: bytes) -> str:
    content = sniff(head[:_LOOKED_AT])
    named = {".toml": "TOML, not an article", ".json": "JSON that is in no news format"}.get(path.suffix.lower())
    if content is Content.BINARY:
        return binary_name(head[:_LOOKED_AT])
    if named:
        return named
    if content is Content.JSON:
        return "JSON that is in no news format"
    if content is Content.MARKUP:
        return "a web page or XML"
    return "an empty file" if content is Content.EMPTY else f"a {path.suffix or 'nameless'} file"


def _unclaimed(path: PurePath, head: bytes, display: str) -> InputError:
    """The error for a file that was given by name and that no loader claims."""
    content = sniff(head[:_LOOKED_AT])
    if content is Content.EMPTY:
        return EmptyInput("is an empty file.", where=display, remedy="Save the article's text in it, or leave it out.")
    what = f"is {_content_name(path, head)}, and no loader reads it."
    kind = NotText if content is Content.BINARY else InputError
    return kind(what, where=display, remedy="Save the article's text as a UTF-8 .txt file and give that.")


def _checked(document: Document, settings: Settings) -> Document | WrongLanguage:
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

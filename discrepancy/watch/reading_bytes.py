"""Bytes to articles by the loader that claims them, as they lie in the store and in no file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import PurePath

from discrepancy.errors import InputError, PathUnreadable, Unsafe
from discrepancy.loaders.intake.given import DEEPEST, Given, Opener, Outcome
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.intake.take import in_language
from discrepancy.loaders.intake.unclaimed import refused
from discrepancy.model import Document, Skipped
from discrepancy.settings import Settings

__all__ = ["articles_in"]

_MOST_PARTS = 1_000
"""Parts of one file that are looked through for an article."""
_LARGEST_MEMBER = 25_000_000


def articles_in(
    name: str, data: bytes, display: str, settings: Settings
) -> tuple[list[Document], list[Skipped | InputError]]:
    """The first articles of a file, two at the most, and why other parts of it are none.

    Args:
        name: its name, with the suffix that its loader knows.
        data: its bytes.
        display: where it stands, for errors.
        settings: of the check.
    """
    found: list[Document] = []
    problems: list[Skipped | InputError] = []
    try:
        for outcome in islice(_outcomes(PurePath(name), data, display, settings), _MOST_PARTS):
            if isinstance(outcome, Document):
                found.append(outcome)
                if len(found) > 1:
                    break
            else:
                problems.append(outcome)
    except InputError as problem:
        problems.append(problem)
    except Exception as problem:  # noqa: BLE001 - a version that no reader bears must not stop those behind it
        told = f"can not be read: its reader failed ({type(problem).__name__})."
        problems.append(InputError(told, where=display, remedy="Report it with the file, please."))
    return found, problems


def _outcomes(name: PurePath, data: bytes, display: str, settings: Settings, depth: int = 0) -> Iterator[Outcome]:
    """What the loader that claims a file makes of it.

    Raises:
        InputError: it can not be read at all.
    """
    head = data[:HEAD_BYTES]
    loader = claimant(name, head)
    if loader is None or not head:
        raise refused(name, head, display)
    given = Given(
        name=name.name,
        display=display,
        size=len(data),
        limit=settings.max_bytes or loader.most_bytes,
        opener=lambda: BytesIO(data),
        settings=settings,
        depth=depth,
        member=lambda inner, opener, size: _member(inner, opener, size, display, settings, depth + 1),
    )
    for outcome in loader.load(given):
        yield in_language(outcome, settings) if isinstance(outcome, Document) else outcome


def _member(inner: str, opener: Opener, size: int, archive: str, settings: Settings, depth: int) -> Iterator[Outcome]:
    """What is in a file in an archive; never raises for what it holds."""
    display = f"{archive}/{inner}"
    most = settings.max_bytes or _LARGEST_MEMBER
    try:
        if depth > DEEPEST or size > most:
            raise Unsafe("lies too deep in archives, or is too large.", where=display, remedy="Unpack it by hand.")
        with opener() as stream:
            data = stream.read(most)
        yield from _outcomes(PurePath(inner), data, display, settings, depth)
    except OSError as problem:
        yield PathUnreadable(f"can not be read: {problem}.", where=display, remedy="Unpack it by hand.")
    except InputError as problem:
        yield problem

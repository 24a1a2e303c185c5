"""Opening a file that is read as a stream, within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from discrepancy.errors import EmptyInput, PathUnreadable, TooLarge
from discrepancy.loaders.archives.limits import Budget
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.intake.given import Given

__all__ = ["opened"]


@contextmanager
def opened(given: Given) -> Iterator[BinaryIO]:
    """The file's stream at its first byte, one that can seek; it is closed afterwards.

    Raises:
        TooLarge: it has more bytes than its limit.
        EmptyInput: it has none.
        PathUnreadable: the system does not let us read it, at first or later.
    """
    if given.size > given.limit:
        raise TooLarge(
            f"has {given.size:,} bytes, more than the limit of {given.limit:,}, and was not read.",
            where=given.display,
            remedy="Split it, or raise the limit: --max-bytes (max_bytes in the settings).",
        )
    try:
        with given.opener() as stream, Source(lambda: stream, given.display, Budget()) as source:
            usable = stream if stream.seekable() else source.open()
            if not usable.read(1):
                raise EmptyInput(
                    "is an empty file.", where=given.display, remedy="Put the article in it, or remove it."
                )
            usable.seek(0)
            yield usable
    except OSError as problem:
        raise PathUnreadable(
            f"can not be read: {problem.strerror or problem}.",
            where=given.display,
            remedy="Copy it to a place that can be read.",
        ) from problem

"""Opening a file that is read as a stream, within its limit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from discrepancy.loaders.archives.limits import Budget
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.refusals import empty_file, not_opened, over_limit

__all__ = ["opened"]


@contextmanager
def opened(given: Given) -> Iterator[BinaryIO]:
    """The file's stream at its first byte, one that can seek; it is closed afterwards.

    Raises:
        TooLarge: it has more bytes than its limit.
        EmptyInput: it has none.
        PathMissing, PathUnreadable: the system does not let us read it, at first or later.
    """
    if given.size > given.limit:
        raise over_limit(given.size, given.limit, given.display)
    try:
        with given.opener() as stream, Source(lambda: stream, given.display, Budget()) as source:
            usable = stream if stream.seekable() else source.open()
            if not usable.read(1):
                raise empty_file(given.display)
            usable.seek(0)
            yield usable
    except OSError as problem:
        raise not_opened(problem, given.display) from problem

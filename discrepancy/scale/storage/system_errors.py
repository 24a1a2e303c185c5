"""What the system says of a file, as an error that a person can act upon."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from discrepancy.errors import StorageError, StorageFull, StorageMissing, StorageRefused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_MISSING = {errno.ENOENT}


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turn an ``OSError`` into the :class:`~discrepancy.errors.StorageError` that says it."""
    try:
        yield
    except OSError as problem:
        raise said(problem, where) from problem


def said(problem: OSError, where: str) -> StorageError:
    """The error to raise in place of what the system says."""
    why = problem.strerror or str(problem)
    if problem.errno in _FULL:
        again = "Make room, and run the same command again: what is done is kept."
        return StorageFull(f"can not be written ({why}).", where=where, remedy=again)
    if problem.errno in _REFUSED:
        return StorageRefused(
            f"can not be read or written ({why}).", where=where, remedy="Check that you may write in that folder."
        )
    if problem.errno in _MISSING:
        return StorageMissing("There is no such file.", where=where, remedy="Check its name and folder.")
    return StorageError(f"can not be used ({why}).", where=where, remedy="Check the folder, or give another one.")

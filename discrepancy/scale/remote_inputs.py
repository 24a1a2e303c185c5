"""Inputs at an address that fsspec knows: listed there, and read each from a copy that lives as long as it is read."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from discrepancy.errors import ExtraMissing, PathMissing, PathUnreadable
from discrepancy.scale.job import File

__all__ = ["fetched", "is_remote", "remote_files", "stamp_of"]

_STAMPS = ("ETag", "etag", "md5", "mtime", "LastModified", "last_modified", "updated", "created")
"""What stores tell of a file that changes when it does, by the names that they give it."""
_REMEDY = "Check the address, and that you may read there."


def is_remote(given: str) -> bool:
    """Whether it is an address, not a path of this machine."""
    return "://" in given


def remote_files(address: str) -> Iterator[File]:
    """The files at an address and below it, in a fixed order. Its listing is held in memory.

    Their paths are shown from the last part of the address on, as those of a folder are.
    """
    system, root = _system(address)
    try:
        listed: dict[str, Any] = system.find(root, detail=True)
    except Exception as problem:  # each store has errors of its own
        raise _unreadable(problem, address) from problem
    if not listed:
        yield File(display=address, path=address, size=0, changed=0, given=True)
    above = str(PurePosixPath(root).parent).rstrip("/") + "/"
    for path, told in sorted(listed.items()):
        display = path.removeprefix(above)
        if not any(part.startswith(".") for part in PurePosixPath(display).parts):
            full = system.unstrip_protocol(path)
            yield File(
                display=display, path=full, size=int(told.get("size") or 0), changed=_stamp(told), given=path == root
            )


def stamp_of(address: str) -> tuple[int, int]:
    """The size of a file as it is now, and a number that changes when it does.

    Raises:
        PathUnreadable: it is gone, or can not be asked.
    """
    system, path = _system(address)
    try:
        told = system.info(path)
    except Exception as problem:  # as above
        raise _unreadable(problem, address) from problem
    return int(told.get("size") or 0), _stamp(told)


@contextmanager
def fetched(file: File) -> Iterator[Path]:
    """A copy of a file under its own name, which is gone afterwards.

    Raises:
        PathMissing: nothing is there.
        PathUnreadable: it can not be read.
    """
    system, path = _system(file.path)
    with tempfile.TemporaryDirectory(prefix="discrepancy-") as folder:
        copy = Path(folder) / PurePosixPath(path).name
        try:
            system.get_file(path, str(copy))
        except Exception as problem:  # as above
            raise _unreadable(problem, file.display) from problem
        yield copy


def _system(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise ExtraMissing(
            "fsspec is not installed.", where=address, remedy="pip install 'discrepancy[batch]'"
        ) from None
    try:
        system, path = url_to_fs(address, use_listings_cache=False)
    except (ImportError, ValueError) as problem:
        raise PathUnreadable(f"can not be reached ({problem}).", where=address, remedy=_REMEDY) from problem
    return system, str(path)


def _unreadable(problem: Exception, where: str) -> PathUnreadable | PathMissing:
    if isinstance(problem, FileNotFoundError):
        return PathMissing("There is no such file.", where=where, remedy=_REMEDY)
    return PathUnreadable(f"can not be read ({type(problem).__name__}: {problem}).", where=where, remedy=_REMEDY)


def _stamp(told: dict[str, Any]) -> int:
    known = next((told[name] for name in _STAMPS if told.get(name)), "")
    known = known.timestamp() if isinstance(known, dt.datetime) else known  # a listing may say it as a number
    return int(sha256(str(known).encode()).hexdigest()[:12], 16) if known else 0

"""Looking at a folder: each file in it is an article, and a file that is taken away is one that is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Final

from discrepancy.followed import Condition, Found, Poll
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.watch.configured import Source
from discrepancy.watch.polling.folder_files import MOST_FILES, Listed, Listing, listing
from discrepancy.watch.polling.looked import Looked, failed, same, went_well

__all__ = ["look_at_folder"]

_LARGEST: Final = 25_000_000
"""Bytes of one file."""
_MOST_BYTES: Final = 100_000_000
"""Bytes that one look brings home; what is left is for the next one."""
_SETTLED: Final = 2_000_000_000
"""Nanoseconds for which a file is left alone after it was changed: it may still be written."""
_PATH = "path:"


@dataclass(slots=True)
class _Read:
    """What was read in one look.

    Attributes:
        found: what is new, or other than it was.
        large: files that are too large.
        left: whether something is left for the next look.
        size: of what was found, in bytes.
    """

    found: list[Found] = field(default_factory=list)
    large: list[str] = field(default_factory=list)
    left: bool = False
    size: int = 0


def look_at_folder(source: Source, poll: Poll, known: Mapping[str, str], now: dt.datetime) -> Looked:
    """Look at a folder once. Where no file's size or time has moved, none is opened.

    Args:
        source: the folder.
        poll: how it was last looked at.
        known: what was there when it was last looked at: of each file the key (``path:`` and its path below the
            folder) with the SHA-256 of its bytes, empty where that is not known.
        now: the time.
    """
    try:
        listed = listing(source.path or Path(poll.address))
    except OSError as problem:
        return failed(poll, Condition.DOWN, _not_read(problem), now)
    digest = _digest(listed)
    if digest == poll.digest:
        return same(poll, now)
    read = _Read()
    moment = int(now.timestamp() * 1_000_000) * 1000
    for file in listed.files:
        if file.size > _LARGEST:
            read.large.append(file.name)
        elif abs(moment - file.changed) < _SETTLED:
            read.left = True
        elif file.size:
            _take(source, file, known.get(f"{_PATH}{file.name}", ""), read)
    found = (*read.found, *_gone(source, known, listed))
    kept = "" if read.left else digest
    looked = went_well(poll, found, now, digest=kept, items=len(listed.files), why=_why(listed, read))
    return replace(looked, changed=bool(found))


def _digest(listed: Listing) -> str:
    told = sha256()
    for file in listed.files:
        told.update(f"{file.name}\0{file.size}\0{file.changed}\n".encode())
    told.update("\n".join(listed.closed).encode())
    return told.hexdigest()


def _take(source: Source, file: Listed, before: str, read: _Read) -> None:
    """Note a file as found, unless its bytes are those it had, or it holds no article at all: a picture."""
    from discrepancy.loaders.intake.registry import claimant

    name = PurePath(file.name).name
    try:
        with file.path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            if claimant(PurePath(name), head) is None:
                return
            data = head + stream.read(max(0, file.size + 1 - len(head)))
        after = file.path.stat()
    except OSError:  # taken away meanwhile, or held by the program that writes it
        read.left = True
        return
    unmoved = len(data) == file.size and (after.st_size, after.st_mtime_ns) == (file.size, file.changed)
    if unmoved and sha256(data).hexdigest() == before:
        return
    if not unmoved or (read.found and read.size + len(data) > _MOST_BYTES):
        read.left = True
        return
    read.size += len(data)
    keys = (f"{_PATH}{file.name}",)
    read.found.append(Found(source=source.name, keys=keys, address=file.name, name=name, data=data))


def _gone(source: Source, known: Mapping[str, str], listed: Listing) -> Iterator[Found]:
    """The files that were taken away; none where it can not be told what is there."""
    if listed.more:
        return
    for key in sorted(known.keys() - {f"{_PATH}{file.name}" for file in listed.files}):
        name = key.removeprefix(_PATH)
        if not name.startswith(tuple(listed.closed)):
            yield Found(source=source.name, keys=(key,), address=name, gone=True)


def _not_read(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "is not there. Make the folder, connect the drive that it is on, or correct its path."
    if isinstance(problem, NotADirectoryError):
        return "is a file and no folder. Correct its path."
    return f"can not be looked into: {problem.strerror or problem}. Give this program the right to read it."


def _why(listed: Listing, read: _Read) -> str:
    told = []
    if listed.more:
        told.append(f"holds more than {MOST_FILES:,} files, and only so many are looked at: move old ones away.")
    if listed.closed:
        told.append(f"holds folders that can not be looked into, such as {listed.closed[0]}")
    if read.large:
        told.append(f"holds files of more than {_LARGEST // 1_000_000} MB, which are not read: {read.large[0]}")
    return " ".join(told)

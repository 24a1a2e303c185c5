"""What was in a file when its very bytes were last read, where the settings name a folder that keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from discrepancy.cache import Disk, key_of, own_digest, runs_on
from discrepancy.loaders.intake.given import Outcome
from discrepancy.model import Document
from discrepancy.packed import Unpackable, pack, unpack
from discrepancy.settings import Settings

__all__ = ["LARGEST", "as_before"]

LARGEST: Final = 2_000_000
"""Bytes of a file whose articles are kept: a larger one is an archive or a table, which is read as a stream."""


def as_before(
    name: str, display: str, data: bytes, settings: Settings, cache: Path, read: Callable[[], Iterator[Outcome]]
) -> Iterator[Outcome]:
    """What ``read`` makes of a file, or has made of it before. Only what gave articles and nothing else is kept.

    Args:
        name: the file's own.
        display: the path to show, which its documents tell.
        data: all of its bytes.
        settings: the settings of the check.
        cache: the folder that keeps it.
        read: reads these bytes by the loader that claims them.

    Raises:
        InputError: ``read`` does.
    """
    disk = Disk(cache)
    key = key_of("file", runs_on(), own_digest(cache), _told(settings), name, display, sha256(data).hexdigest())
    outcomes: list[Outcome] = list(_kept(disk, key))
    if outcomes:
        yield from outcomes
        return
    for outcome in read():
        outcomes.append(outcome)
        yield outcome
    if outcomes and all(isinstance(each, Document) for each in outcomes):
        disk.put(key, pack(tuple(outcomes)))


def _kept(disk: Disk, key: str) -> tuple[Document, ...]:
    data = disk.get(key)
    try:
        found = unpack(data) if data is not None else ()
    except Unpackable:
        return ()
    return found if isinstance(found, tuple) and all(isinstance(each, Document) for each in found) else ()


def _told(settings: Settings) -> str:
    """The settings, but for what is looked at when all files are read: where to keep things, and how to check."""
    return repr(replace(settings, cache=None, model=None, draft=None, house_style=None, also=(), without=(), levels=()))

"""One file packed by itself with gzip, bzip2 or xz: ``story.txt.gz`` is read as ``story.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.archives.few import few_errors
from discrepancy.loaders.archives.inflated import packing, unpacked
from discrepancy.loaders.archives.limits import ARCHIVE_BYTES, budget_of
from discrepancy.loaders.archives.members import Member, read_members
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".gz", ".bz2", ".xz"})


def claims(path: PurePath, head: bytes) -> bool:
    """Whether the file is packed and says so; a packed tar archive or crawl is known before it."""
    return bool(packing(head)) and path.suffix.lower() in _SUFFIXES


def load(given: Given) -> Iterator[Outcome]:
    """Read the file in it, under its name without the last suffix."""
    with opened(given) as stream:
        member = Member(PurePath(given.name).stem, 0, lambda: unpacked(stream, given.display))
        yield from few_errors(read_members(given, [member], budget_of(stream)), given.display)


LOADER = Loader(
    name="compressed file", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=ARCHIVE_BYTES, order=45
)

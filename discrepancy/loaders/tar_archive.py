"""tar archives, plain or packed with gzip, bzip2 or xz: each member by its own loader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.archives.few import few_errors
from discrepancy.loaders.archives.inflated import inflated_head, packing, unpacked
from discrepancy.loaders.archives.limits import ARCHIVE_BYTES, budget_of
from discrepancy.loaders.archives.members import read_members
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.archives.tar_headers import BLOCK, begins_tar
from discrepancy.loaders.archives.tar_members import tar_members
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import binary_name

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".tar", ".tgz", ".tbz", ".tbz2", ".txz"})
_PACKED = frozenset({".gz", ".bz2", ".xz"})


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a tar archive by its first header, packed or not; a damaged one by its name."""
    if not head:
        return False
    named = path.suffix.lower() in _SUFFIXES or (
        path.suffix.lower() in _PACKED and PurePath(path.stem).suffix.lower() == ".tar"
    )
    if packing(head):
        inside = inflated_head(head)
        return begins_tar(inside) or (named and len(inside) < BLOCK)
    return begins_tar(head) or (named and binary_name(head) == "binary data")


def load(given: Given) -> Iterator[Outcome]:
    """Read each member in the order of the archive."""
    with opened(given) as stream:
        members = tar_members(unpacked(stream, given.display), given.display)
        yield from few_errors(read_members(given, members, budget_of(stream)), given.display)


LOADER = Loader(name="tar archive", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=ARCHIVE_BYTES, order=40)

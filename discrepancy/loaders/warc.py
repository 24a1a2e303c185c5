"""Crawls (WARC, plain or packed): each page that a server answered with, by its own loader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.archives.few import few_errors
from discrepancy.loaders.archives.inflated import inflated_head, packing, unpacked
from discrepancy.loaders.archives.limits import ARCHIVE_BYTES, budget_of, ensure_shallow
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.archives.warc_pages import read_pages
from discrepancy.loaders.archives.warc_records import records
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.refusals import reader_missing

__all__ = ["LOADER"]

_BEGINS = re.compile(rb"WARC/\d\.\d+\r?\n")
_CALLED = re.compile(r".+\.warc(?:\.(?:gz|bz2|xz))?", re.IGNORECASE)


def claims(path: PurePath, head: bytes) -> bool:
    """Whether the file begins with a record, packed or not, whatever its name; one that is called so may be damaged."""
    called = _CALLED.fullmatch(path.name)
    return bool(called or _BEGINS.match(inflated_head(head) if packing(head) else head))


def load(given: Given) -> Iterator[Outcome]:
    """Read the pages of a crawl in their order; what is no page is counted, and told in one line."""
    try:
        import warcio  # noqa: F401 - whether it is installed
    except ImportError:
        raise reader_missing("a web crawl (WARC)", "warc", given.display) from None
    ensure_shallow(given)
    with opened(given) as stream:
        found = records(unpacked(stream, given.display), given.display)
        yield from few_errors(read_pages(given, found, budget_of(stream)), given.display)


LOADER = Loader(
    name="WARC crawl",
    suffixes=frozenset({".warc"}),
    claims=claims,
    load=load,
    most_bytes=ARCHIVE_BYTES,
    order=30,
)

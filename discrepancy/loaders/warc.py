"""Crawls (WARC, plain or packed): each page that a server answered with, by its own loader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput, InputError, Malformed, Unsafe
from discrepancy.loaders.archives.inflated import inflate, inflated_head, packing
from discrepancy.loaders.archives.limits import ARCHIVE_BYTES, MOST_MEMBERS, Budget, budget_of
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.archives.warc_names import may_be_article, record_name
from discrepancy.loaders.archives.warc_payload import payload, unreadable_packing
from discrepancy.loaders.archives.warc_records import Record, records
from discrepancy.loaders.archives.warc_told import with_record
from discrepancy.loaders.intake.extras import reader_missing
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.model import Document, Skipped

__all__ = ["LOADER"]

_BEGINS = re.compile(rb"WARC/\d\.\d+\r?\n")
_MOST_BYTES = 64_000_000
"""Bytes of one record that may be an article: a page has a few, with its pictures in it a few dozen million."""
_DEEPEST = 2
_MOST_TOLD = 20
"""Damaged records that are told one by one; the others are counted."""


def claims(path: PurePath, head: bytes) -> bool:  # noqa: ARG001 - every loader is asked with the name
    """Whether the file begins with a record, packed or not, whatever its name."""
    return bool(_BEGINS.match(inflated_head(head) if packing(head) else head))


def load(given: Given) -> Iterator[Outcome]:
    """Read the pages of a crawl in their order; what is no page is counted, and told in one line."""
    try:
        import warcio  # noqa: F401 - whether it is installed
    except ImportError:
        raise reader_missing("a web crawl (WARC)", "warc", given.display) from None
    if given.depth >= _DEEPEST:
        raise Unsafe(
            "lies in an archive in an archive, and is one itself.",
            where=given.display,
            remedy="Unpack the outer ones first.",
        )
    with opened(given) as stream:
        budget = budget_of(stream)
        how = packing(stream.read(16))
        stream.seek(0)
        plain = inflate(stream, how, given.display) if how else stream
        yield from _pages(given, _few_errors(records(plain, given.display), given), budget)


def _pages(given: Given, found: Iterator[Record | InputError], budget: Budget) -> Iterator[Outcome]:
    passed: Counter[str] = Counter()
    some = False
    for record in found:
        why = "" if isinstance(record, InputError) else _no_page(record)
        if isinstance(record, InputError):
            some = True
            yield record
        elif why:
            passed[why] += 1
        else:
            budget.members -= 1
            if budget.members < 0:
                raise Unsafe(
                    f"holds more than {MOST_MEMBERS:,} pages.",
                    where=given.display,
                    remedy="It was not read further. Give the crawl of one story.",
                )
            for outcome in _page(given, record, budget):
                if isinstance(outcome, Skipped):
                    passed["that hold no article"] += 1
                    continue
                some = True
                yield outcome
        if budget.left < 0 or budget.members < 0:
            return
    if passed:
        told = ", ".join(f"{count:,} {why}" for why, count in sorted(passed.items()))
        yield Skipped(f"{given.display}/records", f"records that are no page of an article: {told}")
    if not some:
        raise EmptyInput(
            "holds no page that can be read as an article.",
            where=given.display,
            remedy="Crawl the articles' own addresses, and keep the servers' answers.",
        )


def _few_errors(found: Iterator[Record | InputError], given: Given) -> Iterator[Record | InputError]:
    """The records, the first damaged ones, and how many more of those there are."""
    bad = 0
    for record in found:
        bad += isinstance(record, InputError)
        if isinstance(record, Record) or bad <= _MOST_TOLD:
            yield record
    if bad > _MOST_TOLD:
        yield Malformed(
            f"has {bad - _MOST_TOLD:,} more records that can not be read.",
            where=given.display,
            remedy="Get the crawl again from its sender.",
        )


def _no_page(record: Record) -> str:
    """Why a record is passed over; empty where it may be an article."""
    if record.kind not in {"response", "resource"}:
        return "requests, notes or repeats of an answer" if record.kind != "conversion" else "conversions"
    if record.kind == "response" and record.status != "200":
        return "answers that are no page (redirects, errors)"
    if not record.address.startswith(("http:", "https:", "file:")):
        return "of no web address"
    return "" if may_be_article(record.address, record.media) else "pictures, styles, scripts or data"


def _page(given: Given, record: Record, budget: Budget) -> Iterator[Outcome]:
    name = record_name(record.number, record.address, record.media)
    where = f"{given.display}/{name}"
    packed = unreadable_packing(record, where)
    if packed is not None:
        yield packed
        return
    if record.raw.length > _MOST_BYTES:
        yield InputError(
            f"has {record.raw.length:,} bytes, more than any page.", where=where, remedy="Save the article by itself."
        )
        return
    with Source(lambda: payload(record, where), where, budget) as source:
        for outcome in given.member(name, source.open, 0):
            yield with_record(outcome, record, source) if isinstance(outcome, Document) else outcome


LOADER = Loader(
    name="WARC crawl",
    suffixes=frozenset({".warc"}),
    claims=claims,
    load=load,
    most_bytes=ARCHIVE_BYTES,
    order=38,
)

"""The pages of a crawl, each by its own loader; what is no page is counted, and told in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from discrepancy.errors import EmptyInput, InputError, Unsafe
from discrepancy.loaders.archives.limits import MOST_MEMBERS, Budget
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.archives.warc_names import may_be_article, record_name
from discrepancy.loaders.archives.warc_payload import payload, unreadable_packing
from discrepancy.loaders.archives.warc_records import Record
from discrepancy.loaders.archives.warc_told import with_record
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.model import Document, Skipped

__all__ = ["read_pages"]

_MOST_BYTES = 64_000_000
"""Bytes of one record that may be an article: a page has a few, with its pictures in it a few dozen million."""


def read_pages(given: Given, found: Iterator[Record | InputError], budget: Budget) -> Iterator[Outcome]:
    """What is on each page, in the order of the crawl; an error for each damaged record.

    Raises:
        Unsafe: there are more pages than members of an archive may be.
        EmptyInput: there is none that may be an article.
    """
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

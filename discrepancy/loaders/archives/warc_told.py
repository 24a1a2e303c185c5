"""What a crawl says of a page beside what the page says of itself: where and when it was fetched, and whether whole."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.errors import InputError
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.archives.warc_names import host_of
from discrepancy.loaders.archives.warc_records import Record
from discrepancy.loaders.articles import Field, line_of
from discrepancy.model import Detail, Document

__all__ = ["with_record"]

_LONGEST = 2000
"""Characters of an address that are kept."""


def with_record(document: Document, record: Record, source: Source) -> Document:
    """The document with what the crawl says of it, behind what the page says."""
    cut = _cut(record, source)
    host, address = host_of(record.address), _plain(record.address)
    details = [Detail(Field.ADDRESS.value, address, "WARC-Target-URI, where the crawler found it")]
    if record.date:
        details.append(Detail("fetched", _plain(record.date)[:100], "WARC-Date, when the crawler fetched it"))
    if not document.source and host:
        details.append(Detail(Field.SOURCE.value, _plain(host), "the host that the crawler fetched it from"))
    if cut:
        details.append(Detail(Field.STATUS.value, cut, "WARC-Truncated" if record.truncated else "the record's length"))
    return replace(
        document,
        address=document.address or address,
        source=document.source or _plain(host),
        partial=document.partial or bool(cut),
        details=(*document.details, *details),
    )


def _cut(record: Record, source: Source) -> str:
    """Why only a part of a page is there, in a few words; empty where it is whole."""
    if record.truncated:
        return f"cut by the crawler: {_plain(record.truncated)[:100]}"
    try:
        source.fill(None)
    except InputError:
        return "damaged: not all of it could be unpacked"
    stream = record.raw.raw_stream
    return "cut off: the crawl ends here" if stream.limit > 0 and not stream.read(1) else ""


def _plain(value: str) -> str:
    """A header's value without what no reader sees."""
    return line_of(value[:_LONGEST])

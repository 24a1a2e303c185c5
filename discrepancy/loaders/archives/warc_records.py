"""The records of a crawl, one after another, by warcio; what is wrong with one costs no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from discrepancy.errors import InputError, Malformed, TooLarge
from discrepancy.loaders.archives.source import DAMAGED
from discrepancy.loaders.archives.warc_lines import Lines

__all__ = ["Record", "records"]

_CHUNK = 65_536
_MOST_RECORDS = 500_000
"""Records of one file: crawlers begin a new one after a gigabyte, some fifty thousand."""
_BAD_HEADERS = (EOFError, AttributeError, IndexError, ValueError)
"""What warcio runs into where headers are missing or odd."""
_REMEDY = "Get the crawl again from its sender."


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number in the crawl, from 1, its headers, and warcio's own object for its bytes."""

    number: int
    kind: str
    address: str
    date: str
    media: str
    truncated: str
    raw: Any

    @property
    def status(self) -> str:
        """The status that the server gave ("200"); empty for what is no answer of a server."""
        return str(self.raw.http_headers.get_statuscode()) if self.raw.http_headers else ""


def records(stream: BinaryIO, display: str) -> Iterator[Record | InputError]:
    """Every record in order, and an error for each that is damaged. A record must be read before the next is asked for.

    Args:
        stream: unpacked.
        display: the path to show.
    """
    lines = Lines(stream, display)
    number = 0
    try:
        while True:
            there, strayed = lines.next_record()
            if strayed:
                yield _wrong_length(display, number) if number else _stray(display)
            if not there:
                return
            number += 1
            if number > _MOST_RECORDS:
                yield _too_many(display)
                return
            record = _record(lines, number, display)
            yield record
            if isinstance(record, Record):
                missing = _drained(record)
                if missing:
                    yield Malformed(
                        f"is cut off: {missing:,} bytes of this record are missing, and what comes after it is lost.",
                        where=f"{display}, record {number}",
                        remedy=_REMEDY,
                    )
                    return
    except InputError as error:
        yield error
    except DAMAGED as problem:
        yield Malformed(
            f"is cut off or damaged ({str(problem).rstrip('.')}): what comes after this place is lost.",
            where=f"{display}, in or after record {number}",
            remedy=_REMEDY,
        )


def _record(lines: Lines, number: int, display: str) -> Record | InputError:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    where = f"{display}, record {number}"
    try:
        raw = loader.parse_record_stream(lines, known_format="warc")
    except (ArchiveLoadFailed, StatusAndHeadersParserException, *_BAD_HEADERS) as problem:
        told = str(problem).strip().rstrip(".")
        why = told if told and not isinstance(problem, _BAD_HEADERS) else "its headers are broken, or end too soon"
        return Malformed(f"is no record that can be read ({why[:200]}).", where=where, remedy=_REMEDY)
    except InputError as error:
        return error
    headers = raw.rec_headers
    if raw.length is None or not (headers.get_header("Content-Length") or "").strip().isdigit():
        return Malformed("does not say how long it is.", where=where, remedy=_REMEDY)
    source = raw.http_headers or headers
    return Record(
        number=number,
        kind=(raw.rec_type or "").lower(),
        address=headers.get_header("WARC-Target-URI") or "",
        date=headers.get_header("WARC-Date") or "",
        media=(source.get_header("Content-Type") or "").partition(";")[0].strip().lower(),
        truncated=headers.get_header("WARC-Truncated") or "",
        raw=raw,
    )


def _drained(record: Record) -> int:
    """Read what nobody read of a record; how many of its bytes are missing."""
    stream = record.raw.raw_stream
    while stream.limit > 0 and stream.read(_CHUNK):
        pass
    return int(stream.limit)


def _wrong_length(display: str, number: int) -> Malformed:
    return Malformed(
        "goes on after the length that it gives: what was read of it may be a part, or hold some of the next record.",
        where=f"{display}, record {number}",
        remedy=_REMEDY,
    )


def _stray(display: str) -> Malformed:
    return Malformed(
        "does not begin with a record, as a web crawl (WARC) does.",
        where=display,
        remedy="It is damaged or cut off: get the crawl again from its sender.",
    )


def _too_many(display: str) -> TooLarge:
    return TooLarge(
        f"holds more than {_MOST_RECORDS:,} records; the others were not read.",
        where=display,
        remedy="Split the crawl.",
    )

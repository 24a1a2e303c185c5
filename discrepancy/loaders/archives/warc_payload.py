"""The content of a record as a browser would have it: chunks joined, packing undone."""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.loaders.archives.inflated import inflate
from discrepancy.loaders.archives.streams import CHUNK, Pulled
from discrepancy.loaders.archives.warc_records import Record

__all__ = ["payload", "unreadable_packing"]

_GZIP = b"\x1f\x8b"
_READ = {"": "", "identity": "", "none": "", "gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}


def unreadable_packing(record: Record, where: str) -> InputError | None:
    """The error for content that is packed by a method that the standard library has no reader of; else None."""
    how = _encoding(record)
    if how in _READ:
        return None
    name = {"br": "Brotli", "zstd": "Zstandard"}.get(how, how[:40])
    return InputError(
        f"is packed with {name}, which is not read here.",
        where=where,
        remedy="Save the page in a browser and give that file.",
    )


def payload(record: Record, where: str) -> BinaryIO:
    """The stream of a record's content, unpacked."""
    stream = io.BufferedReader(_Plain(_joined(record)), CHUNK)
    how, head = _READ[_encoding(record)], stream.peek(2)[:2]
    # Some crawlers unpack what they store and leave the header that says otherwise.
    if how == "gzip" and head == _GZIP:
        return inflate(_Told(stream), "gzip", where)
    if how == "deflate":
        return io.BufferedReader(_Deflated(stream, head), CHUNK)
    return stream


def _encoding(record: Record) -> str:
    headers = record.raw.http_headers
    return (headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""


def _joined(record: Record) -> Any:  # noqa: ANN401 - warcio ships no types
    from warcio.bufferedreaders import ChunkedDataReader

    headers = record.raw.http_headers
    chunked = headers and (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    return ChunkedDataReader(record.raw.raw_stream) if chunked else record.raw.raw_stream


class _Plain(Pulled):
    """warcio's reader as a stream of the standard library."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - warcio ships no types
        self._reader = reader

    def pull(self, most: int) -> bytes:
        return bytes(self._reader.read(most))


class _Told(io.BufferedReader):
    """A stream that can not seek and tells how much was read of it all the same."""

    def __init__(self, stream: io.BufferedReader[Any]) -> None:
        super().__init__(_Counted(stream), CHUNK)

    def tell(self) -> int:
        """Bytes that were read, with those that wait."""
        return self.raw.count if isinstance(self.raw, _Counted) else 0


class _Counted(Pulled):
    def __init__(self, stream: io.BufferedReader[Any]) -> None:
        self._stream, self.count = stream, 0

    def pull(self, most: int) -> bytes:
        data = self._stream.read1(most)
        self.count += len(data)
        return data


class _Deflated(Pulled):
    """What servers call deflate: with the header of zlib, or without."""

    def __init__(self, stream: io.BufferedReader[Any], head: bytes) -> None:
        with_header = len(head) == 2 and head[0] & 0x0F == zlib.DEFLATED and not int.from_bytes(head, "big") % 31
        self._machine = zlib.decompressobj(zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS)
        self._stream = stream

    def pull(self, most: int) -> bytes:
        while not self._machine.eof:
            data = self._machine.unconsumed_tail or self._stream.read1(CHUNK)
            if not data:
                raise EOFError("it ends in the middle of the packed data")
            found = self._machine.decompress(data, most)
            if found:
                return found
        return b""

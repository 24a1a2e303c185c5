"""gzip, bzip2 and xz as streams: several of them in a row, within limits of memory and of what comes out."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from typing import Any, BinaryIO

from discrepancy.errors import Unsafe
from discrepancy.loaders.archives.limits import MOST_INFLATED, RATIO
from discrepancy.loaders.archives.source import DAMAGED
from discrepancy.loaders.archives.streams import CHUNK, Pulled

__all__ = ["inflate", "inflated_head", "packing", "unpacked"]

_SIGNATURES = ((b"\x1f\x8b\x08", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))
_SIGNED = 16
"""Bytes that are enough to tell how a file is packed."""
_BLOCK = b"1AY&SY"
"""What follows the level in bzip2: three letters alone could begin a text."""
_MEMORY = 128 << 20
"""Bytes that xz may take to unpack; its own highest level takes half of that."""
_FREE = 10_000_000
"""Bytes that may come out whatever the ratio: two hundred versions of one story pack to next to nothing."""


def packing(head: bytes) -> str:
    """How a file is packed ("gzip"), told from its first bytes; empty where it is not."""
    name = next((name for signature, name in _SIGNATURES if head.startswith(signature)), "")
    return "" if name == "bzip2" and not (head[3:4].isdigit() and head[4:10] == _BLOCK) else name


def inflate(stream: BinaryIO, how: str, where: str) -> BinaryIO:
    """The unpacked bytes of a stream, read as far as somebody reads.

    Args:
        stream: packed, at its first byte.
        how: as :func:`packing` names it.
        where: the path to show.
    """
    plain = io.BufferedReader(_Several(stream, how), CHUNK) if how != "gzip" else gzip.GzipFile(fileobj=stream)
    return io.BufferedReader(_Watched(plain, stream, where), CHUNK)


def unpacked(stream: BinaryIO, where: str) -> BinaryIO:
    """A stream as it is read: inflated where it is packed, itself where it is not.

    Args:
        stream: at its first byte; it can seek.
        where: the path to show.
    """
    how = packing(stream.read(_SIGNED))
    stream.seek(0)
    return inflate(stream, how, where) if how else stream


def inflated_head(head: bytes) -> bytes:
    """The first unpacked bytes of a file, of which only the beginning is at hand; empty where it is not packed."""
    how = packing(head)
    if not how:
        return b""
    found = bytearray()
    try:
        with inflate(io.BytesIO(head), how, "") as stream:
            while len(found) < CHUNK and (data := stream.read1(1024)):  # type: ignore[attr-defined]  # it is buffered
                found += data
    except (*DAMAGED, Unsafe):
        pass  # the head ends in the middle of the data
    return bytes(found)


class _Several(Pulled):
    """bzip2 or xz streams one after another, as ``cat`` and parallel packers make them."""

    def __init__(self, stream: BinaryIO, how: str) -> None:
        self._stream, self._how = stream, how
        self._machine = self._new()

    def pull(self, most: int) -> bytes:
        while True:
            data = b""
            if self._machine.eof:
                # Between two streams of xz there may be zeros.
                data = (self._machine.unused_data or self._stream.read(CHUNK)).lstrip(b"\x00")
                if not data:
                    return b""
                self._machine = self._new()
            elif self._machine.needs_input:
                data = self._stream.read(CHUNK)
                if not data:
                    raise EOFError("it ends in the middle of the packed data")
            found = self._machine.decompress(data, most)
            if found:
                return found

    def _new(self) -> bz2.BZ2Decompressor | lzma.LZMADecompressor:
        return bz2.BZ2Decompressor() if self._how == "bzip2" else lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY)


class _Watched(Pulled):
    """Unpacked bytes, as long as they are in proportion to the packed ones."""

    def __init__(self, plain: io.BufferedReader[Any] | gzip.GzipFile, packed: BinaryIO, where: str) -> None:
        self._plain, self._packed, self._where, self._count = plain, packed, where, 0

    def pull(self, most: int) -> bytes:
        data = self._plain.read1(most)  # what there is before a cut is handed on
        self._count += len(data)
        if self._count > MOST_INFLATED or (self._count > _FREE and self._count > RATIO * self._packed.tell()):
            raise Unsafe(
                f"unpacks to more than {RATIO} times its size, or to more than {MOST_INFLATED:,} bytes.",
                where=self._where,
                remedy="It was not read further. Unpack what you need of it by hand.",
            )
        return data

"""The headers of a tar archive: which file comes next, told from its own header and those that stand before it."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from discrepancy.errors import Malformed, Unsafe

__all__ = ["BLOCK", "Header", "begins_tar", "next_header"]

BLOCK = 512
_LONGEST = 1 << 20
"""Bytes of a header's extension: it holds a path and a few times."""
_MOST = 8
"""Extensions of one header: one for the archive, one for the file, one each for a long name and a long link."""
_LENGTH = re.compile(rb"(?P<length>\d{1,7}) ")
_EXTENDED = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME)
_REMEDY = "Get the archive again from its sender."


@dataclass(frozen=True, slots=True)
class Header:
    """What a tar archive says of its next member; its bytes follow.

    Attributes:
        name: as the archive gives it, with nothing made safe.
        size: bytes of the member.
        kind: one letter, as in the specification of ustar.
        sparse: whether holes were left out of its bytes.
    """

    name: str
    size: int
    kind: bytes
    sparse: bool = False

    @property
    def padded(self) -> int:
        """Bytes that the member takes in the archive."""
        return -(-self.size // BLOCK) * BLOCK


def begins_tar(head: bytes) -> bool:
    """Whether these are the first bytes of a tar archive: its first header adds up to its own checksum."""
    try:
        tarfile.TarInfo.frombuf(head[:BLOCK], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


def next_header(stream: BinaryIO, where: str) -> Header | None:
    """The next member; None at the mark that ends an archive.

    Raises:
        Malformed: there is no header, or a damaged one.
        Unsafe: its extensions are larger than any path.
    """
    told: dict[bytes, bytes] = {}
    for _ in range(_MOST):
        header = _header(stream, where)
        if header is None:
            return None
        if header.kind == tarfile.GNUTYPE_LONGLINK:
            _extension(stream, header, where)
        elif header.kind in _EXTENDED:
            told |= _records(_extension(stream, header, where), header.kind)
        else:
            return _with(header, told, where)
    raise Unsafe("has a header that goes on and on.", where=where, remedy="It was not read further.")


def _header(stream: BinaryIO, where: str) -> Header | None:
    block = stream.read(BLOCK)
    if len(block) == BLOCK and not any(block):
        return None
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError) as problem:
        what = "is cut off" if len(block) < BLOCK else f"is damaged ({problem})"
        raise Malformed(
            f"{what}: the files before this place were read, and what comes after it is lost.",
            where=where,
            remedy=_REMEDY,
        ) from None
    if info.size < 0:
        raise Malformed("has a file of less than no bytes.", where=where, remedy=_REMEDY)
    return Header(info.name, info.size, info.type, sparse=info.type == tarfile.GNUTYPE_SPARSE)


def _extension(stream: BinaryIO, header: Header, where: str) -> bytes:
    if header.size > _LONGEST:
        raise Unsafe(
            f"has a header of {header.size:,} bytes, longer than any path.",
            where=where,
            remedy="It was not read further.",
        )
    data = stream.read(header.padded)
    if len(data) < header.padded:
        raise Malformed("is cut off in a header.", where=where, remedy=_REMEDY)
    return data[: header.size]


def _records(data: bytes, kind: bytes) -> dict[bytes, bytes]:
    if kind == tarfile.GNUTYPE_LONGNAME:
        return {b"path": data.rstrip(b"\x00")}
    # What holds for the whole archive says nothing of a path.
    return {} if kind == tarfile.XGLTYPE else dict(_extended(data))


def _extended(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and values, each after its length as pax writes it: "21 path=first.txt"; they end where one is damaged.

    They are gone through by their lengths: a pattern would look at a megabyte of figures once for each of them.
    """
    at = 0
    while found := _LENGTH.match(data, at):
        end = at + int(found["length"])
        name, equals, value = data[found.end() : end - 1].partition(b"=")
        if data[end - 1 : end] != b"\n" or not name or not equals:
            return
        yield name, value
        at = end


def _with(header: Header, told: dict[bytes, bytes], where: str) -> Header:
    size = told.get(b"size", b"")
    if size and not (size.isdigit() and len(size) < 20):
        raise Malformed("has a file of no known size.", where=where, remedy=_REMEDY)
    return Header(
        name=told[b"path"].decode("utf-8", "surrogateescape") if b"path" in told else header.name,
        size=int(size) if size else header.size,
        kind=header.kind,
        sparse=header.sparse or any(key.startswith(b"GNU.sparse") for key in told),
    )

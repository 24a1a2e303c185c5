"""A ZIP archive that was cut off before its table of contents: the members that are whole, from their own headers."""

from __future__ import annotations

import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.archives.limits import FREE_BYTES, RATIO, Budget
from discrepancy.loaders.archives.members import Member
from discrepancy.loaders.archives.names import safe_name

__all__ = ["cut_members"]

_LOCAL, _DESCRIPTOR = b"PK\x03\x04", b"PK\x07\x08"
_HEADER = struct.Struct("<4s5H3L2H")
_SIZE_FOLLOWS, _ENCRYPTED, _UTF8 = 0x8, 0x1, 0x800
_CHUNK = 65_536
_IN_MEMORY = 4_000_000
_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Local:
    """The header that stands before a member's bytes."""

    name: str
    flags: int
    method: int
    packed: int


def cut_members(stream: BinaryIO, where: str, budget: Budget) -> Iterator[Member | InputError]:
    """Its whole members in order; the error that says where it is cut is the last."""
    last = ""
    while (local := _local(stream)) is not None:
        if local.flags & _ENCRYPTED or local.packed == _ZIP64:
            break
        data = _unpacked(stream, local, budget, f"{where}/{safe_name(local.name)}")
        if data is None:
            last = f"in {safe_name(local.name)}"
            break
        last = f"after {safe_name(local.name)}"
        size = data.seek(0, 2)
        data.seek(0)
        try:
            if not local.name.endswith("/"):
                yield Member(local.name, size, partial(_same, data))
        finally:
            data.close()
    yield Malformed(
        "is cut off or damaged: its table of contents is missing, and what comes after this place is lost.",
        where=f"{where}, {last}" if last else where,
        remedy="Get the archive again from its sender.",
    )


def _local(stream: BinaryIO) -> _Local | None:
    head = stream.read(_HEADER.size)
    if len(head) < _HEADER.size or not head.startswith(_LOCAL):
        return None
    _, _, flags, method, _, _, _, packed, _, names, extra = _HEADER.unpack(head)
    name = stream.read(names)
    stream.seek(extra, 1)
    return _Local(name.decode("utf-8" if flags & _UTF8 else "cp437", "replace"), flags, method, packed)


def _unpacked(stream: BinaryIO, local: _Local, budget: Budget, where: str) -> BinaryIO | None:
    """A member's bytes, whole; None where it is cut, damaged, or of a kind whose end can not be told."""
    follows = bool(local.flags & _SIZE_FOLLOWS)
    if local.method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or (follows and not local.method):
        return None
    begin = stream.tell()
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - its reader closes it
    whole = False
    try:
        whole = _inflated(stream, spool, budget, where) if local.method else _copied(stream, spool, local.packed)
    finally:
        if not whole:
            spool.close()
    if not whole:
        return None
    if follows:
        mark = stream.read(4)
        stream.seek(12 if mark == _DESCRIPTOR else 8, 1)
    else:
        stream.seek(begin + local.packed)
    return spool  # type: ignore[return-value]  # a spooled file is a binary one, though its types do not say so


def _copied(stream: BinaryIO, target: tempfile.SpooledTemporaryFile[bytes], size: int) -> bool:
    while size and (data := stream.read(min(size, _CHUNK))):
        target.write(data)
        size -= len(data)
    return not size


def _inflated(stream: BinaryIO, target: tempfile.SpooledTemporaryFile[bytes], budget: Budget, where: str) -> bool:
    """Unpack up to the end of the packed data, and leave the stream right behind it."""
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    begin, count, rest = stream.tell(), 0, b""
    while not machine.eof:
        rest = rest or stream.read(_CHUNK)
        if not rest:
            return False
        try:
            found = machine.decompress(rest, _CHUNK)
        except zlib.error:
            return False
        rest = machine.unconsumed_tail
        budget.spend(len(found), where)
        count += len(found)
        if count > FREE_BYTES and count > RATIO * (stream.tell() - begin):
            return False
        target.write(found)
    stream.seek(-len(machine.unused_data), 1)
    return True


def _same(stream: BinaryIO) -> BinaryIO:
    return stream

"""What a ZIP archive's table of contents must hold to before it is read at all."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from discrepancy.errors import Unsafe
from discrepancy.loaders.archives.limits import FREE_BYTES, RATIO

__all__ = ["ensure_apart", "has_contents", "trouble_in"]

_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_COMMENT = 65_535
_LOCAL_BYTES = 30
_MOST_CONTENTS = 4_000_000
"""Bytes of the table of contents of ten thousand members with long names."""
_ELSEWHERE = 0xFFFFFFFF
"""Stands for a number that the record for large archives (ZIP64) gives."""
_LOCATOR, _RECORD = struct.Struct("<4sLQL"), struct.Struct("<4sQ2H2L4Q")
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are rare in ZIP, and the standard library unpacks them without a bound on what comes out at once."""
_UNIX = 3


def has_contents(stream: BinaryIO, size: int, where: str) -> bool:
    """Whether the archive ends in a table of contents; one that was cut off does not.

    Raises:
        Unsafe: the table is larger than that of any archive of articles.
    """
    stream.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        return False
    (length,) = struct.unpack_from("<L", tail, at + 12)
    if length == _ELSEWHERE:
        length = _large_length(stream, tail[max(0, at - _LOCATOR.size) : at])
    if length > _MOST_CONTENTS:
        raise Unsafe(
            "lists more files than any archive of articles.",
            where=where,
            remedy="It was not read. Make one archive a story.",
        )
    return True


def _large_length(stream: BinaryIO, before: bytes) -> int:
    """The size of the table where the record for large archives gives it."""
    if len(before) == _LOCATOR.size and before.startswith(b"PK\x06\x07"):
        stream.seek(_LOCATOR.unpack(before)[2])
        record = stream.read(_RECORD.size)
        if len(record) == _RECORD.size:
            return int(_RECORD.unpack(record)[8])
    return _ELSEWHERE


def ensure_apart(infos: Iterable[zipfile.ZipInfo], where: str) -> None:
    """Make sure that no two members share bytes, by which a small archive unpacks to a huge one.

    Raises:
        Unsafe: two of them do.
    """
    last, name = 0, ""
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < last:
            raise Unsafe(
                f"has files that share their bytes: {name!r} and {info.filename!r}.",
                where=where,
                remedy="It was not read: only an archive that was made to explode is built so.",
            )
        end = info.header_offset + _LOCAL_BYTES + len(info.orig_filename) + info.compress_size
        last, name = max(last, end), info.filename


def trouble_in(info: zipfile.ZipInfo) -> str:
    """Why a member is not read; empty where nothing is wrong with it."""
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == _UNIX else 0
    if stat.S_ISLNK(kind):
        return "is a symbolic link."
    if kind and not stat.S_ISREG(kind):
        return "is a device or a pipe, not a file."
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted."
    if info.compress_type not in _READ:
        return f"is packed by a method that is not read here (number {info.compress_type})."
    if info.file_size > FREE_BYTES and info.file_size > RATIO * info.compress_size:
        return f"would unpack to {info.file_size:,} bytes, more than {RATIO} times its size."
    return ""

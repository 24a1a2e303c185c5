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
    begin = stream.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        return False
    (told,) = struct.unpack_from("<L", tail, at + 12)
    # The standard library goes by the record for large archives wherever there is one, whatever is told here.
    large = _large_length(stream, begin + at)
    length = large if large and told == _ELSEWHERE else max(large, told)
    if length > _MOST_CONTENTS:
        raise Unsafe(
            "lists more files than any archive of articles.",
            where=where,
            remedy="It was not read. Make one archive a story.",
        )
    return True


def _large_length(stream: BinaryIO, end: int) -> int:
    """The size of the table as the record for large archives gives it, which lies before its end; 0 without one.

    Some readers take the record that lies right before its locator, some the one that the locator points to.
    """
    begin = stream.seek(max(0, end - _LOCATOR.size - _RECORD.size))
    before = stream.read(end - begin)
    locator = before[-_LOCATOR.size :]
    if len(locator) < _LOCATOR.size or not locator.startswith(b"PK\x06\x07"):
        return 0
    stream.seek(min(_LOCATOR.unpack(locator)[2], end))
    places = (before[: -_LOCATOR.size], stream.read(_RECORD.size))
    return max((int(_RECORD.unpack(each)[8]) for each in places if _is_record(each)), default=0)


def _is_record(data: bytes) -> bool:
    return len(data) == _RECORD.size and data.startswith(b"PK\x06\x06")


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

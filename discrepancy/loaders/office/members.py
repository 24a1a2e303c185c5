"""The names of a ZIP file's first members, told from its head alone."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

__all__ = ["first_members"]

# Source: APPNOTE.TXT 6.3.10 (PKWARE), 4.3.7 "Local file header".
_HEADER = struct.Struct("<4s5H3I2H")
_SIGNATURE = b"PK\x03\x04"
_SIZE_FOLLOWS = 0x08
_DEFLATED = 8
_MOST = 200
_CHUNK = 1 << 20
_CHUNKS = 8
"""Megabytes that are inflated, and forgotten at once, to find where a member of unknown size ends."""


def first_members(head: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes (as stored, cut off where the head ends) of the members that lie in the first bytes of a file.

    Members are stepped over by their sizes: what lies inside one is not taken for a member.
    """
    at = 0
    for _ in range(_MOST):
        if head[at : at + 4] != _SIGNATURE or len(head) < at + _HEADER.size:
            return
        fields = _HEADER.unpack_from(head, at)
        flags, method, size, name_length, extra = fields[2], fields[3], fields[7], fields[9], fields[10]
        begin = at + _HEADER.size + name_length + extra
        name = head[at + _HEADER.size : at + _HEADER.size + name_length].decode("utf-8", "replace")
        end = begin + size
        if flags & _SIZE_FOLLOWS and not size:
            end = _end_of(head, begin) if method == _DEFLATED else begin
        yield name, head[begin:end]
        at = _next(head, end) if flags & _SIZE_FOLLOWS else end


def _end_of(head: bytes, begin: int) -> int:
    """Where a deflated run that starts at ``begin`` ends; the head's end where that can not be told."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = head[begin:]
    try:
        for _ in range(_CHUNKS):
            stream.decompress(rest, _CHUNK)
            if stream.eof:
                return len(head) - len(stream.unused_data)
            rest = stream.unconsumed_tail
            if not rest:
                break
    except zlib.error:
        pass
    return len(head)


def _next(head: bytes, end: int) -> int:
    """Where the next header is: a descriptor of 12 to 24 bytes may stand before it."""
    found = head.find(_SIGNATURE, end, end + 28)
    return len(head) if found < 0 else found

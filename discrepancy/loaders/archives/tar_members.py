"""A tar archive as a stream of members: read once from beginning to end, whatever it is packed with."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.archives.limits import MOST_MEMBERS
from discrepancy.loaders.archives.members import Member, too_many
from discrepancy.loaders.archives.names import safe_name
from discrepancy.loaders.archives.source import DAMAGED
from discrepancy.loaders.archives.streams import CHUNK, Pulled
from discrepancy.loaders.archives.tar_headers import Header, next_header

__all__ = ["tar_members"]

_MOST_HEADERS = 4 * MOST_MEMBERS
"""Files with the folders that they lie in."""
_TROUBLE = {
    tarfile.LNKTYPE: "is a hard link to another file.",
    tarfile.SYMTYPE: "is a symbolic link.",
    tarfile.CHRTYPE: "is a device, not a file.",
    tarfile.BLKTYPE: "is a device, not a file.",
    tarfile.FIFOTYPE: "is a pipe, not a file.",
}


def tar_members(stream: BinaryIO, display: str) -> Iterator[Member | InputError]:
    """Its members in order, folders left out; where it is cut or damaged, the error that says so is the last.

    A member must be read before the next one is asked for.
    """
    last = ""
    try:
        for _ in range(_MOST_HEADERS):
            header = next_header(stream, f"{display}, after {last}" if last else f"{display}, at its beginning")
            if header is None:
                return
            last = safe_name(header.name)
            body = _Body(stream, header.size)
            if header.kind != tarfile.DIRTYPE:
                yield Member(header.name, header.size, partial(io.BufferedReader, body), _trouble(header))
            body.finish(header.padded)
        yield too_many(display)
    except InputError as error:
        yield error
    except DAMAGED as problem:
        yield Malformed(
            f"is damaged or cut off ({str(problem).rstrip('.')}): what comes after this place is lost.",
            where=f"{display}, in or after {last}" if last else display,
            remedy="Get the archive again from its sender.",
        )


def _trouble(header: Header) -> str:
    if header.sparse:
        return "is stored with holes in it, as no article is."
    known = header.kind in (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
    return "" if known else _TROUBLE.get(header.kind, "is no regular file.")


class _Body(Pulled):
    """The bytes of one member, read from the archive's stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._size, self._place = stream, size, 0

    def pull(self, most: int) -> bytes:
        data = self._stream.read(min(most, self._size - self._place))
        if not data and self._place < self._size:
            raise EOFError(f"{self._size - self._place:,} of its {self._size:,} bytes are missing")
        self._place += len(data)
        return data

    def finish(self, padded: int) -> None:
        """Go to where the next header begins."""
        missing = padded - self._place
        while missing:
            data = self._stream.read(min(CHUNK, missing))
            if not data:
                raise EOFError(f"{missing:,} bytes are missing")
            missing -= len(data)

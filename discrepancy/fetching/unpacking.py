"""The body of an answer as it was before it was packed, never more of it at once than may be kept."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

__all__ = ["ACCEPTED", "unpacked"]

ACCEPTED = "gzip, deflate"
"""What a server may pack with. A body that is packed twice could make a gigabyte of some hundred bytes."""
_CHUNK = 65_536
_GZIP = zlib.MAX_WBITS | 16


def unpacked(chunks: Iterable[bytes], how: str, *, whole: bool = False) -> Iterator[bytes]:
    """The unpacked bytes, a little at a time.

    Args:
        chunks: as they came.
        how: the header that says how they are packed; empty where they are not.
        whole: what is packed and ends early is refused, not taken for all there is.

    Raises:
        ValueError: they are packed by another method, or are not what the header says.
    """
    name = how.strip().lower()
    if name in {"", "identity"}:
        yield from chunks
    elif name in {"gzip", "x-gzip", "deflate"}:
        try:
            yield from _inflated(chunks, deflate=name == "deflate", whole=whole)
        except zlib.error as problem:
            raise ValueError(f"its packed bytes are damaged ({problem})") from None
    else:
        raise ValueError(f"it is packed by a method that was not asked for ({name[:40]!r})")


def _inflated(chunks: Iterable[bytes], *, deflate: bool, whole: bool) -> Iterator[bytes]:
    machine = None
    for chunk in chunks:
        if machine is None and chunk:
            machine = zlib.decompressobj(_window(chunk) if deflate else _GZIP)
        rest = chunk
        while machine is not None and rest and not machine.eof:
            found = machine.decompress(rest, _CHUNK)
            rest = machine.unconsumed_tail
            yield found
    if machine is not None and not machine.eof:
        if whole:
            raise ValueError("its packed bytes end early")
        yield machine.flush(_CHUNK)


def _window(head: bytes) -> int:
    """Servers send deflate with the header of zlib or without."""
    with_header = head[0] & 0x0F == zlib.DEFLATED and (len(head) < 2 or not int.from_bytes(head[:2], "big") % 31)
    return zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS

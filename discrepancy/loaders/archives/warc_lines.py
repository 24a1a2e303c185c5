"""A crawl as a stream of lines and bytes: no line is endless, and the next record is found whatever came before."""

from __future__ import annotations

from typing import BinaryIO

from discrepancy.errors import Malformed

__all__ = ["Lines"]

_LONGEST = 65_536
"""Bytes of a line of headers: an address may have a few thousand."""
_MOST = 1_000_000
"""Bytes of the headers of one record."""
_BEGINS = b"WARC/"


class Lines:
    """What warcio reads from: ``readline``, ``read`` and ``tell``."""

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self._stream, self._where = stream, where
        self._held = b""
        self._headers = 0

    def tell(self) -> int:
        """Nothing depends on it: warcio takes differences of a record's own counter."""
        return 0

    def readline(self, length: int | None = None) -> bytes:
        """A line with its end.

        Raises:
            Malformed: it is longer than any header, or the record has more of them than any.
        """
        if self._held:
            line, self._held = self._held, b""
        else:
            line = self._stream.readline(_LONGEST if length is None else min(length, _LONGEST))
        self._headers += len(line)
        if self._headers > _MOST or (len(line) == _LONGEST and not line.endswith(b"\n")):
            raise Malformed(
                "has headers that go on and on.", where=self._where, remedy="Get the crawl again from its sender."
            )
        return line

    def read(self, length: int) -> bytes:
        """Some bytes; fewer only at the end."""
        return self._stream.read(length)

    def next_record(self) -> tuple[bool, bool]:
        """Go to where the next record begins.

        Returns:
            Whether there is one, and whether anything but empty lines was passed over to get there.
        """
        self._headers, strayed = 0, False
        whole = True
        while line := self._stream.readline(_LONGEST):
            if whole and line.startswith(_BEGINS):
                self._held = line
                return True, strayed
            strayed = strayed or bool(line.strip())
            whole = line.endswith(b"\n")
        return False, strayed

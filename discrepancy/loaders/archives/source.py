"""A member of an archive that is read once, in order, and can be opened as often as its loader likes."""

from __future__ import annotations

import io
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from types import TracebackType
from typing import BinaryIO, Self

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.archives.limits import Budget
from discrepancy.loaders.archives.streams import CHUNK, Pulled

__all__ = ["DAMAGED", "Source"]

DAMAGED = (OSError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the unpackers of the standard library raise for damaged, cut and encrypted data."""
_IN_MEMORY = 4_000_000
"""Bytes of a member that are kept in memory; what is beyond goes to a file without a name."""


class Source:
    """What is unpacked of a member so far. It is unpacked as far as somebody reads, and never twice."""

    def __init__(self, start: Callable[[], BinaryIO], where: str, budget: Budget) -> None:
        """Nothing is read yet.

        Args:
            start: opens the stream of its unpacked bytes.
            where: the path to show.
            budget: what its bytes are counted against, and those of an archive that it may be.
        """
        self._start, self._where, self.budget = start, where, budget
        self._spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed where the source is
        self._stream: BinaryIO | None = None
        self._had = 0
        self._ended = False
        self._failed: InputError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.close()
        if self._stream is not None:
            self._stream.close()

    def open(self) -> BinaryIO:
        """A stream over the member from its first byte on, which can seek."""
        return io.BufferedReader(_View(self), CHUNK)

    def read_at(self, place: int, count: int) -> bytes:
        """Some bytes from a place on; fewer only at the end.

        Raises:
            InputError: the archive is damaged or cut off there, or holds too much.
        """
        self.fill(place + count)
        self._spool.seek(place)
        return self._spool.read(count)

    def fill(self, size: int | None) -> int:
        """Unpack up to a size, or all of it; how much there is by then."""
        while not self._ended and (size is None or self._had < size):
            data = self._pull()
            self._ended = not data
            self.budget.spend(len(data), self._where)
            self._spool.seek(self._had)
            self._spool.write(data)
            self._had += len(data)
        return self._had

    def _pull(self) -> bytes:
        if self._failed is not None:
            raise self._failed
        try:
            if self._stream is None:
                self._stream = self._start()
            return self._stream.read(CHUNK)
        except InputError as error:
            self._failed = error
            raise
        except DAMAGED as problem:
            why = str(problem).strip().rstrip(".") or type(problem).__name__
            self._failed = Malformed(
                f"is damaged or cut off in the archive ({why}).",
                where=self._where,
                remedy="Get the archive again from its sender.",
            )
            raise self._failed from None


class _View(Pulled):
    """One reader of a source, with a place of its own."""

    def __init__(self, source: Source) -> None:
        self._source, self._place = source, 0
        self.budget = source.budget

    def seekable(self) -> bool:
        return True

    def pull(self, most: int) -> bytes:
        data = self._source.read_at(self._place, most)
        self._place += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place}.get(whence)
        self._place = max(0, offset + (self._source.fill(None) if base is None else base))
        return self._place

    def tell(self) -> int:
        return self._place

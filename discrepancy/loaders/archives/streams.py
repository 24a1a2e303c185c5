"""What every stream of our own has in common: a class says how to get some bytes, and the rest follows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["CHUNK", "Pulled"]

CHUNK = 65_536
"""Bytes that are read at once."""


class Pulled(io.RawIOBase):
    """A stream that is read by :meth:`pull`; ``io.BufferedReader`` makes one of it that reads as files do."""

    def pull(self, most: int) -> bytes:
        """The next bytes: some, up to ``most``; none at the end."""
        raise NotImplementedError

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Put the next bytes into a buffer, and say how many they are."""
        target = memoryview(buffer)
        data = self.pull(len(target))
        target[: len(data)] = data
        return len(data)

"""How much an archive may hold, and the count of what was taken out of it."""

from __future__ import annotations

import io
from typing import BinaryIO

from discrepancy.errors import Unsafe
from discrepancy.loaders.intake.given import DEEPEST, Given

__all__ = ["ARCHIVE_BYTES", "FREE_BYTES", "MOST_MEMBERS", "RATIO", "Budget", "budget_of", "ensure_shallow"]

ARCHIVE_BYTES = 2_000_000_000
"""Bytes of an archive: it is read as a stream, a member at a time."""
MOST_MEMBERS = 10_000
"""Files of one file that was given, with those in all archives in it."""
MOST_INFLATED = 2_000_000_000
"""Bytes taken out of one file that was given, with all archives in it together."""
RATIO = 100
"""Bytes that one packed byte may become. Prose packs to a third or a quarter, a table of figures to a twentieth."""
_FREE_IN_ALL = 50_000_000
"""Bytes that may be taken out of one file whatever the ratio."""
_RATIO_IN_ALL = 25
"""Bytes that one packed byte may become over a whole file: thousands of small bombs are a large one."""
FREE_BYTES = 1_000_000
"""A member may become so large whatever its ratio: a small file of spaces harms nobody."""


class Budget:
    """What may still be taken out of one file that was given. An archive in an archive draws on the outer one's."""

    def __init__(self, most: int = MOST_INFLATED, *, packed: int | None = None) -> None:
        """Nothing is taken out yet.

        Args:
            most: bytes that may be.
            packed: bytes of the file itself, where that is known: what comes out is held to a ratio to it as well.
        """
        self.most = self.left = most if packed is None else min(most, max(_FREE_IN_ALL, _RATIO_IN_ALL * packed))
        self.members = MOST_MEMBERS

    def spend(self, count: int, where: str) -> None:
        """Count bytes that were taken out.

        Raises:
            Unsafe: they are more than any archive of articles holds.
        """
        self.left -= count
        if self.left < 0:
            raise Unsafe(
                f"would unpack to more than {self.most:,} bytes, as archives do that are made to fill a disk.",
                where=where,
                remedy="It was not read further. Unpack what you need of it by hand.",
            )


def ensure_shallow(given: Given) -> None:
    """Refuse an archive whose members would lie in one archive too many.

    Raises:
        Unsafe: it lies in two archives already.
    """
    if given.depth >= DEEPEST:
        raise Unsafe(
            "lies in an archive in an archive, and is one itself.",
            where=given.display,
            remedy="Unpack the outer ones first.",
        )


def budget_of(stream: BinaryIO) -> Budget:
    """The budget that a stream, at its first byte, draws on: that of the archive it lies in, or a new one."""
    found = getattr(getattr(stream, "raw", None), "budget", None)
    if isinstance(found, Budget):
        return found
    place = stream.tell()
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(place)
    return Budget(packed=packed)

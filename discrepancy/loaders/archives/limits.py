"""How much an archive may hold, and the count of what was taken out of it."""

from __future__ import annotations

from typing import BinaryIO

from discrepancy.errors import Unsafe

__all__ = ["ARCHIVE_BYTES", "FREE_BYTES", "MOST_MEMBERS", "RATIO", "Budget", "budget_of"]

ARCHIVE_BYTES = 2_000_000_000
"""Bytes of an archive: it is read as a stream, a member at a time."""
MOST_MEMBERS = 10_000
"""Files of one file that was given, with those in all archives in it."""
MOST_INFLATED = 2_000_000_000
"""Bytes taken out of one file that was given, with all archives in it together."""
RATIO = 100
"""Bytes that one packed byte may become. Prose packs to a third or a quarter, a table of figures to a twentieth."""
FREE_BYTES = 1_000_000
"""A member may become so large whatever its ratio: a small file of spaces harms nobody."""


class Budget:
    """What may still be taken out of one file that was given. An archive in an archive draws on the outer one's."""

    def __init__(self, most: int = MOST_INFLATED) -> None:
        self.most = self.left = most
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


def budget_of(stream: BinaryIO) -> Budget:
    """The budget that a stream draws on: that of the archive it lies in, or a new one."""
    found = getattr(getattr(stream, "raw", None), "budget", None)
    return found if isinstance(found, Budget) else Budget()

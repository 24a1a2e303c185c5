"""What a batch asks of the place that it writes to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol


class Storage(Protocol):
    """A folder or bucket. Every method may raise a :class:`~discrepancy.errors.StorageError`.

    Attributes:
        where: the folder or address, as the user gave it.
    """

    where: str

    def put(self, name: str, data: bytes) -> None:
        """Keep ``data`` under ``name``, in place of what was there: all of it or, if anything fails, none of it."""
        ...

    def get(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """The bytes from ``start`` up to ``end``, or to the end.

        Raises:
            StorageMissing: nothing is there under that name.
        """
        ...

    def size(self, name: str) -> int | None:
        """The number of bytes, or None if nothing is there."""
        ...

    def names(self, under: str = "") -> Iterator[str]:
        """The names of all that is there, below the folder ``under`` if one is given; sorted."""
        ...

    def remove(self, name: str) -> None:
        """Forget what is there, if anything is."""
        ...

    def claim(self, run: str) -> AbstractContextManager[None]:
        """Hold the place for one run. What a run that died left half written is swept away.

        Args:
            run: what a second run is told of this one.

        Raises:
            StorageBusy: another run holds it.
        """
        ...

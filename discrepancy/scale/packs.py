"""Files of many records that are read one at a time: the records, where each begins, and how many they are.

A record is packed and compressed by itself. The table of places stands at the end of the same file, so that whoever
wrote the file last, records and table belong together: two workers that were given the same part write the same values,
but not always the same bytes.
"""

from __future__ import annotations

import itertools
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from discrepancy.errors import StorageError, StorageMissing
from discrepancy.packed import Unpackable, pack, unpack
from discrepancy.scale.storage import Storage

__all__ = ["Packs", "packed", "record"]

_LEVEL = 1
"""Of compression: a record is written once and read once."""
_WIDTH = 8
_TABLES = 256
"""Files whose table is remembered, two kilobytes each."""


def record(value: object) -> bytes:
    """A value as a record."""
    return zlib.compress(pack(value), _LEVEL)


def packed(records: Iterable[bytes]) -> bytes:
    """A file of records."""
    data, places = bytearray(), array("Q", [0])
    for each in records:
        data += each
        places.append(len(data))
    return bytes(data) + places.tobytes() + len(places).to_bytes(_WIDTH, "little")


@dataclass(slots=True)
class Packs:
    """The files of records of one storage."""

    storage: Storage
    tables: OrderedDict[str, array[int]] = field(default_factory=OrderedDict)

    def read(self, name: str, first: int, last: int) -> Iterator[Any]:
        """The values of the records ``[first, last)``, of which the bytes alone are read.

        Raises:
            StorageError: the file is gone or damaged.
        """
        try:
            return iter(self._read(name, first, last))
        except _DAMAGED:
            self.tables.pop(name, None)  # written anew since its table was read
        try:
            return iter(self._read(name, first, last))
        except _DAMAGED as problem:
            raise StorageError(
                "is damaged.", where=f"{self.storage.where}/{name}", remedy="Run again: it will be made anew."
            ) from problem

    def _read(self, name: str, first: int, last: int) -> list[Any]:
        places = self._table(name)[first : last + 1]
        data = self.storage.get(name, places[0], places[-1])
        start = places[0]
        return [unpack(zlib.decompress(data[a - start : b - start])) for a, b in itertools.pairwise(places)]

    def _table(self, name: str) -> array[int]:
        if name not in self.tables:
            size = self.storage.size(name)
            if size is None:
                raise StorageMissing("is gone.", where=f"{self.storage.where}/{name}", remedy="Run again.")
            count = int.from_bytes(self.storage.get(name, size - _WIDTH), "little")
            table = array("Q")
            table.frombytes(self.storage.get(name, size - _WIDTH * (count + 1), size - _WIDTH))
            self.tables[name] = table
            if len(self.tables) > _TABLES:
                self.tables.popitem(last=False)
        return self.tables[name]


_DAMAGED = (zlib.error, Unpackable, ValueError, IndexError, OverflowError)

"""A bucket of an object store, or another place that fsspec reaches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

from discrepancy.errors import ExtraMissing, StorageError
from discrepancy.scale.storage.marks import held
from discrepancy.scale.storage.objects import Objects
from discrepancy.scale.storage.remote_errors import in_words
from discrepancy.scale.storage.safe_names import below, checked, hidden

_EXTRAS = {"s3": "s3", "s3a": "s3"}
"""Schemes whose library is an extra of this package."""


def open_remote(where: str) -> RemoteStorage:
    """The storage at an address; see :func:`~discrepancy.scale.storage.open_storage`."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as problem:
        remedy = "pip install 'discrepancy[batch]'"
        raise ExtraMissing("fsspec is not installed.", where=where, remedy=remedy) from problem
    scheme = where.partition("://")[0]
    try:
        with in_words(where):
            # What another machine wrote has to be seen at once: no listing is kept.
            system, root = url_to_fs(where, use_listings_cache=False)
    except ImportError as problem:
        extra = _EXTRAS.get(scheme)
        remedy = f"pip install 'discrepancy[{extra}]'" if extra else f"fsspec says: {problem}"
        raise ExtraMissing(f"The library for {scheme}:// is not installed.", where=where, remedy=remedy) from problem
    if not root.strip("/"):
        raise StorageError("names no bucket.", where=where, remedy=f"Write {scheme}://bucket/folder.")
    return RemoteStorage(Objects(system, root, where))


class RemoteStorage:
    """See :class:`~discrepancy.scale.storage.Storage`. A put is one request: it is there as a whole, or not at all."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.where = objects.where

    def put(self, name: str, data: bytes) -> None:
        """See :meth:`Objects.put`."""
        self._objects.put(checked(name), data)

    def get(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """One request for the range."""
        return self._objects.get(checked(name), start, end)

    def size(self, name: str) -> int | None:
        """One request."""
        return self._objects.size(checked(name))

    def names(self, under: str = "") -> Iterator[str]:
        """One listing; its names are held at once."""
        return (name for name in sorted(self._objects.find(below(under))) if not hidden(name))

    def remove(self, name: str) -> None:
        """One request."""
        self._objects.remove(checked(name))

    def claim(self, run: str) -> AbstractContextManager[None]:
        """Leave a mark that is renewed as long as this process lives. Nothing is ever half written here."""
        return held(self._objects, run)

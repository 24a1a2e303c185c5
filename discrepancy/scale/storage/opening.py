"""The storage at a path or an address."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from discrepancy.errors import StorageError
from discrepancy.scale.storage.interface import Storage
from discrepancy.scale.storage.local import LocalStorage

_SCHEME = "://"


def open_storage(where: str) -> Storage:
    """The storage at ``where``; nothing is written or asked before it is used.

    Args:
        where: a folder, or an address that fsspec knows: ``s3://bucket/prefix``, ``memory://name``, ``file:///folder``.

    Raises:
        StorageError: no library here knows such an address.
        ExtraMissing: the library for it is not installed.
    """
    if _SCHEME not in where:
        return LocalStorage(Path(where), where)
    if where.startswith("file://"):
        parts = urlsplit(where)
        if parts.netloc not in {"", "localhost"}:
            raise StorageError("names another machine.", where=where, remedy="Give file:///folder, or the folder.")
        return LocalStorage(Path(unquote(parts.path)), where)
    from discrepancy.scale.storage.remote import open_remote

    return open_remote(where)

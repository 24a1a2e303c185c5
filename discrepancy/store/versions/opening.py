"""Opening the store for what is followed."""

from __future__ import annotations

from pathlib import Path

from discrepancy.store.opening import PATIENCE, open_session
from discrepancy.store.versions.versions import Versions

__all__ = ["open_versions"]


def open_versions(path: Path, *, create: bool = True, read_only: bool = False, patience: float = PATIENCE) -> Versions:
    """Open the store at ``path`` for what is followed; a context manager.

    It is the store of the decisions, too (:func:`discrepancy.store.open_store`), and is opened and made as that one is.

    Args:
        path: the file.
        create: make one where none is; its folder must be there.
        read_only: open it for reading; works on a file, folder or disk that can not be written.
        patience: seconds to wait for another process.

    Raises:
        StoreError: there is no such file or folder, or it can not be opened.
        StoreBusy: another process holds it.
        StoreNewer: a later version of this program made it.
        StoreBroken: it is no store, or is damaged.
    """
    made_by = "first discrepancy watch"
    return Versions(*open_session(path, create=create, read_only=read_only, patience=patience, made_by=made_by))

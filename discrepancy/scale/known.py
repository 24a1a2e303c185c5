"""The stories of an earlier run, so that they keep their ids."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath

from discrepancy.errors import Malformed, PathMissing
from discrepancy.scale.schema import arrow
from discrepancy.scale.storage import open_storage

__all__ = ["known_stories"]

_COLUMNS = ("id", "story")


def known_stories(where: str) -> dict[str, str]:
    """The story of each document of an earlier run, by the document's id.

    Args:
        where: the folder or address that it was written to.

    Raises:
        PathMissing: no run wrote there.
        Malformed: what stands there is no table of a run.
    """
    pa, storage = arrow(), open_storage(where)
    found: dict[str, str] = {}
    tables = [name for name in storage.names("documents") if PurePosixPath(name).suffix == ".parquet"]
    if not tables:
        raise PathMissing("holds no earlier batch.", where=where, remedy="Give the folder that a batch wrote to.")
    for name in tables:
        try:
            read = pa.parquet.read_table(BytesIO(storage.get(name)), columns=list(_COLUMNS))
            found.update(zip(*(read[column].to_pylist() for column in _COLUMNS), strict=True))
        except (pa.ArrowException, KeyError, ValueError) as problem:
            raise Malformed(
                "is no table of a batch.", where=f"{where}/{name}", remedy="Give the folder of a whole run."
            ) from problem
    return found

"""The lines of a dump that may hold people, read one at a time, decompressed on the way."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, cast

from discrepancy.bounded import problem_with
from discrepancy.errors import InputError, TooLarge

__all__ = ["dump_lines"]

_LONGEST: Final = 50_000_000
"""No entity is longer, in bytes; the largest of Wikidata have about five million."""
_BRACKETS: Final = frozenset({b"", b"[", b"]"})
_GZIP: Final = b"\x1f\x8b"
_BZIP2: Final = b"BZ"


def dump_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The entities of a dump as bytes, each with its line's number; commas at their ends and brackets are gone.

    Raises:
        InputError: the file can not be read, is cut short, or has a line that no entity is as long as.
    """
    where = str(path)
    number = 0
    try:
        with _opened(path) as file:
            while line := file.readline(_LONGEST + 1):
                number += 1
                if len(line) > _LONGEST:
                    raise TooLarge(
                        "is longer than any entity.",
                        where=f"{where}, line {number}",
                        remedy="Give a dump with one entity a line.",
                    )
                line = line.strip().rstrip(b",")
                if line not in _BRACKETS:
                    yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise InputError(
            f"ends in the middle, or its compression is damaged ({problem}).",
            where=f"{where}, after line {number}",
            remedy="Fetch the dump again.",
        ) from problem
    except OSError as problem:
        raise problem_with(problem, where) from problem


def _opened(path: Path) -> IO[bytes]:
    """The file, decompressed as its first bytes ask for."""
    with path.open("rb") as file:
        head = file.read(2)
    if head == _GZIP:
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return bz2.open(path, "rb") if head == _BZIP2 else path.open("rb")

"""What a loader is: a name, the suffixes it answers to, how it knows its files, and how it reads one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from discrepancy.model import Document

__all__ = ["HEAD_BYTES", "Loader"]

HEAD_BYTES = 4096
"""How much of a file's beginning ``claims`` is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loader:
    """One way of reading files. A module in ``discrepancy/loaders`` gives its own as ``LOADER``.

    Attributes:
        name: what the format is called, for messages ("plain text").
        suffixes: lower-case suffixes that files of this format usually have. A file with one of them that can not
            even be opened is reported as unread; any other is passed over.
        claims: whether this loader reads the file, told from its path and its first ``HEAD_BYTES`` bytes (fewer
            where the file is shorter, none where it is empty).
        load: the documents in the file, from its bytes, its path and the path to show. It may leave ``source`` empty:
            the document's id then stands in. Raises an ``InputError`` for what it can not read, and nothing else.
        order: loaders with a lower number are asked first; plain text, which claims much, comes last.
    """

    name: str
    suffixes: frozenset[str]
    claims: Callable[[Path, bytes], bool]
    load: Callable[[bytes, Path, str], list[Document]]
    order: int = 50

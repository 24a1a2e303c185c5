"""One file that a loader is given: its name, its bytes, and the way to hand on what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, TypeAlias

from discrepancy.errors import EmptyInput, InputError, PathUnreadable, TooLarge
from discrepancy.model import Document, Skipped
from discrepancy.settings import Settings

__all__ = ["Given", "Opener", "Outcome"]

Outcome: TypeAlias = Document | Skipped | InputError
"""What one part of a file came to: an article, a part that is none, or why it can not be read."""
Opener: TypeAlias = Callable[[], BinaryIO]
"""Opens a file at its first byte."""


def _no_members(name: str, _opener: Opener, _size: int) -> Iterator[Outcome]:
    raise NotImplementedError(f"{name}: this file was given by itself, outside of a check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file, a member of an archive, or a body that was fetched.

    Attributes:
        name: its own name with the suffix: ``first.txt``.
        display: the path to show, and the beginning of every error's ``where``.
        size: how many bytes it has, as far as it says so.
        limit: how many of them may be read.
        opener: opens it at its first byte; the caller closes it.
        settings: the settings of the check.
        depth: how many archives it lies in.
        member: reads a file that lies in this one by the loader that claims it, whatever goes wrong with it:
            its name in the archive, a way to open it, its size. Used by the loaders of archives.
    """

    name: str
    display: str
    size: int
    limit: int
    opener: Opener
    settings: Settings = field(default_factory=Settings)
    depth: int = 0
    member: Callable[[str, Opener, int], Iterator[Outcome]] = _no_members

    @property
    def stem(self) -> str:
        """Its name without the suffix: the id of the document in it."""
        return PurePath(self.name).stem

    def read(self) -> bytes:
        """All of its bytes.

        Raises:
            TooLarge: it has more than ``limit``, also if it said otherwise.
            EmptyInput: it has none.
            PathUnreadable: the system does not let us read it.
        """
        size = self.size
        if size <= self.limit:
            try:
                with self.opener() as stream:
                    data = stream.read(self.limit + 1)
            except OSError as problem:
                raise PathUnreadable(
                    f"can not be read: {problem.strerror or problem}.",
                    where=self.display,
                    remedy="Copy it to a place that can be read.",
                ) from problem
            size = len(data)
            if not data:
                raise EmptyInput(
                    "is an empty file.", where=self.display, remedy="Save the article's text in it, or remove it."
                )
            if size <= self.limit:
                return data
        raise TooLarge(
            f"has {size:,} bytes, more than the limit of {self.limit:,}, and was not read.",
            where=self.display,
            remedy="Split it into one file an article, or raise the limit: --max-bytes (max_bytes in the settings).",
        )

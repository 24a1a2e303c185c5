"""One file that a loader is given: its name, its bytes, and the way to hand on what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, TypeAlias

from discrepancy.errors import InputError
from discrepancy.loaders.intake.refusals import empty_file, not_opened, over_limit
from discrepancy.model import Document, Skipped
from discrepancy.settings import Settings

__all__ = ["DEEPEST", "Given", "Opener", "Outcome"]

Outcome: TypeAlias = Document | Skipped | InputError
"""What one part of a file came to: an article, a part that is none, or why it can not be read."""
Opener: TypeAlias = Callable[[], BinaryIO]
"""Opens a file at its first byte."""
DEEPEST = 2
"""Archives that a file may lie in: a ZIP in a ZIP is sent now and then, a third one is a trap."""


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

    def place(self, number: int) -> str:
        """The path to show of one of the articles in it, ``feed.xml#3``; its own where the number is 0."""
        return f"{self.display}#{number}" if number else self.display

    def read(self) -> bytes:
        """All of its bytes.

        Raises:
            TooLarge: it has more than ``limit``, also if it said otherwise.
            EmptyInput: it has none.
            PathMissing, PathUnreadable: the system does not let us read it.
        """
        size = self.size
        if size <= self.limit:
            try:
                with self.opener() as stream:
                    data = stream.read(self.limit + 1)
            except OSError as problem:
                raise not_opened(problem, self.display) from problem
            size = len(data)
            if not data:
                raise empty_file(self.display)
            if size <= self.limit:
                return data
        raise over_limit(size, self.limit, self.display)

"""What a format of the log is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from discrepancy.decided import Event
from discrepancy.store.records import Incoming

__all__ = ["Exchange"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A way to write events down and to read them again.

    Attributes:
        name: what ``--format`` calls it.
        suffixes: endings of file names that ask for it, in lower case, with the dot.
        media_type: what a server calls it.
        write: the events as pieces of text that UTF-8 can encode.
        read: what ``write`` made, from the bytes of a file; raises :class:`Malformed` naming each bad line.
        lost: what does not come back, as a sentence; empty where all does.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    write: Callable[[Iterable[Event]], Iterator[str]]
    read: Callable[[bytes], tuple[Incoming, ...]]
    lost: str = ""

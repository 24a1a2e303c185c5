"""What earlier checks worked out: in this process, and where the settings name a folder, in earlier ones.

The facts of a document depend on the document, the model, this package and what it runs on; what is found in a story on
its documents, the settings, the house style, and on these too. Keys are made of all of them, so that nothing outlives
its reasons; within a process model and packages stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from discrepancy.cache import Disk, Memory, key_of, own_digest, runs_on
from discrepancy.loaders import Loaded
from discrepancy.model import Document, Fact, ReportData, StyleEntry
from discrepancy.packed import Unpackable, pack, unpack
from discrepancy.settings import Settings
from discrepancy.text.engine import find_model
from discrepancy.text.engine.model_files import digest_of

__all__ = ["Known", "forget", "known_facts", "known_reports", "told_by", "told_by_all"]

V = TypeVar("V")

_KEPT = 300_000
"""Characters of the documents that this process remembers the facts of, and of those it remembers the findings of."""
_facts: Memory[str, tuple[Fact, ...]] = Memory(_KEPT)
_reports: Memory[str, ReportData] = Memory(_KEPT)


def forget() -> None:
    """Forget what this process remembers; what stands in a folder is left there."""
    _facts.clear()
    _reports.clear()


class Known(Generic[V]):
    """Values of one kind that were worked out under some settings.

    Raises:
        EngineMissing: there is no language model: nothing is worked out without one.
    """

    def __init__(self, kind: str, memory: Memory[str, V], made: Callable[[object], V | None], under: Settings) -> None:
        folder = find_model(under.model)
        self._memory, self._made = memory, made
        self._under = key_of(kind, str(folder))
        self._disk: Disk | None = None
        if under.cache:
            self._disk = Disk(under.cache)
            self._on_disk = key_of(kind, digest_of(folder, under.cache), runs_on(), own_digest(under.cache))

    def get(self, told_by: str, size: int) -> V | None:
        """The value that depends on what ``told_by`` says, if it is known.

        Args:
            told_by: all that it depends on beside model and package.
            size: characters of the documents that it was made of.
        """
        key = key_of(self._under, told_by)
        found = self._memory.get(key)
        if found is None and self._disk:
            data = self._disk.get(key_of(self._on_disk, told_by))
            found = self._unpacked(data) if data is not None else None
            if found is not None:
                self._memory.put(key, found, size)
        return found

    def put(self, told_by: str, size: int, value: V) -> None:
        """Remember ``value``: arguments as in :meth:`get`."""
        self._memory.put(key_of(self._under, told_by), value, size)
        if self._disk:
            self._disk.put(key_of(self._on_disk, told_by), pack(value))

    def _unpacked(self, data: bytes) -> V | None:
        try:
            return self._made(unpack(data))
        except Unpackable:
            return None


def known_facts(settings: Settings) -> Known[tuple[Fact, ...]]:
    """The facts of documents, each told by :func:`told_by`."""
    return Known("facts", _facts, _as_facts, settings)


def known_reports(settings: Settings) -> Known[ReportData]:
    """What was found in stories, each told by :func:`told_by_all`."""
    return Known("report", _reports, lambda found: found if isinstance(found, ReportData) else None, settings)


def told_by(document: Document) -> str:
    """All that a document's facts depend on."""
    return repr(document)


def told_by_all(loaded: Loaded, settings: Settings, style: tuple[StyleEntry, ...]) -> str:
    """All that a check depends on: what was read, the settings, and what the house style file says by now."""
    return repr((loaded, replace(settings, cache=None), style))


def _as_facts(found: object) -> tuple[Fact, ...] | None:
    return found if isinstance(found, tuple) and all(isinstance(each, Fact) for each in found) else None

"""The language engine: paragraphs in, a parsed document out, and no paragraph read twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from discrepancy.cache import Memory
from discrepancy.model import Span
from discrepancy.text.engine.paragraph import NOTHING, Paragraph, joined
from discrepancy.text.engine.parsed import Parsed
from discrepancy.text.engine.readable import cut, readable

if TYPE_CHECKING:  # spaCy is behind it
    from discrepancy.text.engine.readers import Reader

__all__ = ["Engine"]

_BATCH = 16_000
"""Characters read at a time: what the networks need for them stays near the processor."""
_KEPT = 300_000
"""Characters of the paragraphs that are remembered: about 15 MB, the newest stories of a run."""


class Engine:
    """A loaded model. Not made directly: see :func:`discrepancy.text.engine.load_engine`.

    A paragraph's parse depends on its own words alone, whatever stands around it, so one that several versions print is
    read once.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: Memory[str, Paragraph] = Memory(_KEPT)
        self._reading = Lock()

    def parse(self, text: str, spans: Iterable[Span]) -> Parsed:
        """Parse the parts of ``text`` that ``spans`` name, each as a paragraph of its own.

        Args:
            text: a document's text.
            spans: what to parse, in order, not overlapping. A sentence never crosses from one into the next.
        """
        [parsed] = self.parse_many([(text, spans)])
        return parsed

    def parse_many(self, documents: Iterable[tuple[str, Iterable[Span]]]) -> Iterator[Parsed]:
        """Parse several documents, each a text and its paragraphs' spans: paragraphs are read in full batches.

        All of them are held at a time: give as many as belong together, a story's versions.
        """
        placed = [
            [(span.start, readable(text[span.start : span.end])) for span in cut(text, spans)]
            for text, spans in documents
        ]
        read = self._paragraphs([text for each in placed for _, text in each])
        for each in placed:
            yield joined([(start, read[text]) for start, text in each])

    def read_ahead(self, documents: Iterable[tuple[str, Iterable[Span]]]) -> None:
        """Read several documents' paragraphs in full batches, so that :meth:`parse` finds them read.

        It is for documents that are parsed one by one soon: what is more than the engine remembers is read again.
        """
        wanted = (readable(text[span.start : span.end]) for text, spans in documents for span in cut(text, spans))
        self._paragraphs(wanted)

    def _paragraphs(self, texts: Iterable[str]) -> dict[str, Paragraph]:
        """What is known of each text, the unknown ones read now."""
        found: dict[str, Paragraph] = {}
        new: list[str] = []
        for text in dict.fromkeys(texts):
            known = self._read.get(text) if text.strip() else NOTHING
            if known is None:
                new.append(text)
            else:
                found[text] = known
        for batch in _batches(new):
            with self._reading:  # what a reader remembers is not made for several threads
                read = self._reader.read(batch)
            for text, paragraph in zip(batch, read, strict=True):
                found[text] = paragraph
                self._read.put(text, paragraph, len(text))
        return found


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in runs that are read at a time."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch

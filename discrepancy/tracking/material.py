"""What snapshots are made from, whether it comes from a check or out of a report's file: documents and their facts."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.decided import SnapshotPlace, SnapshotValue
from discrepancy.text.characters import squeeze
from discrepancy.tracking.keys import value_key

__all__ = ["At", "Material", "Read", "Stated"]

_AROUND: Final = 300
"""Characters on each side of a mention that stand for its sentence where no fact tells where that begins and ends."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document: its source, and its text; None where the report holds excerpts only."""

    id: str
    source: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact: where it stands, the key of what it states, and the sentence around it; half-open offsets."""

    document: str
    start: int
    end: int
    key: str
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class At:
    """A mention of a finding's value; half-open offsets into the document's text."""

    document: str
    start: int
    end: int
    text: str


class Material:
    """Documents with their facts, looked up by place."""

    def __init__(self, documents: Sequence[Read], facts: Iterable[Stated]) -> None:
        """Index the facts by their place and the sentences by where they begin."""
        self._documents = {document.id: document for document in documents}
        self._facts: dict[tuple[str, int, int], list[str]] = {}
        sentences: dict[str, set[tuple[int, int]]] = {}
        for fact in facts:
            self._facts.setdefault((fact.document, fact.start, fact.end), []).append(fact.key)
            sentences.setdefault(fact.document, set()).add(fact.sentence)
        self._sentences = {document: sorted(spans) for document, spans in sentences.items()}
        self.hashes = tuple((document.id, _hash(document.text)) for document in documents)

    def value(self, rule: str, label: str, mentions: Sequence[At]) -> SnapshotValue:
        """A finding's value as a snapshot keeps it."""
        stated = [self._facts.get((at.document, at.start, at.end), ()) for at in mentions]
        return SnapshotValue(
            label=label,
            places=tuple(self._place(at) for at in mentions),
            key=value_key(rule, label, stated, [at.text for at in mentions]),
        )

    def _place(self, at: At) -> SnapshotPlace:
        document = self._documents.get(at.document)
        return SnapshotPlace(
            document=at.document,
            source=document.source if document else "",
            text=at.text,
            sentence=squeeze(self._around(at, document.text)) if document and document.text else "",
        )

    def _around(self, at: At, text: str) -> str:
        """The sentence that holds a mention; its own line, cut, where no fact tells of one."""
        spans = self._sentences.get(at.document, [])
        here = bisect_right(spans, (at.start, len(text)))
        for start, end in reversed(spans[:here]):
            if start <= at.start < end:
                return text[start:end]
            if end <= at.start:
                break
        start = max(text.rfind("\n", 0, at.start) + 1, at.start - _AROUND)
        end = text.find("\n", at.end)
        return text[start : min(end if end >= 0 else len(text), at.end + _AROUND)]


def _hash(text: str | None) -> str:
    """SHA-256 of a text in UTF-8; empty for one that is not at hand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text is not None else ""

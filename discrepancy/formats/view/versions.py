"""The versions of a report: what each document is called and when it was published."""

from __future__ import annotations

from collections import Counter

from discrepancy.formats.view.parts import Version
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, Document

__all__ = ["build_versions"]


def build_versions(documents: tuple[Document, ...], words: Words) -> tuple[Version, ...]:
    """A version a document, in order, numbered from 1."""
    labels = _labels(documents)
    return tuple(
        Version(
            number=number,
            anchor=f"v{number}",
            id=document.id,
            label=label,
            title=document.title,
            path=document.path,
            published=words.date(document.published),
            updated=words.date(document.updated),
            dateline=document.dateline,
            language=document.language,
            words=_count_words(document),
        )
        for number, (document, label) in enumerate(zip(documents, labels, strict=True), start=1)
    )


def _labels(documents: tuple[Document, ...]) -> list[str]:
    """A document's source; its id where it has none, or several have the same."""
    sources = [document.source.strip() for document in documents]
    often = Counter(sources)
    pairs = zip(documents, sources, strict=True)
    return [source if source and often[source] == 1 else document.id for document, source in pairs]


def _count_words(document: Document) -> int:
    compared = (block for block in document.blocks if block.role is not BlockRole.FURNITURE)
    return sum(len(document.text[block.start : block.end].split()) for block in compared)

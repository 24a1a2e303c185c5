"""The versions of a report: what each document is called and when it was published."""

from __future__ import annotations

from discrepancy.formats.view.parts import Version
from discrepancy.formats.words import Words
from discrepancy.labels import label_documents
from discrepancy.model import BlockRole, Document

__all__ = ["build_versions"]


def build_versions(documents: tuple[Document, ...], words: Words) -> tuple[Version, ...]:
    """A version a document, in order, numbered from 1."""
    labels = label_documents(documents)
    return tuple(
        Version(
            number=number,
            anchor=f"v{number}",
            id=document.id,
            label=labels[document.id],
            title=document.title,
            path=document.path,
            published=words.date(document.published),
            updated=words.date(document.updated),
            dateline=document.dateline,
            language=document.language,
            words=_count_words(document),
        )
        for number, document in enumerate(documents, start=1)
    )


def _count_words(document: Document) -> int:
    compared = (block for block in document.blocks if block.role is not BlockRole.FURNITURE)
    return sum(len(document.text[block.start : block.end].split()) for block in compared)

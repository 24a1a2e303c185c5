"""The versions of a report: what each document is called and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.formats.view.parts import Version
from discrepancy.formats.view.voices import copies_of
from discrepancy.formats.visible import HIDDEN
from discrepancy.formats.words import Words
from discrepancy.labels import label_documents
from discrepancy.model import BlockRole, Document, ReportData, SourceRole

__all__ = ["build_versions"]

_OTHERS = {SourceRole.WIRE: "version.role.wire", SourceRole.RIVAL: "version.role.rival"}
"""The roles of others, with the catalogue's words: which version is the newsroom's own is told for the whole report."""
_ON_THE_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def build_versions(data: ReportData, words: Words) -> tuple[Version, ...]:
    """A version a document, in order, numbered from 1."""
    labels = label_documents(data.documents)
    numbers = {document.id: number for number, document in enumerate(data.documents, start=1)}
    return tuple(
        Version(
            number=numbers[document.id],
            anchor=f"v{numbers[document.id]}",
            id=document.id,
            label=labels[document.id],
            title=document.title,
            path=document.path,
            published=words.date(document.published),
            updated=words.date(document.updated),
            language=document.language,
            tongue=words.tongue(document.language),
            words=_count_words(document),
            copies=tuple(labels[other] for other in copies_of(data.families, document.id)),
            copy_numbers=tuple(sorted(numbers[other] for other in copies_of(data.families, document.id))),
            is_draft=document.id == data.draft,
            standing=tuple(_standing(document, words)),
            embargo=document.embargo,
            address=document.address,
            link=_link(document.address),
        )
        for document in data.documents
    )


def _standing(document: Document, words: Words) -> Iterator[str]:
    """Whose a version is, as the newsroom says; which one of its source's, as wires count; whether it is cut."""
    if document.role in _OTHERS:
        yield words(_OTHERS[document.role])
    if document.version is not None:
        yield words("version.number", n=words.number(document.version))
    if document.partial:
        yield words("version.partial")


def _link(address: str) -> str:
    """An address on the web; empty for another, and for one that a page would show with codes and so alter."""
    return address if _ON_THE_WEB.match(address) and not HIDDEN.search(address) else ""


def _count_words(document: Document) -> int:
    compared = (block for block in document.blocks if block.role is not BlockRole.FURNITURE)
    return sum(len(document.text[block.start : block.end].split()) for block in compared)

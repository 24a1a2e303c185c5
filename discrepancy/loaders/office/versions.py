"""One or two versions of a file with tracked changes, as documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from discrepancy.errors import TooLarge
from discrepancy.loaders.articles import Article, Field, Known, Part, to_document
from discrepancy.loaders.articles.authors import with_authors
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.layout.shape import bare
from discrepancy.model import BlockRole, Detail, Document
from discrepancy.settings import Revisions

__all__ = ["Changes", "Properties", "documents"]

_HEAD = 8
"""Paragraphs from the top among which the headline stands that a file's properties repeat."""

_MOST_PARTS = 20_000
"""Paragraphs of an article; telling the roles of more takes longer than anybody waits."""


@dataclass(slots=True)
class Changes:
    """The tracked changes of a file; changes of form alone are not counted."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    last: dt.date | None = None

    def __bool__(self) -> bool:
        return bool(self.insertions or self.deletions or self.moves)

    def seen(self, stamp: str) -> None:
        """Note when a change was made; programs write local time as if it were UTC, so only the day counts."""
        try:
            day = dt.date.fromisoformat(stamp[:10])
        except ValueError:
            return
        self.last = max(self.last or day, day)

    def told(self, reading: Revisions) -> str:
        """In words: ``3 insertions, 1 deletion, read as accepted``."""
        counts = ((self.insertions, "insertion"), (self.deletions, "deletion"), (self.moves, "move"))
        each = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count]
        return f"tracked changes: {', '.join(each)}, read as {reading.value}"


@dataclass(slots=True)
class Properties:
    """What a file's own properties say, which nobody may have looked at since its template was made.

    Attributes:
        program: where they stand, in words: "Word core properties".
        title: what they call the file.
        creator: who made the file.
        known: what holds whatever the text says.
    """

    program: str
    title: str = ""
    creator: str = ""
    known: Known = field(default_factory=Known)


def documents(
    given: Given, changes: Changes, properties: Properties, read: Callable[[Revisions], list[Part]]
) -> Iterator[Document]:
    """The document of a file; where its tracked changes are asked for in both readings and it has some, two.

    Args:
        given: the file.
        changes: its tracked changes.
        properties: its own.
        read: gives the parts in one reading.

    Raises:
        EmptyInput: it has no text.
        TooLarge: its text is longer than any article.
    """
    asked = given.settings.revisions
    if not changes:
        yield _document(given, read(Revisions.ACCEPTED), properties, "", "")
    elif asked is not Revisions.BOTH:
        yield _document(given, read(asked), properties, "", changes.told(asked))
    else:
        yield from _both(given, changes, properties, read)


def _both(
    given: Given, changes: Changes, properties: Properties, read: Callable[[Revisions], list[Part]]
) -> Iterator[Document]:
    """The text as it was and as it is; only the latter where one has nothing that the other lacks."""
    original, accepted = read(Revisions.ORIGINAL), read(Revisions.ACCEPTED)
    texts = [[each.text for each in parts if each.text] for parts in (original, accepted)]
    if texts[0] == texts[1] or not all(texts):
        reading, parts = (Revisions.ORIGINAL, original) if not texts[1] else (Revisions.ACCEPTED, accepted)
        yield _document(given, parts, properties, "", changes.told(reading))
        return
    for number, (reading, parts) in enumerate(
        ((Revisions.ORIGINAL, original), (Revisions.ACCEPTED, accepted)), start=1
    ):
        told = _document(given, parts, properties, reading.value, changes.told(reading))
        yield _as_version(told, number, given, changes)


def _document(given: Given, parts: list[Part], properties: Properties, name: str, status: str) -> Document:
    if len(parts) > _MOST_PARTS:
        raise TooLarge(
            f"has {len(parts):,} paragraphs, more than any article.",
            where=given.display,
            remedy="Split it into one file an article.",
        )
    known = Known(list(properties.known.details))
    known.add(Field.STATUS, status, "the file's tracked changes")
    parts = _with_headline(parts, properties.title)
    document = to_document(Article(parts=tuple(parts), known=known, name=name), given)
    return _with_properties(document, properties)


def _with_properties(document: Document, properties: Properties) -> Document:
    """The document with its byline's names, and with what the properties say where the text does not."""
    if not document.title and properties.title:
        detail = Detail(Field.TITLE.value, properties.title, f"{properties.program} title")
        document = replace(document, title=properties.title, details=(*document.details, detail))
    return with_authors(document, properties.creator, f"{properties.program} creator, who made the file")


def _with_headline(parts: list[Part], title: str) -> list[Part]:
    """The parts, with the one that the file's own title repeats as the headline where no style says which is."""
    if not title or any(each.role is BlockRole.HEADLINE for each in parts):
        return parts
    for number, each in enumerate(parts[:_HEAD]):
        if each.role is None and bare(each.text) == bare(title):
            return [*parts[:number], replace(each, role=BlockRole.HEADLINE), *parts[number + 1 :]]
    return parts


def _as_version(document: Document, number: int, given: Given, changes: Changes) -> Document:
    """One of two versions of one source: with its number, and with a source and a day, so that they make a chain."""
    details = [*document.details, Detail(Field.VERSION.value, str(number), "counted from the tracked changes")]
    source, updated = document.source, document.updated
    if not source:
        source = given.stem
        details.append(Detail(Field.SOURCE.value, source, "the file's name"))
    if document.dated is None and changes.last is not None:
        updated = changes.last
        details.append(Detail(Field.UPDATED.value, updated.isoformat(), "the day of the last tracked change"))
    return replace(document, source=source, updated=updated, version=number, details=tuple(details))

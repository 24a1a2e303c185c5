"""What is known of a document as rows: what counts first, then what else was found and did not count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from discrepancy.formats.words import Words
from discrepancy.model import Detail, Document

__all__ = ["KnownRow", "known_rows"]

_ALWAYS = ("title", "source", "published")
"""Said even where it is not known: a version without them is held to less."""
_NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """A value and where it came from.

    Attributes:
        name: of the field; empty where the row above has it.
        value: as it counts, or as it was found.
        origin: where it was found.
        beaten: whether a surer value counts.
        lacking: whether it says that nothing is known.
    """

    name: str
    value: str
    origin: str
    beaten: bool = False
    lacking: bool = False


def known_rows(document: Document, words: Words) -> Iterator[KnownRow]:
    """The rows of a document: the fields that a check uses, then whatever else the file says."""
    details: dict[str, list[Detail]] = {}
    for detail in document.details:
        details.setdefault(detail.name, []).append(detail)
    for name, value in _used(document, words):
        yield from _rows(name, value, _when(document, name), details.pop(name, []))
    yield from _language(document, words, details.pop("language", []))
    for name, found in details.items():
        yield from _listed(name, found)


def _used(document: Document, words: Words) -> Iterator[tuple[str, str]]:
    """The fields that a check uses, each with the value that counts; empty where it is not known."""
    yield "title", document.title
    yield "source", document.source
    yield "author", "; ".join(document.authors)
    yield "published", words.date(document.published)
    yield "updated", words.date(document.updated)
    yield "place", document.dateline
    yield "version", "" if document.version is None else str(document.version)
    yield "embargo", document.embargo
    yield "role", document.role.value
    yield "family", document.family
    yield "story", document.story
    yield "address", document.address


def _language(document: Document, words: Words, found: Sequence[Detail]) -> Iterator[KnownRow]:
    """The language, which is told from the words: what a page says of itself is often another."""
    yield KnownRow(name="language", value=words.tongue(document.language), origin="guessed from the words")
    for each in found:
        if each.value.casefold().partition("-")[0] != document.language:
            yield KnownRow(name="", value=each.value, origin=each.origin, beaten=True)


def _when(document: Document, name: str) -> dt.date | None:
    return {"published": document.published, "updated": document.updated}.get(name)


def _rows(name: str, value: str, when: dt.date | None, found: Sequence[Detail]) -> Iterator[KnownRow]:
    """The value that counts, and below it what else was found."""
    if name == "author":
        yield from _listed(name, found) if found else ()
        return
    won = next((each for each in found if _is(each, value, when)), None)
    if value:
        yield KnownRow(name=name, value=value, origin=_origin(name, won, found))
    elif found or name in _ALWAYS:
        yield KnownRow(name=name, value=_NOT_KNOWN, origin="", lacking=True)
    for each in found:
        if each is not won:
            yield KnownRow(name="", value=each.value, origin=each.origin, beaten=True)


def _is(detail: Detail, value: str, when: dt.date | None) -> bool:
    """Whether a detail is the one that counts."""
    return detail.value == value if when is None else _moment(detail.value) == when


def _moment(text: str) -> dt.date | None:
    """A date or time as metadata mostly writes it; None for any other way."""
    try:
        return dt.datetime.fromisoformat(text) if len(text) > len("2026-03-03") else dt.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None


def _origin(name: str, won: Detail | None, found: Sequence[Detail]) -> str:
    """Where a value came from that stands in no detail as it is: what was guessed of the text or of the file."""
    if won is not None:
        return won.origin
    if found:
        return found[0].origin
    return "the file's name" if name == "source" else ""


def _listed(name: str, found: Sequence[Detail]) -> Iterator[KnownRow]:
    """A field of which every value counts: those of one origin in one row."""
    origins: dict[str, list[str]] = {}
    for each in found:
        origins.setdefault(each.origin, []).append(each.value)
    for number, (origin, values) in enumerate(origins.items()):
        yield KnownRow(name="" if number else name, value="; ".join(values), origin=origin)

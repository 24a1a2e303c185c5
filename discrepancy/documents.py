"""What is read: a document with its blocks, places in its text, and the files that were not read.

Public as part of :mod:`discrepancy.model`. All offsets are half-open character offsets into :attr:`Document.text`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

__all__ = [
    "Block",
    "BlockRole",
    "Detail",
    "Document",
    "Landmark",
    "Mention",
    "Sketch",
    "Skipped",
    "SourceRole",
    "Span",
    "Unread",
    "came_before",
    "day_of",
]


class BlockRole(StrEnum):
    """What a run of a document's text is for. Furniture is never compared."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters ``[start, end)`` of a document's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a document's text with one role."""

    role: BlockRole
    start: int
    end: int


class SourceRole(StrEnum):
    """What a version's publisher is to the newsroom, as far as it was said."""

    UNKNOWN = ""
    WIRE = "wire"
    RIVAL = "rival"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that was read of a document beside its text.

    Attributes:
        name: what it is: ``title``, ``published``, ``usage`` …
        value: as it was given.
        origin: where it came from, in words: ``JSON-LD datePublished``, ``story.toml``, ``guessed from the dateline``.
    """

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """Where in its file the text from ``start`` on stood, up to the next landmark: ``page 2, line 14``."""

    start: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of a story.

    Attributes:
        id: short and unique within a check: the file's stem, with a suffix where two share one.
        path: where it was read, relative to where the check ran, with forward slashes: a file, a member of an archive
            (``wires.zip/first.txt``), or one of several articles of a file (``feed.xml#3``, counted from 1).
        source: who published it, as far as it can be told; else the id.
        title: its headline; empty where it has none.
        text: of a plain-text file the decoded text, every character of it, unchanged; of any other the article's
            paragraphs in order, an empty line between them.
        blocks: in order, not overlapping; white space between blocks belongs to none.
        published: when it was published: a date, or a time with its zone where one is known; None if not said.
        updated: when it was last updated, likewise.
        dateline: the place that the dateline names, such as ``MOSCOW``; empty where there is none.
        language: BCP 47 tag of the language it is written in.
        embargo: until when it may not be published, in the words of its head; empty where it carries none.
        address: where it stands on the web, as its head says; empty where it does not say so.
        authors: who wrote it, as the file names them.
        version: the number of the version, as wires count them; None where none is given.
        role: what its publisher is to the newsroom, as ``story.toml`` says.
        family: the wire text that it prints, as ``story.toml`` says; versions of one family are one voice.
        story: the story it belongs to, where its file says so; empty where that is not said.
        partial: whether the file holds only a part of the article: a feed's summary, the free lines of a paid page.
        details: what was read of it beside its text, each with where it came from, the surest first.
        landmarks: where in its file the text stood, in order; empty where the text is the file.
        digest: SHA-256 of the file, in hexadecimal digits, where ``text`` is all that a file of its own holds: offsets
            into the text are then places in that file. Empty for any other.
    """

    id: str
    path: str
    source: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    published: dt.date | None = None
    updated: dt.date | None = None
    dateline: str = ""
    language: str = "en"
    embargo: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    version: int | None = None
    role: SourceRole = SourceRole.UNKNOWN
    family: str = ""
    story: str = ""
    partial: bool = False
    details: tuple[Detail, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    digest: str = ""

    @property
    def dated(self) -> dt.date | None:
        """The day or time that "today" counts from: when it was published, else when it was last updated."""
        return self.published or self.updated

    @property
    def day(self) -> dt.date | None:
        """The day of :attr:`dated`."""
        return day_of(self.dated)

    def role_at(self, offset: int) -> BlockRole:
        """The role of the block that holds the character at ``offset`` (furniture where none does)."""
        return next((b.role for b in self.blocks if b.start <= offset < b.end), BlockRole.FURNITURE)

    def landmark_at(self, offset: int) -> str:
        """Where in its file the character at ``offset`` stood ("page 2, line 14"); empty where that is not known."""
        return next((mark.label for mark in reversed(self.landmarks) if mark.start <= offset), "")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a document's text that states something; ``text`` is exactly the slice."""

    document: str
    start: int
    end: int
    text: str
    block: BlockRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is kept of a document to find the others that tell its story: about 1 kB, however long it is.

    Attributes:
        id: the document's.
        day: the day it was published; None where that is not said.
        story: the story it says it belongs to; empty where it says nothing.
        key: a digest of its text in hexadecimal digits: texts that print the same words share it.
        rows: hashes of a sample of its rows of words, each an unsigned number of four bytes, ascending.
        terms: hashes of its telling words, names and figures, likewise; those that it has oftenest where it has many.
        counts: how often each of ``terms`` stands in it, a byte each.
    """

    id: str
    day: dt.date | None
    story: str
    key: str
    rows: bytes
    terms: bytes
    counts: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read: its path, what is wrong with it and what to do."""

    path: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a given folder that no loader claims, or that was read already, and why it was passed over."""

    path: str
    why: str


@overload
def day_of(moment: dt.date) -> dt.date: ...
@overload
def day_of(moment: None) -> None: ...
@overload
def day_of(moment: dt.date | None) -> dt.date | None: ...
def day_of(moment: dt.date | None) -> dt.date | None:
    """The day of a date or time, by the clock of its own zone; None where there is none."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


_ZONES = dt.timedelta(hours=3)
_SLUG = re.compile(
    r"\W*(?:(?:CORRECTED|REFILE|RPT|REPEAT)\W{1,3})?(?:UPDATE|WRAPUP)\W?(?P<n>\d{1,2})\b"
    r"|\W*(?P<ld>\d{1,2})(?:st|nd|rd|th) (?:LD|Ld|Lead)\b"
)
"""How wires number their versions in the headline: "UPDATE 2-…", "WRAPUP 3-…", "2nd Ld"."""


_UNDER_DATELINE = re.compile(r"\b(?:UPDATE|WRAPUP|VERSION|TAKE)\W?(?P<n>\d{1,2})\b")


def _head(document: Document) -> str:
    """The lines of a document's head that are no text of the article."""
    roles = {BlockRole.DATELINE, BlockRole.CREDIT}
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.role in roles)


def came_before(one: Document, other: Document) -> bool | None:
    """Whether ``one`` was published before ``other``; None where it can not be told.

    Two versions of one day can be told apart only where both say the time; where one names no zone, only if the two
    are further apart than neighbouring zones are. Failing that, two of one source are told apart by the number that
    the headline gives ("UPDATE 2-…") and by a correction note.
    """
    a, b = one.dated, other.dated
    if a is None or b is None:
        return None
    if day_of(a) != day_of(b) and not (isinstance(a, dt.datetime) and isinstance(b, dt.datetime)):
        return day_of(a) < day_of(b)
    by_clock = _by_clock(a, b)
    return _by_edition(one, other) if by_clock is None else by_clock


def _by_clock(a: dt.date, b: dt.date) -> bool | None:
    if not (isinstance(a, dt.datetime) and isinstance(b, dt.datetime)):
        return None
    if (a.tzinfo is None) == (b.tzinfo is None):
        return None if a == b else a < b
    gap = a.replace(tzinfo=None) - b.replace(tzinfo=None)
    return gap < dt.timedelta() if abs(gap) > _ZONES else None


def _by_edition(one: Document, other: Document) -> bool | None:
    if one.source != other.source:
        return None
    a, b = _edition(one), _edition(other)
    return None if a == b else a < b


def _edition(document: Document) -> tuple[int, bool]:
    """The number of a version in its headline or head (0 where it has none), and whether it is a corrected one."""
    found = _SLUG.match(document.title) or _UNDER_DATELINE.search(_head(document))
    told = int(found["n"] or found.groupdict().get("ld") or 0) if found else 0
    number = told if document.version is None else document.version
    return number, any(block.role is BlockRole.CORRECTION for block in document.blocks)

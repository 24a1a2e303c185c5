"""What a report shows, before any markup: frozen parts that the page, the terminal and others draw.

Strings that come from articles are raw: whoever draws them escapes them and shows their hidden characters.
An ``anchor`` is safe as an element's id and in an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from discrepancy.model import BlockRole

__all__ = [
    "Card",
    "Cell",
    "CellWords",
    "Header",
    "Paragraph",
    "Place",
    "Quote",
    "Reading",
    "Row",
    "Run",
    "State",
    "Text",
    "TextPart",
    "ValueView",
    "Version",
    "View",
]


class State(StrEnum):
    """How a row, a cell or a finding stands; its value is its key in the catalogue."""

    CONFLICT = "conflict"
    CHECK = "check"
    EXPLAINED = "explained"
    STYLE = "style"
    AGREES = "agrees"
    ABSENT = "absent"

    @property
    def order(self) -> int:
        """0 for what matters most."""
        return list(State).index(self)

    @property
    def glyph(self) -> str:
        """One character that tells it from the others without colour."""
        return {"conflict": "≠", "check": "?", "explained": "≈", "style": "~", "agrees": "=", "absent": "–"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The verdict in counts: findings of each state, groups that agree, versions read, files that were not."""

    conflicts: int
    to_check: int
    explained: int
    style: int
    agreeing: int
    versions: int
    unread: int
    skipped: int
    line: str
    """The verdict in one line, in words."""
    draft: str = ""
    """In words, how many of the findings touch the newsroom's own draft; empty where there is none."""
    stories: str = ""
    """In words, which versions seem to tell another story than the others; empty where all tell one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One document as the report names it; ``label`` is its source, or its id where others have the same source."""

    number: int
    anchor: str
    id: str
    label: str
    title: str
    path: str
    published: str
    updated: str
    dateline: str
    language: str
    words: int
    copies: tuple[str, ...] = ()
    """The labels of the versions that it shares most of its sentences with."""
    is_draft: bool = False
    """Whether it is the newsroom's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """A source's own words in a cell: where they stand, which of the row's values they give, how often."""

    text: str
    letter: str
    anchor: str
    times: int
    block: BlockRole
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one version says of a row's subject; ``more`` counts the different words that are left out."""

    state: State
    words: tuple[CellWords, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A fact group over the versions; ``cells`` has one for each version, ``cards`` the anchors of its findings."""

    anchor: str
    state: State
    kind: str
    subject: str
    cells: tuple[Cell, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: plain, or marked as what a finding or a row speaks of."""

    text: str
    state: State | None = None
    anchor: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quote stands: the version, the spot in its text, the block."""

    version: Version
    anchor: str
    block: BlockRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read at a mention, in words: the value, when it holds, by whose account. Each may be empty."""

    value: str = ""
    time: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence with the words marked, once for all the versions that print it alike."""

    runs: tuple[Run, ...]
    places: tuple[Place, ...]
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """One of the values of a finding with everyone who gives it; ``more``: where versions say it again.

    ``said_by`` tells how many independent voices they are, where some of them are copies of one text.
    """

    letter: str
    label: str
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...] = ()
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding to be read; ``row`` is the anchor of its row in the matrix, ``confidence`` is in words."""

    anchor: str
    state: State
    summary: str
    explanation: str
    reconciliation: str
    reason: str
    rule: str
    rule_name: str
    rule_summary: str
    confidence: str
    row: str
    values: tuple[ValueView, ...]
    draft: tuple[str, ...] = ()
    """The letters of the values that the newsroom's own draft gives."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text, with its marked runs."""

    role: BlockRole
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TextPart:
    """Blocks that follow each other and are all compared, or all ``furniture``."""

    furniture: bool
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A version's whole text."""

    version: Version
    parts: tuple[TextPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole report to be drawn; rows and cards stand by what matters most, then in the documents' order."""

    language: str
    header: Header
    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    texts: tuple[Text, ...]
    unread: tuple[tuple[str, str, str], ...]
    """Path, what is wrong, what to do."""
    skipped: tuple[tuple[str, str], ...]
    """Path, why it was passed over."""

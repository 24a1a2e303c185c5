"""What a report shows, before any markup: frozen parts that the page, the terminal and others draw.

Strings that come from articles are raw: whoever draws them escapes them and shows their hidden characters.
An ``anchor`` is safe as an element's id and in an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from discrepancy.formats.view.pictures.drawn import Strip, Timeline
from discrepancy.formats.view.reviewed import Chip, Reviewed, Standing
from discrepancy.model import BlockRole

__all__ = [
    "Card",
    "Cell",
    "CellWords",
    "Choice",
    "Filter",
    "Header",
    "Paragraph",
    "Place",
    "Quote",
    "Reading",
    "Row",
    "RulePart",
    "RuleView",
    "Run",
    "Sentence",
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
    UNLIKE = "unlike"
    AGREES = "agrees"
    ABSENT = "absent"

    @property
    def order(self) -> int:
        """0 for what matters most."""
        return _ORDER[self]

    @property
    def is_open(self) -> bool:
        """Whether a finding so calls for a decision; the others are explained, or a matter of style."""
        return self in (State.CONFLICT, State.CHECK)

    @property
    def glyph(self) -> str:
        """One character that tells it from the others without colour."""
        return _GLYPHS[self]


_ORDER = {state: place for place, state in enumerate(State)}
_GLYPHS = dict(zip(State, "≠?≈~/=–", strict=True))


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
    embargo: str = ""
    """In words, which versions may not be published yet, each with what it says of that; empty where none says so."""
    title: str = ""
    """The headline of the draft, else of the newest version that has one; empty where none has."""
    title_language: str = ""
    """BCP 47 tag of the language of the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One document as the report names it; ``label`` is its source, with its file's name where others have it too."""

    number: int
    anchor: str
    id: str
    label: str
    title: str
    path: str
    published: str
    updated: str
    language: str
    words: int
    tongue: str = ""
    """What its language is called."""
    copies: tuple[str, ...] = ()
    """The labels of the versions that it shares most of its sentences with."""
    copy_numbers: tuple[int, ...] = ()
    """Their numbers, in order."""
    is_draft: bool = False
    """Whether it is the newsroom's own."""
    standing: tuple[str, ...] = ()
    """What else is to be known of it, in words: a wire's or a rival's, which version, a part of an article only."""
    embargo: str = ""
    """Until when it may not be published, in its own words."""
    address: str = ""
    """Where it stands on the web, as it says itself."""
    link: str = ""
    """The address where a reader can be sent there; empty where it leads to nothing on the web."""


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
    standing: Standing | None = None
    """How the finding stands that most is to be done about, of those whose first row it is; None without reviews."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: plain, or marked as what a finding or a row speaks of; ``begins``: the marked words begin here."""

    text: str
    state: State | None = None
    anchor: str = ""
    link: str = ""
    begins: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quote stands: the version, the spot in its text, the block, and the place in the file, if it has one."""

    version: Version
    anchor: str
    block: BlockRole
    landmark: str = ""


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

    ``said_by`` tells how many independent voices they are, where some of them are copies of one text; ``language`` is
    that of the label, empty where it is not the source's own words.
    """

    letter: str
    label: str
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...] = ()
    said_by: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding to be read; ``row`` is the anchor of its row in the matrix, ``confidence`` is in words."""

    anchor: str
    state: State
    summary: str
    explanation: str
    reconciliation: str
    rule: str
    rule_name: str
    rule_summary: str
    confidence: str
    row: str
    values: tuple[ValueView, ...]
    rule_link: str = ""
    """The anchor of the rule's documentation; empty where there is none."""
    brief: bool = False
    """Whether it is one of many of its row that need no decision: told in a line, below the others."""
    draft: tuple[str, ...] = ()
    """The letters of the values that the newsroom's own draft gives."""
    arithmetic: str = ""
    """The sum behind it as a sum; empty where there is none."""
    pictures: tuple[Strip | Timeline, ...] = ()
    review: Chip | None = None
    """How it stands to what was decided; None where a check was given neither a baseline nor a store."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text with the white space behind it, as marked runs.

    ``told`` is one number for all the sentences that tell the same in other versions; 0 where none does.
    """

    runs: tuple[Run, ...]
    told: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text, sentence by sentence; those of furniture are not told apart."""

    role: BlockRole
    sentences: tuple[Sentence, ...]


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


@dataclass(frozen=True, slots=True)
class RulePart:
    """A part of a rule's documentation: its title, in the reader's language, and its text, in English."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule with its documentation."""

    anchor: str
    code: str
    name: str
    summary: str
    parts: tuple[RulePart, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that rows and findings can be filtered by; ``value`` names it in an address."""

    value: str
    label: str
    findings: int
    """How many findings bear it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of one kind, what most findings bear first; ``name`` is its key in the catalogue and the address."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole report to be drawn; rows and cards stand by what matters most, then in the documents' order."""

    language: str
    header: Header
    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    filters: tuple[Filter, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    """By a row's or a card's anchor, what it is filtered by: "k1 r2 p1", a filter's letter and a choice's number."""
    rules: tuple[RuleView, ...] = ()
    """The rules that the cards name, with their documentation."""
    texts: tuple[Text, ...]
    unread: tuple[tuple[str, str, str], ...]
    """Path, what is wrong, what to do."""
    skipped: tuple[tuple[str, str], ...]
    """Path, why it was passed over."""
    excerpts_only: bool = False
    """Whether whole texts are left out on purpose."""
    reviewed: Reviewed | None = None
    """How many findings stand how; None without reviews."""

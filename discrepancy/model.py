"""The data that flows through a check: ``Document -> Fact -> Group -> Finding -> ReportData``.

Everything is frozen, and slotted but for the story: a stage returns new objects and changes none. All offsets are
half-open character offsets into :attr:`Document.text`, so ``document.text[m.start:m.end] == m.text`` holds for every
mention. Numbers are exact decimals, never floats.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from discrepancy.decided import Matter, Review
from discrepancy.documents import (
    Block,
    BlockRole,
    Detail,
    Document,
    Landmark,
    Mention,
    Skipped,
    SourceRole,
    Span,
    Unread,
)
from discrepancy.named import Claim, NameMatch, Organisation, Party, Place, Verdict
from discrepancy.said import Level, Message, Param

__all__ = [
    "Attribution",
    "Block",
    "BlockRole",
    "Claim",
    "Date",
    "Detail",
    "Document",
    "Fact",
    "FactKind",
    "FactRole",
    "Finding",
    "Group",
    "Hedge",
    "Landmark",
    "Level",
    "Mention",
    "Message",
    "Name",
    "NameMatch",
    "Organisation",
    "Param",
    "Party",
    "Person",
    "Place",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Reconciliation",
    "ReportData",
    "RuleInfo",
    "Skipped",
    "SourceRole",
    "Span",
    "Story",
    "StyleEntry",
    "Subject",
    "TimeFrame",
    "Unread",
    "ValueGroup",
    "Verdict",
]


class FactKind(StrEnum):
    """What kind of thing a fact states."""

    QUANTITY = "quantity"
    DATE = "date"
    PERSON = "person"
    QUOTATION = "quotation"
    PLACE = "place"
    ORGANISATION = "organisation"
    CLAIM = "claim"


class FactRole(StrEnum):
    """What a quantity does in its sentence: a level, a change of one, a share of a whole and so on."""

    LEVEL = "level"
    BASE = "base"
    """The level that a change starts from: "rose to 40 from 30"."""
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    AGE = "age"
    PRICE = "price"
    DURATION = "duration"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"


class TimeFrame(StrEnum):
    """When a fact holds, seen from its document's publication."""

    PAST = "past"
    PRESENT = "present"
    PLANNED = "planned"
    SUPPOSED = "supposed"
    """A condition or a guess ("if 100,000 had come"): never held against what is stated."""
    UNKNOWN = "unknown"


class Hedge(StrEnum):
    """How a figure is hedged in its own words."""

    NONE = "none"
    EXACTLY = "exactly"
    ABOUT = "about"
    """about, some, around, roughly, an estimated, "or so"."""
    NEARLY = "nearly"
    """nearly, almost, close to: somewhat below the figure."""
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    """at most, up to, no more than, as many as."""


class QuantityKind(StrEnum):
    """What sort of quantity an expression is, from its form alone."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    """A per cent, a fraction of a whole, "one in five"; the value is in per cent and the unit is ``%``."""
    POINTS = "points"
    """Percentage points or basis points, in percentage points; the unit is ``pp``."""
    MEASURE = "measure"
    """A length, weight, area, temperature, speed, energy, data volume, magnitude …"""
    DURATION = "duration"
    AGE = "age"
    RANK = "rank"
    """An ordinal: "the sixth planeload". Its value is its place in the row."""
    MULTIPLE = "multiple"
    """twice, threefold, "three times": a factor."""
    SCORE = "score"
    """A result such as 2-1: low and high are the two sides as written, not a range."""


Figure = tuple[QuantityKind, str, Decimal, Decimal]
"""Kind, unit and bounds: two quantities that agree in all of them give one figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity as its expression alone reads; offsets are into the string that was read.

    Attributes:
        start, end: the figure with its scale, currency and unit, without hedge ("$4.69bn", "18 percent", "250,000").
        text: exactly that slice.
        low, high: the figure in the unit given (scale words multiplied out), equal unless a range is written.
        step: the size of the last digit place written, in the same unit: 7.2 million has a step of 100,000;
            250,000 one of 10,000 (trailing zeros are taken as not significant); 14 one of 1.
        hedge: the hedge read, with ``hedge_text`` as written ("more than"), empty where there is none.
        kind: what sort it is, from its form.
        unit: canonical: an ISO 4217 code for money ("USD"), ``%``, ``pp``, a unit's name in the singular
            ("metre", "tonne", "year"), or empty for a bare count.
        noun: for a count, the counted words as far as the form alone tells ("Russian troops"); else empty.
        per: the "a barrel", "per capita", "a year" of a rate, without its article; else empty.
        change: ``up``, ``down`` or empty, where a verb of change stands right at it ("rose 8%").
        increment: whether words such as another, more, additional, further mark it as coming on top of something.
        converts: the start of the quantity that this one in brackets converts, or -1.
    """

    start: int
    end: int
    text: str
    low: Decimal
    high: Decimal
    step: Decimal
    hedge: Hedge = Hedge.NONE
    hedge_text: str = ""
    kind: QuantityKind = QuantityKind.COUNT
    unit: str = ""
    noun: str = ""
    per: str = ""
    change: str = ""
    increment: bool = False
    converts: int = -1

    @property
    def figure(self) -> Figure:
        """What it has in common with another that gives the same figure."""
        return self.kind, self.unit, self.low, self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date or time expression; offsets are into the string that was read.

    Attributes:
        start, end, text: the expression and its exact slice.
        value: TimeML/ISO value ("2022-02-01", "2022-W05", "2024-Q3", "1999", "199", "P3Y", "PAST_REF"); empty where
            it can not be told.
        first, last: the first and last day it can mean, both included; None where it can not be placed.
        relative: whether it was resolved against the publication date ("today", "Tuesday", "last week").
        type: TimeML's DATE, TIME, DURATION or SET.
    """

    start: int
    end: int
    text: str
    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    relative: bool = False
    type: str = "DATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention of a person.

    Attributes:
        full: the name as written, white space made plain ("Viktor Petrov").
        given: given names and initials, in order.
        surname: the surname with its particles ("van der Berg"); the whole name where it has one word.
        title: the title or office before or after the name, as written; empty where there is none.
        title_span: where that title stands, or None.
        suffix: "Jr.", "II" …; empty where there is none.
        further_titles: where other titles beside the same mention stand ("Captain X, the pilot,").
    """

    full: str
    given: tuple[str, ...]
    surname: str
    title: str = ""
    title_span: Span | None = None
    suffix: str = ""
    further_titles: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words set in quotation marks.

    Attributes:
        words: the words between the marks, as written; with those behind the attribution that breaks their sentence.
        speaker: the :class:`Person`'s id once people are settled, before that the words that name one; or empty.
        speaker_span: where the speaker is named, or None.
        verb: the lemma of the verb of saying; empty where there is none.
        whole: whether it is one or more full sentences, not a fragment inside the writer's own sentence.
    """

    words: str
    speaker: str = ""
    speaker_span: Span | None = None
    verb: str = ""
    whole: bool = False


Value = Quantity | Date | Name | Quotation | Place | Organisation | Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a fact is about, in parts that can be compared; lemmas are lower case and folded to plain letters.

    Attributes:
        head: lemma of the counted or measured noun ("troop"), the name of a person, the event of a date.
        concept: what kind of thing the head is in the lexicon ("soldier" for troops); the head itself if unknown.
        modifiers: other lemmas that narrow the head ("russian", "separate").
        owner: whose it is, who acts: folded ("ukraine"); a demonym is given as its country.
        verb: lemma of the verb that governs it; empty where none does.
        places: places named with it, folded.
        text: in words a reader understands ("Russian troops").
    """

    head: str = ""
    concept: str = ""
    modifiers: tuple[str, ...] = ()
    owner: str = ""
    verb: str = ""
    places: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """By whose account a fact is told. ``speaker`` as in :class:`Quotation`; ``quoted``: inside quotation marks."""

    speaker: str
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A mention read.

    Attributes:
        id: unique in a check: document id, kind and offset.
        sentence: the sentence (of the article's text) that holds it.
        time: when it holds.
        time_text: the words that say so ("in the next three years"); empty where a verb's tense alone does.
        when: the date expression that places it in time, where its clause has one.
        attribution: by whose account, or None for the article's own voice.
        role: what it does in its sentence.
        value: what was read; its offsets are into the document's text.
    """

    id: str
    kind: FactKind
    mention: Mention
    subject: Subject
    value: Value
    sentence: Span
    role: FactRole
    time: TimeFrame = TimeFrame.UNKNOWN
    time_text: str = ""
    when: Date | None = None
    attribution: Attribution | None = None

    @property
    def quantity(self) -> Quantity:
        """The value of a quantity; a fact of another kind raises a ``TypeError``, likewise for the next six."""
        if isinstance(self.value, Quantity):
            return self.value
        raise _misread(self.value, Quantity)

    @property
    def date(self) -> Date:
        """The value of a date."""
        if isinstance(self.value, Date):
            return self.value
        raise _misread(self.value, Date)

    @property
    def name(self) -> Name:
        """The value of a mention of a person."""
        if isinstance(self.value, Name):
            return self.value
        raise _misread(self.value, Name)

    @property
    def quotation(self) -> Quotation:
        """The value of a quotation."""
        if isinstance(self.value, Quotation):
            return self.value
        raise _misread(self.value, Quotation)

    @property
    def place(self) -> Place:
        """The value of a place."""
        if isinstance(self.value, Place):
            return self.value
        raise _misread(self.value, Place)

    @property
    def organisation(self) -> Organisation:
        """The value of a mention of an organisation."""
        if isinstance(self.value, Organisation):
            return self.value
        raise _misread(self.value, Organisation)

    @property
    def claim(self) -> Claim:
        """The value of a claim."""
        if isinstance(self.value, Claim):
            return self.value
        raise _misread(self.value, Claim)


def _misread(value: Value, kind: type[Value]) -> TypeError:
    return TypeError(f"the fact states a {type(value).__name__}, not a {kind.__name__}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of a story, over all documents; ``name`` is the fullest form, ``facts`` ids of the mentions."""

    id: str
    name: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts of several mentions that speak of the same thing.

    Attributes:
        subject: what they speak of, in words.
        facts: ids, in document order.
        reason: why they were held together, in words.
        confidence: 0..1.
    """

    id: str
    kind: FactKind
    subject: str
    facts: tuple[str, ...]
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Why differing values can all be right. ``kind`` is a reconciler's name: hedge, rounding, time-frame and so on."""

    kind: str
    text: Message


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """One of the differing values of a finding, with every mention that gives it.

    ``label`` is the value in the source's words, in English where a word of ours is needed; ``said`` is the same for a
    reader of any language, where the label has such a word.
    """

    label: str
    mentions: tuple[Mention, ...]
    said: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleEntry:
    """What the desk's house style says of one name.

    Attributes:
        preferred: the form that the desk writes.
        accepted: other forms that may stand.
        avoid: forms that the desk does not write.
        note: why, in the desk's words; empty where nothing is said, as is ``source``.
        source: where that comes from.
    """

    preferred: str
    accepted: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Values of one group (or of several that one rule judges together), judged.

    Attributes:
        id: made of what it says (rule, subject, values), not of where it stands; unique in a report.
        rule: the code of the rule, such as ``NUM001``.
        subject: what it is about, in the words of its rule; part of what the id is made of.
        group: id of the group it judges; empty where it judges several.
        confidence: 0..1.
    """

    id: str
    rule: str
    level: Level
    summary: Message
    explanation: Message
    values: tuple[ValueGroup, ...]
    reconciliation: Reconciliation | None = None
    subject: str = ""
    group: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True)  # no slots: the indexes are made once, when a rule first asks
class Story:
    """The documents that tell one event, with their facts, people and groups: what rules look at.

    ``kindred`` are groups of quantities that may measure one thing: too little speaks for it to flag a difference,
    enough to explain one. ``families`` are the ids of documents that share most of their sentences, two or more each;
    ``chains`` those of the versions of one source, in the order of publication.
    """

    documents: tuple[Document, ...]
    facts: tuple[Fact, ...] = ()
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    kindred: tuple[Group, ...] = ()
    house_style: tuple[StyleEntry, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def quantities(self) -> Mapping[str, Sequence[Fact]]:
        """The facts that are quantities by the document that states them, in order; each document has its entry."""
        found: dict[str, list[Fact]] = {document.id: [] for document in self.documents}
        for fact in self.facts:
            if fact.kind is FactKind.QUANTITY:
                found[fact.mention.document].append(fact)
        return found

    @cached_property
    def stating(self) -> Mapping[tuple[str, Figure], Sequence[Fact]]:
        """The facts that are quantities by the id of the document that states them and by the figure, in order."""
        found: dict[tuple[str, Figure], list[Fact]] = {}
        for document, facts in self.quantities.items():
            for fact in facts:
                found.setdefault((document, fact.quantity.figure), []).append(fact)
        return found

    @cached_property
    def stated(self) -> Mapping[Figure, Sequence[Fact]]:
        """The facts that are quantities by the figure, in order."""
        found: dict[Figure, list[Fact]] = {}
        for fact in self.facts:
            if fact.kind is FactKind.QUANTITY:
                found.setdefault(fact.quantity.figure, []).append(fact)
        return found

    @cached_property
    def of_kind(self) -> Mapping[tuple[str, FactKind], Sequence[Fact]]:
        """The facts by the id of the document that states them and by their kind, in order."""
        found: dict[tuple[str, FactKind], list[Fact]] = {}
        for fact in self.facts:
            found.setdefault((fact.mention.document, fact.kind), []).append(fact)
        return found

    @cached_property
    def remembered(self) -> dict[object, object]:
        """What rules worked out of the whole story, by the function that did (see ``discrepancy.rules.once``)."""
        return {}

    @cached_property
    def counting(self) -> Mapping[tuple[str, QuantityKind, str, str], Sequence[Fact]]:
        """The facts that are quantities by document, kind, unit and the concept of what they measure, in order."""
        found: dict[tuple[str, QuantityKind, str, str], list[Fact]] = {}
        for document, facts in self.quantities.items():
            for fact in facts:
                q = fact.quantity
                found.setdefault((document, q.kind, q.unit, fact.subject.concept), []).append(fact)
        return found


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report tells of a rule: its stable code, its name, what it looks for in one sentence, and all of it.

    ``doc`` is the rule's documentation: the summary, then what fires, why it matters, known limits, source.
    """

    code: str
    name: str
    summary: str
    doc: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """All that a report says, before any format: what every writer in ``formats`` is given.

    ``families`` are the ids of documents that are copies of one text; ``draft`` is the id of the newsroom's own.
    ``stories`` are the ids of the documents of each story, where they seem to tell more than one. ``reviews`` say of
    each finding how it stands to a baseline or to a store of decisions, in the findings' order; empty where the check
    was given neither. ``resolved`` are the matters decided once whose finding is gone. ``off`` are the codes of the
    rules that did not run: that they found nothing says nothing.
    """

    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    stories: tuple[tuple[str, ...], ...] = ()
    draft: str = ""
    reviews: tuple[Review, ...] = ()
    resolved: tuple[Matter, ...] = ()
    off: tuple[str, ...] = ()

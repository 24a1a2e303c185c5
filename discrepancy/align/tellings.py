"""What an article tells of a day: the occasion, who takes part, the words and figures around."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from discrepancy.align.days import Day, days_of
from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import words
from discrepancy.lexicon.events import event_of
from discrepancy.lexicon.occasions import is_lasting, occasion_of
from discrepancy.model import BlockRole, Document, Fact, FactKind, TimeFrame
from discrepancy.text.characters import fold

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_BOUND = re.compile(
    r"\b(by|before|after|until|till|since|from|to|through|and|between|around|about|past|following)\s+"
    r"(?:the\s+|at\s+|early\s+|late\s+|about\s+)*$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_STARTS = frozenset({"since", "from"})
"""Before the day on which something lasting set in: "closed since 12 May" is "closed on 12 May"."""
_FURTHER = re.compile(
    r"\b(another|second|third|fourth|fifth|sixth|seventh|again|similar|next|previous|earlier|further|more|first|last|"
    r"later|latest|other)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(postpon\w+|delay\w*|reschedul\w+|brought forward|pushed back|put off|put back|moved (?:to|from|forward|back)|"
    r"originally|initially|instead of|rather than|had been (?:due|set|scheduled|planned|expected))\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\b(?:to (?!the\b|a\b)|for |over |about |on (?:the|a) )([^,;.]+)")
_WHERE = re.compile(r"\b(?:in|at|to|near|outside) (?:the )?([A-Z][\w'’-]+)")
_BESIDE_ANOTHER = re.compile(
    r"^,? (?:an?|one|two|three|four|\w+) (?:days?|weeks?|months?) (?:after|before) "
    r"(?:that of|those of|the (?:first|other)|(?:[A-Z][\w-]*\s?)+['’]s?\s*(?:[.,;]|$))"
)
"""Behind a date: "a week after Acme's", which is another one of the kind."""
_ZONED = re.compile(r"\b(?:GMT|UTC|local time|[ECMP][SD]T|CET|CEST|BST)\b")
_CLOCKED = re.compile(r"T\d")
_AGES = re.compile(r"\b\d{1,3}(?=-year-old)|(?<=\baged )\d{1,3}\b|(?<=man of )\d\d\b")
_FOR = re.compile(r"\b(?:open|clos|shut)\w* to (?!be\b|the world\b)((?:the )?\w+)", re.IGNORECASE)
_STEM = 5
"""Letters by which words are told apart: "derailed" and "derailment" are one."""
_DATELINE = 50
"""Characters that a dateline may take."""
_CLAUSE_END = re.compile(r"[,;:.–—]| and | but | when | after | while ")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a date in its sentence."""

    before: str
    after: str

    @property
    def whole(self) -> str:
        """Both sides."""
        return f"{self.before} {self.after}"


@dataclass(frozen=True)
class Telling:
    """A date with what it is the date of.

    Attributes:
        fact: the date, with its ``day``.
        occasion: what happened (see :func:`occasion_of`), with ``known``: whether the word lists know it.
        parts: nouns that take part; ``people``: surnames of persons in the sentence, with the first letter
            of the given name where that is told.
        stems: the sentence's words; ``figures``: its other figures and dates.
        around: the sentence without the date.
        alone: whether no other date stands in the sentence.
        leads: whether it is the article's first sentence.
    """

    fact: Fact
    day: Day
    occasion: str
    known: bool
    parts: frozenset[str]
    people: frozenset[tuple[str, str]]
    stems: frozenset[str]
    figures: frozenset[str]
    around: Around
    alone: bool
    alone_of_days: bool
    leads: bool

    @property
    def document(self) -> str:
        """The document's id."""
        return self.fact.mention.document

    @cached_property
    def written(self) -> bool:
        """Whether a day of a month is written, and not only one of the week."""
        return _TOLD_IN_FIGURES.search(self.fact.mention.text) is not None

    @cached_property
    def bound(self) -> str:
        """The word that makes the date an end and no point: by, until, since; empty where it is a point."""
        if _CLOCKED.search(self.fact.date.value):
            return ""  # "shortly after 4 a.m. on Monday"
        if _POSSESSIVE.match(self.around.after):
            return ""  # "after Saturday's defeat"
        found = _BOUND.search(self.around.before)
        word = found[1].lower() if found else ""
        return "" if word in _STARTS and is_lasting(self.occasion) else word

    @cached_property
    def further(self) -> frozenset[str]:
        """Words of the date's own clause that tell one of several apart: another, the third."""
        clause = self.around.before + _CLAUSE_END.split(self.around.after, maxsplit=1)[0]
        return frozenset(word.lower() for word in _FURTHER.findall(clause))

    @cached_property
    def appointed(self) -> bool:
        """Whether it is said to come, and on that day: planned, with a verb, and no end of a span."""
        return self.fact.time is TimeFrame.PLANNED and bool(self.fact.subject.verb) and not self.bound

    @cached_property
    def purpose(self) -> frozenset[str]:
        """The words that tell what it is for: "to vote on the budget", "for talks about pay"."""
        found = _PURPOSE.search(self.around.after) or _PURPOSE.search(self.around.before)
        return stems(found[1]) if found else frozenset()

    @cached_property
    def where(self) -> frozenset[str]:
        """The names after "in", "at" and "to"."""
        return frozenset(word.lower() for word in _WHERE.findall(self.around.whole))

    @cached_property
    def moved(self) -> bool:
        """Whether the sentence speaks of a date that was changed, or of another one of the kind."""
        return bool(_MOVED.search(self.around.whole) or _BESIDE_ANOTHER.match(self.around.after))

    @cached_property
    def zoned(self) -> bool:
        """Whether the sentence tells an hour by its zone."""
        return _ZONED.search(self.around.whole) is not None or _ZONED.search(self.fact.mention.text) is not None

    @cached_property
    def ages(self) -> frozenset[str]:
        """The ages that the sentence tells."""
        return frozenset(_AGES.findall(self.around.whole))

    @cached_property
    def open_to(self) -> tuple[str, ...]:
        """For whom the sentence says that something opens or shuts."""
        return tuple(_FOR.findall(self.around.whole))

    def shares_a_person(self, other: Telling) -> bool:
        """Whether both sentences may name one person: a given name that is left out is any."""
        return any(
            mine == yours and (not given or not name or given == name)
            for mine, given in self.people
            for yours, name in other.people
        ) or any(surname in there.parts for here, there in ((self, other), (other, self)) for surname, _ in here.people)

    def ahead(self, document: Document) -> bool | None:
        """Whether it is yet to come as the document is written; None where that can not be told."""
        if self.fact.time in {TimeFrame.PLANNED, TimeFrame.PAST}:
            return self.fact.time is TimeFrame.PLANNED
        date, today = self.fact.date, document.day
        if date.first is None or date.last is None or today is None:
            return None
        return None if date.first <= today <= date.last else bool(date.first > today)


def tell(documents: Sequence[Document], dates: Sequence[Fact], facts: Sequence[Fact]) -> list[Telling]:
    """A telling for each of ``dates``; persons and other dates of their sentences are looked up in ``facts``."""
    texts = {document.id: (document.text, _opening(document)) for document in documents}
    beside: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        beside.setdefault((fact.mention.document, fact.sentence.start), []).append(fact)
    return [
        _tell(*texts[f.mention.document], f, day, beside.get((f.mention.document, f.sentence.start), ()))
        for f, day in zip(dates, days_of(dates), strict=True)
    ]


def _opening(document: Document) -> int:
    """Where the first sentence of the body may begin at the latest: a dateline stands before it."""
    starts = [block.start for block in document.blocks if block.role is BlockRole.BODY]
    return starts[0] + _DATELINE if starts else -1


def _tell(text: str, opening: int, fact: Fact, day: Day, beside: Sequence[Fact]) -> Telling:
    around = Around(
        text[fact.sentence.start : fact.mention.start],
        text[fact.mention.end : max(fact.mention.end, fact.sentence.end)],
    )
    subject = fact.subject
    forms = dict.fromkeys(form for form in (subject.verb, subject.head, subject.concept) if form)
    occasion, known = occasion_of(forms, subject.modifiers)
    if not known and not subject.verb:
        occasion = ""  # what the date hangs on is no more than the noun beside it
    if not known and fact.mention.block is BlockRole.CAPTION:  # a picture of protesters is one of the protest
        occasion, known = next(((event_of(p), True) for p in subject.modifiers if event_of(p)), (occasion, known))
    days = [f for f in beside if f.kind is FactKind.DATE and f.id != fact.id and not _is_of_saying(f, fact)]
    return Telling(
        fact=fact,
        day=day,
        occasion=occasion,
        known=known,
        parts=frozenset(part for part in subject.modifiers if part),
        people=frozenset(
            (fold(f.name.surname), fold(" ".join(f.name.given))[:1]) for f in beside if f.kind is FactKind.PERSON
        ),
        stems=stems(around.whole),
        figures=frozenset(_FIGURE.findall(_without(text, fact, days))) | {d.date.value for d in days if d.date.value},
        around=around,
        alone=not days,
        alone_of_days=not any(_TOLD_IN_FIGURES.search(f.mention.text) for f in days),
        leads=fact.sentence.start <= opening,
    )


_LEARNING = frozenset({"learn", "hear", "decide", "rule", "order", "emerge", "confirm", "find"})
_TOLD_IN_FIGURES = re.compile(r"\d")


def _is_of_saying(other: Fact, fact: Fact) -> bool:
    """Whether another date of the sentence is only the day on which it was said, and this one is not."""
    says = words("verbs_of_saying") | _LEARNING
    return other.subject.head in says and fact.subject.head not in says


def _without(text: str, fact: Fact, others: Iterable[Fact]) -> str:
    """The sentence without any date."""
    shut = sorted([(f.mention.start, f.mention.end) for f in (fact, *others)])
    kept, at = [], fact.sentence.start
    for start, end in shut:
        kept.append(text[at:start])
        at = max(at, end)
    return " ".join([*kept, text[at : fact.sentence.end]])


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """The words of a text by their first letters, without those that say nothing and those of the calendar."""
    return frozenset(filter(None, map(_stem, _LETTERS.findall(text))))


@lru_cache(maxsize=8192)
def _stem(written: str) -> str:
    """The first letters of a word; empty of one that says nothing or is of the calendar."""
    word = fold(written)
    idle = word in words("stop_words") or word in MONTHS or word in WEEKDAYS
    return "" if idle else word[:_STEM]


class Rarity:
    """How much a shared word says: the fewer of a story's sentences have it, the more."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """Count the words of the distinct sentences."""
        sentences = {(t.document, t.fact.sentence.start): t.stems for t in tellings}
        count = Counter(stem for stems in sentences.values() for stem in stems)
        every = len(sentences) + 1
        self._weights = {stem: math.log(every / n) for stem, n in count.items()}
        self._of_one = math.log(every)
        self._known: dict[frozenset[str], float] = {}

    def of(self, shared: Iterable[str]) -> float:
        """The weight of the stems ``shared``, taken together."""
        return sum([self._weights.get(stem, self._of_one) for stem in sorted(shared)])

    def _of_all(self, stems: frozenset[str]) -> float:
        """The same of all stems of a sentence, which is held against many."""
        if stems not in self._known:
            self._known[stems] = self.of(stems)
        return self._known[stems]

    def likeness(self, a: Telling, b: Telling) -> float:
        """The weight of the shared words by that of all, 0..1 (Dice)."""
        both = self._of_all(a.stems) + self._of_all(b.stems)
        return 2 * self.of(a.stems & b.stems) / both if both else 0.0

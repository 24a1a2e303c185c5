"""Which of two things came first, as a sentence tells it: "X after Y", "before Y, X", "was already X when Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import table, words
from discrepancy.model import Block, BlockRole, Document, Mention
from discrepancy.text.characters import fold, squeeze

Sentence = tuple[int, str]
"""Where a sentence begins, and its words."""

_COMPARED = frozenset({BlockRole.BODY, BlockRole.SUMMARY, BlockRole.CAPTION})
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”']?(?=\s+[A-Z“\"]|\s*$)|\n|$")
_TOLD_BY = re.compile(r"before|after|prior|ahead|following|by the time|already|later|next|then", re.IGNORECASE)
"""One of these is in whatever tells an order, by any of the expressions below."""
_INTERVAL = (
    r"(?:(?:about|around|some|barely|only|just|nearly|almost|exactly|shortly|soon|immediately|right|long|well|moments"
    r"|minutes|hours|days|weeks|months|years|(?<![\w-])[\w-]+ (?:second|minute|hour|day|week|month|year)s?)\s+)*"
)
_JOINT = re.compile(
    rf"(?P<far>{_INTERVAL})\b(?P<joint>before|after|prior to|ahead of|(?<!the )following|by the time)"
    r"\s+(?!that\b|then\b|this\b)",
    re.IGNORECASE,
)
_EARLIER = frozenset({"before", "prior to", "ahead of", "by the time"})
"""Joints behind what came first."""
_LATER = re.compile(
    r"(?:,? and|[,;–—]|,? but)\s+(?P<did>[^,;:()“”\"]{8,120}?)\s+(?:(?:only|just|about|some|barely|a few|the)\s+)*"
    r"(?:(?:[\w-]+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|moments)\s+(?:later|afterwards?)"
    r"|soon afterwards?|shortly afterwards?|in the (?:following|next) (?:minutes|hours|days?|weeks?|months?))\b"
)
"""What followed: "…, and the power failed 20 minutes later"."""
_THEN = re.compile(
    r"(?:Only )?(?:Then|Afterwards?|After that|Later|(?:About |Some |Only |Just |Barely |A few )?(?:[\w-]+ )?"
    r"(?:[Ss]econds|[Mm]inutes?|[Hh]ours?|[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Mm]oments) (?:later|afterwards?|after that)"
    r"|Soon afterwards?|Shortly afterwards?|Next)\b,?\s+"
)
"""The first words of a sentence that tells what followed what the sentence before tells."""
_ALREADY = re.compile(r"\balready\s+(?P<did>[\w\s'’-]{3,60}?)\s+when\s+", re.IGNORECASE)
_LEFT_END = re.compile(r"(?<!\d):|:(?!\d)|[;()“”\"–—]| but | while | although | though ")
_RIGHT_END = re.compile(r"[,;:()“”\"–—]| and | but | when | while | as | because | although |\.\s|\.$")
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|if|unless|would|could|(?-i:may)|might|should|whether|again|another|further|often|usually|always"
    r"|sometimes|every|each|whenever|both|second|third|next|more|or|than|day after day|one after)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words with which an order is supposed, denied, or that of things which happen more than once."""
_MOVING = re.compile(
    r"\b(?:prices?|shares?|stocks?|sales|rates?|profits?|earnings|output|demand|costs?|inflation|yields?|bonds?"
    r"|forecasts?|exports?|imports?|index|markets?|orders|spending|tax(?:es)?|wages?|oil|dollar|euro|currency)\b",
    re.IGNORECASE,
)
"""What moves up and down, each time before and after something."""
_MOVES = re.compile(
    r"\b(?:rise[sn]?|rose|fall(?:s|en)?|fell|gain(?:s|ed)?|drop(?:s|ped)?|climb(?:s|ed)?|slip(?:s|ped)?|jump(?:s|ed)?"
    r"|slump(?:s|ed)?|surg(?:es?|ed)|sank|tumbled?|plunged?|rall(?:y|ied)|recover(?:s|ed)?|edged|dipped|up|down|higher"
    r"|lower|cuts?|raised?|raises|lowered|grew|grown|shr[aiu]nk|eased|soared|doubled|halved|increased?|decreased?)\b",
    re.IGNORECASE,
)
"""What they do then: "sold half of her shares" is no move."""
_PRONOUN = re.compile(r"(?:^|[,;]\s*|\bthat\s+)(?:it|he|she|they|this|that)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_HOURS = frozenset({"morning", "afternoon", "evening", "night", "midnight", "noon", "today", "yesterday", "tomorrow"})
_EMPTY = re.compile(r"\b(?:came|comes|come|happened|occurred|took place|was held|followed)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ENDING = re.compile(r"(?:ings?|ed|es|s)$")
_STEM = 5
_LEAST_OF_WORD = 4
"""Letters that are left of a word whose ending is taken off."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, by its words: its own stems, those of the sentence that a pronoun stands for, names, figures."""

    stems: frozenset[str]
    context: frozenset[str]
    figures: frozenset[str]

    def is_surely(self, other: Event) -> bool:
        """Whether nearly all words of the shorter are shared, those of a pronoun's sentence among them."""
        shared = (self.stems | self.context) & (other.stems | other.context)
        return len(shared) >= max(_SHARED, _NEARLY_ALL * min(len(self.stems), len(other.stems)))

    def is_like(self, other: Event) -> bool:
        """Whether both are told by like words: most of those of the shorter, or its word and what it stands for."""
        if self.figures and other.figures and not self.figures & other.figures:
            return False
        shared = self.stems & other.stems
        if len(shared) == 1 == min(len(self.stems), len(other.stems)):
            return True  # "the raids", "the signing"
        if len(shared) >= _SHARED and len(shared) >= _MOST * min(len(self.stems), len(other.stems)):
            return True
        if not shared or not (self.context or other.context):
            return False
        mine, yours = self.stems | self.context, other.stems | other.context
        told = min((e for e in (self, other) if not e.context), key=lambda e: len(e.stems), default=None)
        common = mine & yours
        return len(common) > _SHARED if told is None else len(told.stems) >= _SHARED and told.stems <= common


_NEARLY_ALL = 0.75
"""Share of the words of one event that the other version has too, where the other event is a single word."""
_SHARED = 2
"""Words that two tellings of one event share at least."""
_MOST = 0.6
"""Share of the words of the shorter telling that the other has too."""


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence's word for which of two events came first.

    Attributes:
        mention: the words that tell it, from the joint on.
        sentence: the whole sentence.
        first, then: the events.
    """

    mention: Mention
    sentence: str
    first: Event
    then: Event

    def is_turned(self, other: Order) -> bool:
        """Whether ``other`` tells the same two events the other way round."""
        if not (self.first.is_like(other.then) and self.then.is_like(other.first)):
            return False
        pairs = ((self.first, other.then), (self.then, other.first))
        single = [min(len(a.stems), len(b.stems)) == 1 for a, b in pairs]
        return not any(single) or any(a.is_surely(b) for a, b in pairs)

    def is_same(self, other: Order) -> bool:
        """Whether ``other`` tells the same two events in the same order."""
        return self.first.is_like(other.first) and self.then.is_like(other.then)


def orders_in(document: Document) -> Iterator[Order]:
    """The orders that a document tells in its own words, in the order of its text."""
    before = ""
    for block in document.blocks:
        if block.role in _COMPARED:
            for start, text in _sentences(document.text, block):
                if not _in_quotes(text):
                    yield from _in_sentence(document, block, (start, text), before)
                before = text


def _sentences(text: str, block: Block) -> Iterator[Sentence]:
    """The sentences of a block with where each begins."""
    start = block.start
    while start < block.end and (end := _SENTENCE_END.search(text, start + 1, block.end)):
        yield start, text[start : end.end()]
        start = end.end()


def _in_quotes(sentence: str) -> bool:
    return any(mark in sentence for mark in '“”"')


def _in_sentence(document: Document, block: Block, sentence: Sentence, before: str) -> Iterator[Order]:
    text = sentence[1]
    if not _TOLD_BY.search(text) or _IF.search(text) or (_MOVING.search(text) and _MOVES.search(text)):
        return
    joints = list(_JOINT.finditer(text))
    already = _ALREADY.search(text)
    if len(joints) + bool(already) == 1:
        yield from _joined(document, block, sentence, before, already or joints[0])
    elif not joints and already is None:
        yield from _followed(document, block, sentence, before)


def _joined(document: Document, block: Block, sentence: Sentence, before: str, joint: re.Match[str]) -> Iterator[Order]:
    """The order that "before", "after" or "already … when" tells."""
    start, text = sentence
    already = joint.re is _ALREADY
    left, right = text[: joint.start()], text[joint.end() :]
    end = _RIGHT_END.search(right)
    until = joint.end() + (end.start() if end else len(right.rstrip(" .\n")))
    if not already and not left.strip(" ,") and end is not None and end[0] == ",":
        left = right[end.end() :]  # "After Y, X"
        cut = _RIGHT_END.search(left)
        left = left[: cut.start()] if cut else left
    else:
        left = _LEFT_END.split(left)[-1] + (joint["did"] if already else "")
    if until - joint.start() > _LONGEST or _UNSURE.search(left) or _UNSURE.search(text[joint.start() : until]):
        return
    left_first = already or joint["joint"].lower() in _EARLIER
    events = _event(left, before), _event(text[joint.end() : until], before)
    yield from _order(document, block, (start + joint.start(), start + until), text, events, left_first=left_first)


def _followed(document: Document, block: Block, sentence: Sentence, before: str) -> Iterator[Order]:
    """The order that "…, and Y an hour later" tells, or a sentence that opens with "Then"."""
    start, text = sentence
    later, then = _LATER.search(text), _THEN.match(text, len(text) - len(text.lstrip()))
    if then is not None and before and not _UNSURE.search(text[then.end() :]) and not _in_quotes(before):
        end = _RIGHT_END.search(text, then.end())
        until = end.start() if end else len(text.rstrip(" .\n"))
        events = _event(before.removeprefix("First "), ""), _event(text[then.end() : until], before)
        yield from _order(document, block, (start, start + until), text, events, left_first=True)
    elif later is not None and not _UNSURE.search(text[: later.start()] + later["did"]):
        events = _event(_LEFT_END.split(text[: later.start()])[-1], before), _event(later["did"], before)
        span = start + later.start("did"), start + later.end()
        yield from _order(document, block, span, text, events, left_first=True)


def _order(
    document: Document, block: Block, span: tuple[int, int], text: str, events: tuple[Event, Event], *, left_first: bool
) -> Iterator[Order]:
    """The order of two events, where both say enough, and not the same."""
    other, told = events
    enough = len(other.stems | told.stems | other.context | told.context) >= _ENOUGH
    if not other.stems or not told.stems or not enough or other.is_like(told):
        return
    mention = Mention(document.id, *span, document.text[span[0] : span[1]], block.role)
    yield Order(mention, squeeze(text), *((other, told) if left_first else (told, other)))


_ENOUGH = 3
"""Words that two events must have together."""


def _event(text: str, before: str) -> Event:
    stems = _stems(text)
    context = _stems(before) - stems if _PRONOUN.search(text.lstrip()) else frozenset()
    return Event(stems, context, frozenset(_FIGURE.findall(text)))


@cache
def _happenings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words that tell one thing that happened, and that by which they are taken as one."""
    lists: dict[str, list[str]] = table("happenings")
    return tuple((re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE), one) for one, forms in lists.items())


def _stems(text: str) -> frozenset[str]:
    text = _EMPTY.sub(" ", text)
    for words_of_one, word in _happenings():
        text = words_of_one.sub(f" {word} ", text)
    found = {fold(word) for word in _WORD.findall(text)}
    idle = words("stop_words") | words("verbs_of_saying") | MONTHS.keys() | WEEKDAYS.keys() | _HOURS
    return frozenset(_stem(word) for word in found - idle if word not in {"said", "after", "before", "already", "when"})


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return (bare if len(bare) >= _LEAST_OF_WORD else word)[:_STEM]

"""Which of two things came first, as a sentence tells it: "X after Y", "before Y, X", "was already X when Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import words
from discrepancy.model import Block, BlockRole, Document, Mention
from discrepancy.text.characters import fold, squeeze

_COMPARED = frozenset({BlockRole.BODY, BlockRole.SUMMARY, BlockRole.CAPTION})
_SENTENCE = re.compile(r".+?(?:(?<![A-Z])[.!?][\"”']?(?=\s+[A-Z“\"]|\s*$)|\n|$)", re.DOTALL)
_INTERVAL = (
    r"(?:(?:about|around|some|barely|only|just|nearly|almost|exactly|shortly|soon|immediately|right|long|well|moments"
    r"|minutes|hours|days|weeks|months|years|[\w-]+ (?:second|minute|hour|day|week|month|year)s?)\s+)*"
)
_JOINT = re.compile(rf"(?P<far>{_INTERVAL})\b(?P<joint>before|after)\s+", re.IGNORECASE)
_ALREADY = re.compile(r"\balready\s+(?P<did>[\w\s'’-]{3,60}?)\s+when\s+", re.IGNORECASE)
_LEFT_END = re.compile(r"[;:()“”\"–—]| but | while | although | though ")
_RIGHT_END = re.compile(r"[,;:()“”\"–—]| and | but | when | while | as | because | although |\.\s|\.$")
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|if|unless|would|could|may|might|should|whether|again|another|further|often|usually|always"
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
_PRONOUN = re.compile(r"(?:^|[,;]\s*|\bthat\s+)(?:it|he|she|they|this|that)\b", re.IGNORECASE)
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

    def is_like(self, other: Event) -> bool:
        """Whether both are told by like words: most of those of the shorter, or its word and what it stands for."""
        if self.figures and other.figures and not self.figures & other.figures:
            return False
        shared = self.stems & other.stems
        if len(shared) >= _SHARED and len(shared) >= _MOST * min(len(self.stems), len(other.stems)):
            return True
        if not shared or not (self.context or other.context):
            return False
        mine, yours = self.stems | self.context, other.stems | other.context
        told = min((e for e in (self, other) if not e.context), key=lambda e: len(e.stems), default=None)
        common = mine & yours
        return len(common) > _SHARED if told is None else len(told.stems) >= _SHARED and told.stems <= common


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
        return self.first.is_like(other.then) and self.then.is_like(other.first)

    def is_same(self, other: Order) -> bool:
        """Whether ``other`` tells the same two events in the same order."""
        return self.first.is_like(other.first) and self.then.is_like(other.then)


def orders_in(document: Document) -> Iterator[Order]:
    """The orders that a document tells in its own words, in the order of its text."""
    before = ""
    for block in document.blocks:
        if block.role in _COMPARED:
            for sentence in _SENTENCE.finditer(document.text, block.start, block.end):
                if not _in_quotes(sentence[0]):
                    yield from _in_sentence(document, block, sentence, before)
                before = sentence[0]


def _in_quotes(sentence: str) -> bool:
    return any(mark in sentence for mark in '“”"')


def _in_sentence(document: Document, block: Block, sentence: re.Match[str], before: str) -> Iterator[Order]:
    text, start = sentence[0], sentence.start()
    joints = list(_JOINT.finditer(text))
    already = _ALREADY.search(text)
    if len(joints) + bool(already) != 1 or _UNSURE.search(text) or _MOVING.search(text):
        return
    joint = already or joints[0]
    left, right = text[: joint.start()], text[joint.end() :]
    end = _RIGHT_END.search(right)
    until = joint.end() + (end.start() if end else len(right.rstrip(" .\n")))
    if already is None and not left.strip(" ,") and end is not None and end[0] == ",":
        left = right[end.end() :]  # "After Y, X"
        cut = _RIGHT_END.search(left)
        left = left[: cut.start()] if cut else left
    else:
        left = _LEFT_END.split(left)[-1] + (already["did"] if already else "")
    other = _event(left, before)
    told = _event(text[joint.end() : until], "")
    if not other.stems or len(told.stems) < _SHARED or other.is_like(told) or until - joint.start() > _LONGEST:
        return
    at, to = start + joint.start(), start + until
    mention = Mention(document.id, at, to, document.text[at:to], block.role)
    left_first = already is not None or joint["joint"].lower() == "before"
    first, then = (other, told) if left_first else (told, other)
    yield Order(mention, squeeze(text), first, then)


def _event(text: str, before: str) -> Event:
    stems = _stems(text)
    context = _stems(before) - stems if _PRONOUN.search(text.lstrip()) else frozenset()
    return Event(stems, context, frozenset(_FIGURE.findall(text)))


def _stems(text: str) -> frozenset[str]:
    found = {fold(word) for word in _WORD.findall(text)}
    idle = words("stop_words") | words("verbs_of_saying") | MONTHS.keys() | WEEKDAYS.keys()
    return frozenset(_stem(word) for word in found - idle if word not in {"said", "after", "before", "already", "when"})


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return (bare if len(bare) >= _LEAST_OF_WORD else word)[:_STEM]

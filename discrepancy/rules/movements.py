"""What a text says went up or down, with a figure or without: "exports rose", "a fall in exports", "was 2% higher".

The sentence is read by its words alone; the lists are lexicon/ways.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from discrepancy.documents import Block, BlockRole, Document
from discrepancy.rules.movement_ways import ways_told
from discrepancy.rules.movement_words import FIGURE, MARK, Word, counts, may_be_told, may_tell, words_of

_READ: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY})
_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘'(£$€\d])")
_BESIDE: Final = 28
"""Characters between a word of change and the figure that is told with it."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing said to go up or down.

    Attributes:
        document: the text's id.
        way: ``up`` or ``down``.
        thing: what moves, one name for nouns that newsrooms swap; empty where only a figure tells.
        narrowed: what narrows it.
        start, end: the words that say so, with the figure beside them.
        sentence: the sentence's place in the text.
        block: what the sentence stands in.
        counted: whether the words count nothing without their figure ("lost four seats").
    """

    document: str
    way: str
    thing: str
    narrowed: frozenset[str]
    start: int
    end: int
    sentence: tuple[int, int]
    block: BlockRole
    counted: bool = False


@lru_cache(maxsize=256)
def movements(document: Document) -> tuple[Movement, ...]:
    """Everything that the text says went up or down, in order, what may happen and what is denied left out."""
    found: list[Movement] = []
    for block in document.blocks:
        if block.role in _READ:
            for start, end in sentences(document, block):
                found += _of_sentence(document, block.role, start, end)
    return tuple(found)


def sentences(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block."""
    text, at = document.text[block.start : block.end], 0
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            yield block.start + at, block.start + end
        at = gap.end() if gap else end


def _of_sentence(document: Document, role: BlockRole, start: int, end: int) -> Iterator[Movement]:
    sentence = document.text[start:end]
    if not may_be_told(sentence) or sentence.rstrip("”\"' ").endswith("?"):
        return
    found: list[Movement] = []
    line = words_of(document.text, start, end)
    for i, word in enumerate(line):
        if not may_tell(word):
            continue
        for way, subject, last, counted in ways_told(line, i):
            named, narrowed = subject
            if not named and found:
                named, narrowed = found[-1].thing, found[-1].narrowed  # "exports fell and then rose"
            if not named:
                continue
            stop = _with_figure(line, last)
            found.append(Movement(document.id, way, named, narrowed, word.start, stop, (start, end), role, counted))
    yield from found


def _with_figure(line: Sequence[Word], last: int) -> int:
    """The end of the words of change with the figure close behind them."""
    for word in line[last + 1 : last + 5]:
        if word.text in MARK or word.start - line[last].end > _BESIDE:
            break
        if FIGURE.search(word.text) or word.low in counts():
            return word.end
    return line[last].end

"""Runs of capitalised words that may name a person, with the title before or the office after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.reading import Reading
from discrepancy.extract.titles import after_of_title, office_after, title_before
from discrepancy.lexicon import table, words
from discrepancy.lexicon.people import PARTICLES, is_place_word, is_title_word
from discrepancy.model import Block, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_WORD = re.compile(r"(?:[A-Z]\.(?:-?[A-Z]\.)+|[^\W\d_][\w]*(?:['’\-‐‑][^\W\d_][\w]*)*\.?)", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$")
_NEVER_NAME = frozenset({"VERB", "ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "NUM", "PART", "INTJ"})
_SURELY_NO_NAME = frozenset({"VBG", "VBN", "IN", "RB", "CC", "DT", "PRP", "PRP$", "WRB"})
"""Tags of words that no name begins with even where the engine has them in one (Will and Mark may)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block, without a possessive ending: its offsets, text, and the token it begins in."""

    start: int
    end: int
    text: str
    token: Token | None
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may name a person, with the title words before it."""

    words: tuple[Word, ...]
    title: Span | None
    office: Span | None = None
    """An office in apposition after the name: "the chief executive"."""

    @property
    def span(self) -> Span:
        """Where the words stand, without the title."""
        return Span(self.words[0].start, self.words[-1].end)


def candidates(reading: Reading, block: Block) -> Iterator[Candidate]:
    """The runs of capitalised words of ``block`` with titles cut off their front."""
    run: list[Word] = []
    previous_end = block.start
    for word in _words(reading, block):
        gap = reading.document.text[previous_end : word.start]
        joined = gap.isspace() and "\n" not in gap.strip(" ") and not (run and run[-1].possessive)
        if run and not (joined and (word.capital or _is_particle(word, run))):
            yield from _cut(reading, run)
            run = []
        if word.capital or (run and _is_particle(word, run)):
            run.append(word)
        previous_end = word.end
    if run:
        yield from _cut(reading, run)


def _words(reading: Reading, block: Block) -> Iterator[Word]:
    """The words of ``block``; a full stop stays with an initial or a known abbreviation only."""
    text = reading.document.text
    for match in _WORD.finditer(text, block.start, block.end):
        word, end = match.group(), match.end()
        if word.endswith(".") and not _keeps_stop(word):
            word, end = word[:-1], end - 1
        cut = _POSSESSIVE.search(word)
        possessive = bool(cut)
        if cut:
            word, end = word[: cut.start()], match.start() + cut.start()
        if word:
            yield Word(match.start(), end, word, reading.parsed.at(match.start()), possessive)


def _keeps_stop(word: str) -> bool:
    return len(word) == 2 or "." in word[:-1] or word.lower() in words("stopped_abbreviations")


def _is_particle(word: Word, run: list[Word]) -> bool:
    return bool(run) and word.text.lower() in PARTICLES


def _cut(reading: Reading, run: list[Word]) -> Iterator[Candidate]:
    """``run`` without trailing particles, leading ordinary words and its title; nothing where none is left."""
    while run and (not run[-1].capital or _is_post_nominal(run[-1])):
        run = run[:-1]
    first = 0
    while first < len(run) and _ordinary(run[first], first, run):
        first += 1
    run = run[first:]
    if not run:
        return
    last_title = max((i for i, w in enumerate(run) if is_title_word(w.text)), default=-1)
    of_state = after_of_title(reading, [w.text for w in run], run[0].start)
    begin = max(last_title + 1, of_state)
    begin = max(begin, _entity_start(run, begin))
    named = run[begin:]
    head = run[begin - 1] if begin else None
    if named:
        title = title_before(reading, named[0].token, named[0].start, head.text if head else "")
        office = None if title else office_after(reading, named[-1].end)
        yield Candidate(tuple(named), title, office)


def _is_post_nominal(word: Word) -> bool:
    return word.text[:2].isupper() and fold(word.text) in words("post_nominals")


def _ordinary(word: Word, place: int, run: list[Word]) -> bool:
    """Whether a capitalised word at the front of a run is capitalised only for beginning a sentence."""
    token = word.token
    if token is None or place + 1 == len(run):
        return False
    if word.text in _date_words():
        return True
    if token.start != word.start or token.pos not in _NEVER_NAME:
        return False
    return token.ent != "PERSON" or token.tag in _SURELY_NO_NAME


@cache
def _date_words() -> frozenset[str]:
    days = table("dates")["weekdays"]
    return frozenset({"Today", "Yesterday", "Tomorrow", "Tonight", *days["plain"]})


def _entity_start(run: list[Word], begin: int) -> int:
    """Where the engine's person begins, if it ends this run and leaves a name of two words or more."""
    for i in range(begin, len(run) - 1):
        word = run[i]
        token = word.token
        person = token is not None and token.ent == "PERSON" and token.start == word.start
        if person:
            return i
        if is_place_word(word.text) or (token is not None and token.ent in {"NORP", "GPE", "DATE", "ORG"}):
            continue
        break
    return begin

"""Mentions of persons: full names by capitals, titles, ages and the engine's labels; then bare surnames.

The engine's labels are evidence, not truth: it calls half of all bare surnames organisations or places. So full
names are read first, with a title, an age, a verb of saying or the engine as witness; a bare surname is a person
where its document gives someone of that surname a full name, or where it bears a title itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.extract.reading import Reading
from discrepancy.lexicon import table
from discrepancy.lexicon.people import (
    PARTICLES,
    SUFFIXES,
    ends_title,
    is_courtesy,
    is_organisation_word,
    is_place_word,
    is_saying,
    is_title_word,
)
from discrepancy.model import Block, Fact, FactKind, FactRole, Name, Span, Subject
from discrepancy.text.characters import fold, squeeze
from discrepancy.text.engine import Token

_WORD = re.compile(r"(?:[A-Z]\.(?:-?[A-Z]\.)+|[^\W\d_][\w]*(?:['’\-‐‑][^\W\d_][\w]*)*\.?)", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$")
_AGE_AFTER = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.;)\s])")
_ABBREVIATED = frozenset({"mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov.", "gen.", "col.", "lt.", "sgt.", "rev.", "prof.", "st.", "jr.", "sr.", "capt.", "maj.", "cmdr.", "adm.", "hon."})  # fmt: skip
_NEVER_NAME = frozenset({"VERB", "ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "NUM", "PART", "INTJ"})
_SURELY_NO_NAME = frozenset({"VBG", "VBN", "IN", "RB", "CC", "DT", "PRP", "PRP$", "WRB"})
"""Tags of words that no name begins with even where the engine has them in one (Will and Mark may)."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a block, without a possessive ending: its offsets, text, and the token it begins in."""

    start: int
    end: int
    text: str
    token: Token | None
    possessive: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of words that may name a person, with the title words before it."""

    words: tuple[_Word, ...]
    title: Span | None
    office: Span | None = None
    """An office in apposition after the name: "the chief executive"."""

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


def extract(reading: Reading) -> list[Fact]:
    """Every mention of a person in the compared blocks, in order."""
    runs = [c for block in reading.blocks for c in _candidates(reading, block)]
    sure = [c for c in runs if len(c.words) > 1 and _is_person(reading, c)]
    surnames = {fold(_surname(c.words)) for c in sure}
    taken = {c.span for c in sure}
    for c in runs:
        if c.span not in taken:
            found = _bare(reading, c, surnames)
            if found:
                sure.append(found)
    return [_fact(reading, c) for c in sorted(sure, key=lambda c: c.span)]


def _candidates(reading: Reading, block: Block) -> Iterator[_Candidate]:
    """The runs of capitalised words of ``block`` with titles cut off their front."""
    run: list[_Word] = []
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


def _words(reading: Reading, block: Block) -> Iterator[_Word]:
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
            yield _Word(match.start(), end, word, reading.parsed.at(match.start()), possessive)


def _keeps_stop(word: str) -> bool:
    return len(word) == 2 or "." in word[:-1] or word.lower() in _ABBREVIATED


def _is_particle(word: _Word, run: list[_Word]) -> bool:
    return bool(run) and word.text.lower() in PARTICLES


def _cut(reading: Reading, run: list[_Word]) -> Iterator[_Candidate]:
    """``run`` without trailing particles, leading ordinary words and its title; nothing where none is left."""
    while run and not run[-1].capital:
        run = run[:-1]
    first = 0
    while first < len(run) and _ordinary(run[first], first, run):
        first += 1
    run = run[first:]
    if not run:
        return
    last_title = max((i for i, w in enumerate(run) if is_title_word(w.text)), default=-1)
    of_state = _after_of_title(reading, run)
    begin = max(last_title + 1, of_state)
    begin = max(begin, _entity_start(run, begin))
    words = run[begin:]
    if words:
        title = _title_before(reading, words[0], run[:begin])
        office = None if title else _office_after(reading, words[-1])
        yield _Candidate(tuple(words), title, office)


def _ordinary(word: _Word, place: int, run: list[_Word]) -> bool:
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


def _after_of_title(reading: Reading, run: list[_Word]) -> int:
    """How many words of ``run`` finish a title such as "Secretary of State" that began before it."""
    before = reading.document.text[max(0, run[0].start - 40) : run[0].start].split()
    if len(before) < 2 or before[-1] not in {"of", "for"} or not is_title_word(before[-2].strip(",")):
        return 0
    for n in (3, 2, 1):
        if ends_title(" ".join(w.text for w in run[:n])) and len(run) > n:
            return n
    return 0


def _entity_start(run: list[_Word], begin: int) -> int:
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


def _title_before(reading: Reading, name: _Word, front: list[_Word]) -> Span | None:
    """The title right before ``name``: the words back to the start of its noun phrase, if they end in a title."""
    text = reading.document.text
    head = front[-1] if front else None
    parsed, token = reading.parsed, name.token
    before = parsed.tokens[token.i - 1] if token and token.i > 0 and token.start == name.start else None
    if before is not None and before.text == "," and before.i > 0:
        before = parsed.tokens[before.i - 1]
    if before is None or not (is_title_word(before.text) or (head and ends_title(head.text))):
        return None
    start, i, joins = before.start, before.i - 1, not is_title_word(before.text)
    while i >= 0 and parsed.tokens[i].sent == before.sent and _in_title(parsed.tokens[i], text, joins=joins):
        start, i = parsed.tokens[i].start, i - 1
    return Span(start, before.end)


def _office_after(reading: Reading, name: _Word) -> Span | None:
    """The office right after ``name`` in apposition, without its article; None where there is none."""
    tokens = reading.parsed.tokens
    comma = reading.parsed.at(name.end)
    if comma is None or comma.text != "," or comma.start > name.end + 1:
        return None
    first = comma.i + 1
    while first < len(tokens) and tokens[first].pos in {"DET", "PRON"} and tokens[first].lemma not in {"who", "which"}:
        first += 1
    last = -1
    for token in tokens[first : first + 9]:
        if token.sent != comma.sent or token.pos not in _IN_OFFICE:
            break
        last = token.i if is_title_word(token.text) else last
    return Span(tokens[first].start, tokens[last].end) if last >= first else None


_IN_OFFICE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "ADP"})


def _in_title(token: Token, text: str, *, joins: bool) -> bool:
    """Whether the token before a title still belongs to it: adjectives, nouns, hyphens; "of" inside the title alone."""
    if token.pos in {"PROPN", "NOUN", "ADJ"} or token.text in {"-", "&"} or (joins and token.text in {"of", "for"}):
        return True
    return token.dep in {"compound", "amod", "case"} and text[token.start] not in '"“”,.;:()'


def _is_person(reading: Reading, c: _Candidate) -> bool:
    """Whether a run of two words or more names a person: some witness for it, and none against."""
    texts = [w.text for w in c.words]
    if len(texts) > 6 or any(is_organisation_word(t) for t in texts) or all(t.isupper() and len(t) > 3 for t in texts):
        return False
    if is_place_word(" ".join(texts)) or is_place_word(texts[-1]):
        return False
    if c.title or c.office or _AGE_AFTER.match(reading.document.text, c.span.end):
        return True
    if reading.document.text.startswith(", who ", c.span.end):
        return True
    labels = [w.token.ent for w in c.words if w.token and w.text.lower() not in PARTICLES]
    if labels.count("PERSON") * 2 > len(labels) or (labels and labels[-1] == labels[0] == "PERSON"):
        return True
    return "PERSON" in labels[-1:] and _speaks(reading, c.words[-1])


def _speaks(reading: Reading, word: _Word) -> bool:
    """Whether ``word`` is the subject of a verb of saying."""
    token = word.token
    if token is None or token.dep not in {"nsubj", "nsubjpass"}:
        return False
    return is_saying(reading.parsed.tokens[token.head].lemma)


def _bare(reading: Reading, c: _Candidate, surnames: set[str]) -> _Candidate | None:
    """A bare surname or a titled single name as a mention, or None."""
    last = c.words[-1]
    if is_organisation_word(last.text):
        return None
    if fold(last.text) in surnames and not is_place_word(last.text):
        if len(c.words) > 1 and c.words[0].token is not None and c.words[0].token.ent in {"ORG", "FAC", "EVENT"}:
            return None
        return replace(c, words=(last,))
    if len(c.words) > 1 or is_place_word(last.text):
        return None
    titled = c.title is not None and last.token is not None and last.token.pos == "PROPN"
    spoken = last.token is not None and last.token.ent == "PERSON" and _speaks(reading, last)
    return c if titled or spoken else None


def _surname(words: tuple[_Word, ...]) -> str:
    """The surname of a full name: the last word that is no suffix, with the particles before it."""
    texts = [w.text for w in words]
    while len(texts) > 1 and fold(texts[-1]) in SUFFIXES:
        texts.pop()
    first = len(texts) - 1
    while first > 1 and texts[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(texts[first:])


def _fact(reading: Reading, c: _Candidate) -> Fact:
    """The mention as a fact; its id tells document and offset."""
    span, surname = c.span, _surname(c.words)
    texts = tuple(w.text for w in c.words)
    suffix = texts[-1] if len(texts) > 1 and fold(texts[-1]) in SUFFIXES else ""
    given = texts[: len(texts) - len(surname.split()) - bool(suffix)]
    text = reading.document.text
    where = c.title or c.office
    title = squeeze(text[where.start : where.end]) if where else ""
    token = c.words[0].token or reading.parsed.tokens[0]
    full = squeeze(text[span.start : span.end])
    return Fact(
        id=f"{reading.document.id}:person:{span.start}",
        kind=FactKind.PERSON,
        mention=reading.mention(span.start, span.end),
        subject=Subject(head=fold(full), text=full),
        value=Name(full=full, given=given, surname=surname, title="" if is_courtesy(title) else title, title_span=where, suffix=suffix),
        sentence=reading.sentence(token),
        role=FactRole.NAME,
    )

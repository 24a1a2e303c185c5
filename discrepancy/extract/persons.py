"""Mentions of persons: full names by capitals, titles, ages and the engine's labels; then bare surnames.

The engine's labels are evidence, not truth: it calls half of all bare surnames organisations or places. So full
names are read first, with a title, an age, a verb of saying or the engine as witness; a bare surname is a person
where its document gives someone of that surname a full name, or where it bears a title itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.extract.name_runs import Candidate, Word, candidates
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import PARTICLES, SUFFIXES, is_courtesy, is_organisation_word, is_place_word, is_saying
from discrepancy.model import Fact, FactKind, FactRole, Name, Subject
from discrepancy.text.characters import fold, squeeze

_FIRST = frozenset({"de", "von", "van", "du", "di"})
"""Particles that open a surname at the head of a sentence, before another particle."""
_AGE_AFTER = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.;)\s])")


def extract(reading: Reading) -> list[Fact]:
    """Every mention of a person in the compared blocks, in order."""
    runs = [c for block in reading.blocks for c in candidates(reading, block)]
    sure = [c for c in runs if len(c.words) > 1 and _is_person(reading, c)]
    surnames = {fold(_surname(c.words)) for c in sure}
    taken = {c.span for c in sure}
    for c in runs:
        if c.span not in taken:
            found = _bare(reading, c, surnames)
            if found:
                sure.append(found)
    return [_fact(reading, c) for c in sorted(sure, key=lambda c: c.span)]


def _is_person(reading: Reading, c: Candidate) -> bool:
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


def _speaks(reading: Reading, word: Word) -> bool:
    """Whether ``word`` is the subject of a verb of saying."""
    token = word.token
    if token is None or token.dep not in {"nsubj", "nsubjpass"}:
        return False
    return is_saying(reading.parsed.tokens[token.head].lemma)


def _bare(reading: Reading, c: Candidate, surnames: set[str]) -> Candidate | None:
    """A bare surname or a titled single name as a mention, or None."""
    last = c.words[-1]
    if is_organisation_word(last.text):
        return None
    if fold(last.text) in surnames and not is_place_word(last.text):
        if len(c.words) > 1 and c.words[0].token is not None and c.words[0].token.ent in {"ORG", "FAC", "EVENT"}:
            return None
        return c if _all_names(c) else replace(c, words=(last,))
    if len(c.words) > 1 or is_place_word(last.text):
        return None
    titled = c.title is not None and last.token is not None and last.token.pos == "PROPN"
    spoken = last.token is not None and last.token.ent == "PERSON" and _speaks(reading, last)
    return c if titled or spoken else None


def _all_names(c: Candidate) -> bool:
    """Whether every word of a run may be part of a name: the surname known, the words before it a given name."""
    return len(c.words) > 1 and all(
        w.text.lower() in PARTICLES
        or (w.token is not None and w.token.pos == "PROPN" and not is_place_word(w.text) and not w.text.isupper())
        for w in c.words
    )


def _surname(words: tuple[Word, ...]) -> str:
    """The surname of a full name: the last word that is no suffix, with the particles before it."""
    texts = [w.text for w in words]
    while len(texts) > 1 and fold(texts[-1]) in SUFFIXES:
        texts.pop()
    first = len(texts) - 1
    while first > 1 and texts[first - 1].lower() in PARTICLES:
        first -= 1
    if first == 1 and len(texts) > 2 and texts[0].lower() in _FIRST:
        first = 0
    return " ".join(texts[first:])


def _fact(reading: Reading, c: Candidate) -> Fact:
    """The mention as a fact; its id tells document and offset."""
    span, surname = c.span, _surname(c.words)
    texts = tuple(w.text for w in c.words)
    suffix = texts[-1] if len(texts) > 1 and fold(texts[-1]) in SUFFIXES else ""
    given = texts[: len(texts) - len(surname.split()) - bool(suffix)]
    text = reading.document.text
    where = c.title or c.office
    title = squeeze(text[where.start : where.end]) if where else ""
    title = "" if is_courtesy(title) else title
    token = c.words[0].token or reading.parsed.tokens[0]
    full = squeeze(text[span.start : span.end])
    return Fact(
        id=f"{reading.document.id}:person:{span.start}",
        kind=FactKind.PERSON,
        mention=reading.mention(span.start, span.end),
        subject=Subject(head=fold(full), text=full),
        value=Name(full=full, given=given, surname=surname, title=title, title_span=where, suffix=suffix),
        sentence=reading.sentence(token),
        role=FactRole.NAME,
    )

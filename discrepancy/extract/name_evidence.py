"""Whether a run of capitalised words names a person: every piece of evidence is a row of a table of weights.

The engine's labels are one row among others: it calls half of all surnames organisations or places, and many a ship
or a club a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from discrepancy.extract.name_runs import Candidate, Word
from discrepancy.extract.reading import Reading
from discrepancy.extract.role_places import role_before_comma
from discrepancy.lexicon import table, words
from discrepancy.lexicon.people import (
    PARTICLES,
    is_courtesy,
    is_organisation_word,
    is_place_word,
    is_saying,
    is_title_word,
)
from discrepancy.model import Span
from discrepancy.names.lists import east_asian_surnames, given_names
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_WEIGHTS: Final = {
    "a title before or an office after": 4.0,
    "an age after": 4.0,
    "an age before": 2.0,
    "an office before, and a comma": 2.0,
    "who after": 4.0,
    "labelled a person": 2.5,
    "a known given name first": 1.5,
    "a known given name, and nothing against it": 0.5,
    "a son's particle inside": 2.0,
    "subject of a verb of saying": 1.0,
    "its last word alone is a person": 2.0,
    "its last word alone, its first never": 1.0,
    "an apposition after": 1.0,
    "subject or in apposition": 0.5,
    "in or at it": -3.0,
    "where after": -4.0,
    "from or to it, and no known given name": -1.0,
    "the before it": -1.5,
    "a thing's noun before it": -4.0,
    "a company's & beside it": -5.0,
    "labelled something else": -1.0,
    "before a common noun": -1.5,
    "a place first": -1.5,
    "a saint first": -1.5,
    "owner of what firms own": -2.0,
    "a club's word first": -4.0,
    "a nickname inside": 2.5,
    "beside a person": 1.5,
    "its family name alone": 1.0,
    "an East Asian surname first": 1.0,
    "an East Asian surname first of three words": 2.0,
}
_ENOUGH: Final = 2.0
_MOST_WORDS: Final = 7
_AGE_AFTER = re.compile(
    r",\s(?:(?:aged\s)?\d{1,3}(?=[,.;)\s])|(?:aged\s)?(?:one|two|three|four|five|six|seven|eight|nine)(?=[,.;)]))"
)
_AGE_BEFORE = re.compile(r"(?:\b(?:\d{1,2}|1[01]\d)|\b[^\W\d_]+(?:[- ][a-z]+)?)[- ]years?[- ]old $")
"""An age that a person may have right before a name: "43-year-old", "Forty-three-year-old"."""
_AGE_REACH: Final = 40
_APPOSED = re.compile(r",\s(?:an?|the|his|her|their|its|now|then|one of|also)\s")
_KIN_AFTER = re.compile(r"\s(?:family|families|household|siblings|brothers|sisters|couple|clan|dynasty)\b")
"""Words that make a surname one of several people: "the Brandt family" is none of them."""
_OWNED = re.compile(r"['’]s?(?: [a-z-]+){1,3}")
_WHO = re.compile(r",\s(?:who|whose|whom)\s")
_AFTER: Final = {
    "an age after": _AGE_AFTER,
    "who after": _WHO,
    "an apposition after": _APPOSED,
    "where after": re.compile(r",?\swhere\s"),
}
_PLACED = frozenset(
    "in at near off outside inside around across along towards toward into within beside downtown".split()
)
_GONE = frozenset("from to of".split())
_DONE = frozenset("for against by with".split())
"""Prepositions before persons as well as places: what the engine calls a person there is one."""
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_OTHERS = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_CLOSED = frozenset({"AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "NUM", "PART"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMED = frozenset({"nsubj", "nsubjpass", "appos", "attr", "agent"})


@dataclass(frozen=True, slots=True)
class Alone:
    """The folded words that stand alone somewhere in a document: all of them, and those that act as persons there."""

    words: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    """Those that own what only a firm or a club does."""


def words_alone(reading: Reading, runs: Sequence[Candidate]) -> Alone:
    """The runs of one word in ``runs``."""
    single = [c for c in runs if len(c.words) == 1]
    acting = [c for c in single if stands_for_person(reading, c)]
    bodies = [c for c in single if owns_body(reading, c)]
    return Alone(*(frozenset(fold(c.words[0].text) for c in found) for found in (single, acting, bodies)))


def owns_body(reading: Reading, c: Candidate) -> bool:
    """Whether a word owns a chief executive, shares or a goalkeeper."""
    owned = _OWNED.match(reading.document.text, c.span.end) if c.words[-1].possessive else None
    return owned is not None and not words("owned_by_bodies").isdisjoint(owned.group().split())


def is_person(reading: Reading, c: Candidate, alone: Alone, *, beside: bool = False) -> bool:
    """Whether a run of two words or more names a person.

    Args:
        reading: the document.
        c: the run.
        alone: the words that stand alone somewhere in the document.
        beside: whether it stands in one list with a person.
    """
    texts = c.texts
    if len(texts) > _MOST_WORDS or any(is_organisation_word(t) for t in texts) or shouted(c):
        return False
    if is_place_word(" ".join(texts)) or (is_place_word(texts[-1]) and not _is_called_person(c)):
        return False
    if fold(" ".join(texts)) in words("named_like_persons") and not c.title:
        return False
    rows = [*_evidence(reading, c, alone), *(["beside a person"] if beside else [])]
    if is_given_name(texts[0]) and all(_WEIGHTS[row] > 0 for row in rows):
        rows.append("a known given name, and nothing against it")
    return sum(_WEIGHTS[row] for row in rows) >= _ENOUGH


def _is_called_person(c: Candidate) -> bool:
    """Whether a run of a known given name and a country's name is a person to the engine: Justine Jordan."""
    last = c.words[-1].token
    return last is not None and last.ent == "PERSON" and is_given_name(c.words[0].text)


def shouted(c: Candidate) -> bool:
    """Whether every word is in capitals, as in a dateline or an old-fashioned headline: JOHNSON SAYS NO DEAL too."""
    if not all(w.text.isupper() for w in c.words):
        return False
    small = words("english_function_words")
    return all(
        len(w.text) > _INITIALS or w.text.lower() in small or (w.token is not None and w.token.pos in _CLOSED)
        for w in c.words
    )


_INITIALS = 3


def _evidence(reading: Reading, c: Candidate, alone: Alone) -> Iterator[str]:
    """The rows of the table that hold for ``c``."""
    given = is_given_name(c.words[0].text)
    if (c.title or c.office) and not _may_be_firm(reading, c):
        yield "a title before or an office after"
    if given:
        yield "a known given name first"
    if _AGE_BEFORE.search(_lead_up(reading, c)):
        yield "an age before"
    if not c.title and role_before_comma(reading, c.span.start, c.span.end):
        yield "an office before, and a comma"
    if speaks(reading, c.words[-1]):
        yield "subject of a verb of saying"
    if c.words[-1].tail is not None and c.words[-1].tail.dep in _NAMED:
        yield "subject or in apposition"
    yield from (row for row, pattern in _AFTER.items() if pattern.match(reading.document.text, c.span.end))
    yield from _formed(reading, c)
    yield from _labelled(c, given=given)
    yield from _elsewhere(c, alone)
    yield from _against(reading, c, alone, given=given)


def _lead_up(reading: Reading, c: Candidate) -> str:
    """The words of its block right before a run."""
    return reading.lead_up(c.span.start, _AGE_REACH)


def _may_be_firm(reading: Reading, c: Candidate) -> bool:
    """Whether the title is one of firms as well ("its rival, Harlow Mills") and the engine calls the name no person."""
    last = c.words[-1].token
    if c.title is None or last is None or last.ent in {"", "PERSON"}:
        return False
    return is_shared_with_firms(reading, c.title)


def is_shared_with_firms(reading: Reading, title: Span) -> bool:
    """Whether a title ends in a noun that is said of firms as well."""
    said = reading.document.text[title.start : title.end].split()
    return bool(said) and said[-1].casefold() in words("shared_with_firms")


def _formed(reading: Reading, c: Candidate) -> Iterator[str]:
    """What the form of the run says."""
    if _NICKNAMED.search(reading.document.text, c.span.start, c.span.end):
        yield "a nickname inside"
    if fold(c.words[0].text) in words("club_words"):
        yield "a club's word first"
    if any(fold(w.text) in _SONS for w in c.words[1:-1]):
        yield "a son's particle inside"
    label = c.words[0].token.ent if c.words[0].token else ""
    if fold(c.words[0].text) in east_asian_surnames() and label not in {"GPE", "LOC", "NORP"}:
        short = all(len(part) <= _SYLLABLE for w in c.words for part in fold(w.text).split())
        if short and len(c.words) == _FULL_EAST:
            yield "an East Asian surname first of three words"
        elif short or "-" in c.words[-1].text:
            yield "an East Asian surname first"


_NICKNAMED = re.compile(r" [\"“‘'][^\W\d_a-z][\w.-]+[\"”’'] ")
_SONS = frozenset({"bin", "ibn", "bint", "binti", "binte"})
_SYLLABLE: Final = 6
_FULL_EAST: Final = 3


def _labelled(c: Candidate, *, given: bool) -> Iterator[str]:
    """What the engine's labels say."""
    labels = [w.token.ent for w in c.words if w.token and w.text.lower() not in PARTICLES]
    if labels.count("PERSON") * 2 > len(labels) or (labels and labels[-1] == labels[0] == "PERSON"):
        yield "labelled a person"
    elif labels and labels[-1] in _OTHERS and not (given and labels[-1] in {"ORG", "WORK_OF_ART"}):
        yield "labelled something else"


def _elsewhere(c: Candidate, alone: Alone) -> Iterator[str]:
    """What the first and the last word do elsewhere in the document, where they stand alone."""
    first, last = fold(c.words[0].text), fold(c.words[-1].text)
    if last in alone.persons:
        yield "its last word alone is a person"
    elif last in alone.words and first not in alone.words:
        yield "its last word alone, its first never"
    elif first in alone.words and first in east_asian_surnames():
        yield "its family name alone"
    if {first, last} & alone.bodies:
        yield "owner of what firms own"


def is_given_name(word: str) -> bool:
    """Whether every part of a word is known for a given name: Aisha, Ann-Sofie."""
    parts = fold(word).split()
    return bool(parts) and all(part in _given() for part in parts)


@cache
def _given() -> frozenset[str]:
    return given_names() | words("mens_names") | words("womens_names") | words("more_given_names")


def _against(reading: Reading, c: Candidate, alone: Alone, *, given: bool) -> Iterator[str]:
    before = _before(reading, c)
    if in_place(reading, c):
        yield "in or at it"
    elif before is not None and not given and _is_gone(c, before):
        yield "from or to it, and no known given name"
    if before is not None and before.lemma == "the" and c.title is None:
        yield "the before it"
    if _is_thing(before) or opens_thing(c):
        yield "a thing's noun before it"
    if beside_ampersand(reading, c):
        yield "a company's & beside it"
    if before_noun(reading, c):
        yield "before a common noun"
    if is_place_word(c.words[0].text) and not (given and fold(c.words[-1].text) in alone.persons):
        yield "a place first"  # Israel and Jordan are given names as well
    if fold(c.words[0].text) in _SAINTS:
        yield "a saint first"


def _is_gone(c: Candidate, before: Token) -> bool:
    """Whether ``before`` is a preposition of motion, or another one before what the engine calls no person."""
    called = all(w.token is not None and w.token.ent == "PERSON" for w in c.words)
    return before.lemma in _GONE or (before.lemma in _DONE and not called)


def _is_thing(before: Token | None) -> bool:
    """Whether a word is the noun of a thing, not the verb: a play, but not to play someone."""
    return before is not None and before.pos in {"NOUN", "PROPN"} and before.lemma in words("named_things")


def opens_thing(c: Candidate) -> bool:
    """Whether a run opens with the noun of what it names: Lake Victoria, Cyclone Idai, Hotel Lena."""
    return len(c.words) > 1 and c.words[0].text.casefold() in words("named_things")


def _before(reading: Reading, c: Candidate) -> Token | None:
    """The token right before a run on its line; with a title between, the one before the first word all the same."""
    first = (c.lead or c.words)[0]
    token = first.token
    if token is None or token.i == 0 or token.start != first.start:
        return None
    before = reading.parsed.tokens[token.i - 1]
    return before if before.sent == token.sent else None


def in_place(reading: Reading, c: Candidate) -> bool:
    """Whether a run stands where a place does: "in", "near", "off" it, and owns nothing."""
    before = _before(reading, c)
    return before is not None and before.text.lower() in _PLACED and not c.words[-1].possessive


def beside_ampersand(reading: Reading, c: Candidate) -> bool:
    """Whether a run is joined to another by "&", as companies' names are."""
    text = reading.document.text
    return text[c.span.end : c.span.end + 3].strip(" ").startswith("&") or text[
        max(0, c.span.start - 2) : c.span.start
    ].strip(" ").endswith("&")


def before_noun(reading: Reading, c: Candidate) -> bool:
    """Whether a run only qualifies the common noun right after it: "the Lennon museum"."""
    tail = c.words[-1].tail
    if tail is None or c.words[-1].possessive or tail.dep not in {"compound", "amod", "nmod"}:
        return False
    if tail.dep == "amod" and tail.ent == "PERSON":  # "seen Faisal smile": the verb taken for a noun
        return False
    head = reading.parsed.tokens[tail.head]
    return head.i > tail.i and head.text.islower() and head.pos == "NOUN"


def speaks(reading: Reading, word: Word) -> bool:
    """Whether ``word`` is the subject of a verb of saying, by the parse or by standing right beside one."""
    token = word.tail
    if token is None:
        return False
    if token.dep in _SUBJECTS and is_saying(reading.parsed.tokens[token.head].lemma):
        return True
    tokens = reading.parsed.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if after is None or word.possessive or token.dep == "pobj":  # "Guy Taylor of Unicef said"
        return False
    return after.tag == "VBD" and is_saying(after.lemma)


def stands_for_person(reading: Reading, c: Candidate) -> bool:
    """Whether a single word acts as a person does: it bears a title, speaks, or is one "who"."""
    text, word = reading.document.text, c.words[-1]
    return c.title is not None or speaks(reading, word) or bool(_WHO.match(text, word.end))


def may_be_part(reading: Reading, c: Candidate, *, given: bool) -> bool:
    """Whether a word that is part of a known person's name is that person's name here.

    Args:
        reading: the document.
        c: the run, all of whose words are in the name.
        given: whether only given names are among them: those are places, flowers and months as well.
    """
    word = c.words[-1]
    token = word.tail
    if token is None or (len(c.words) == 1 and token.pos in _CLOSED):
        return False
    if token.ent in _TIMES and (given or word.text in _date_words()):  # "told Pewsey he": no date for all the label
        return False
    if len(c.words) == 1 and is_place_word(word.text) and c.title is None:
        return False
    if len(c.words) == 1 and is_title_word(word.text) and _said_of(reading, c):
        return False
    if beside_ampersand(reading, c) or (in_place(reading, c) and (given or token.ent in {"GPE", "LOC", "FAC"})):
        return False
    if _is_thing(_before(reading, c)):
        return False
    if _KIN_AFTER.match(reading.document.text, word.end):
        return False
    named = token.pos in {"PROPN", "NOUN"} or word.tail != word.token  # the end of a hyphened word has odd labels
    return not given or (named and not before_noun(reading, c))


@cache
def _date_words() -> frozenset[str]:
    """Names of months and weekdays, which surnames may be as well."""
    dates = table("dates")
    return frozenset({*dates["months"]["plain"], *dates["weekdays"]["plain"]})


def _said_of(reading: Reading, c: Candidate) -> bool:
    """Whether an article stands before a word: "the King" is no Stephen King."""
    before = _before(reading, c)
    return before is not None and before.tag in {"DT", "PRP$"}


def is_named_alone(reading: Reading, c: Candidate) -> bool:
    """Whether a single word that is part of no full name is a person's: a title, an office, an age or a verb tells."""
    word = c.words[-1]
    token = word.tail
    if len(c.words) > 1 or token is None or not _may_stand_alone(reading, c, token):
        return False
    if c.title is not None:
        return _bears_title(reading, c, token)
    text, given = reading.document.text, is_given_name(word.text)
    if _AGE_AFTER.match(text, word.end) and (given or token.dep in _NAMED):
        return True
    if token.ent == "PERSON" and (_WHO.match(text, word.end) or speaks(reading, word)):
        return True
    if c.office is None or token.ent in {"ORG", "NORP", "FAC", "LOC"}:
        return False
    return (given and token.ent != "GPE") or _WHO.search(text[c.office.end : c.office.end + 6]) is not None


def _may_stand_alone(reading: Reading, c: Candidate, token: Token) -> bool:
    """Whether a single word is a proper noun, and none of an organisation, a place, a title or a saint."""
    word = c.words[-1].text
    if token.pos != "PROPN" or token.ent in _TIMES or len(word) < _SHORTEST or is_title_word(word):
        return False
    if is_organisation_word(word) or is_place_word(word) or shouted(c) or beside_ampersand(reading, c):
        return False
    return fold(word) not in _SAINTS or c.title is not None


def _bears_title(reading: Reading, c: Candidate, token: Token) -> bool:
    """Whether the title before a single word is a person's; across a comma the word must look like a name."""
    before, given = _before(reading, c), is_given_name(c.words[-1].text)
    if c.title is None or _is_ship(reading, c, before) or (is_shared_with_firms(reading, c.title) and not given):
        return False
    apposed = before is not None and before.text == ","
    known = given or token.ent in {"", "PERSON"}
    return not apposed or known or bool(_WHO.match(reading.document.text, c.span.end))


def _is_ship(reading: Reading, c: Candidate, before: Token | None) -> bool:
    """Whether an article stands before a form of address and a single word: the Lady Agnes is a boat."""
    if c.title is None or before is None or not before.text[:1].isupper():
        return False
    text = reading.document.text
    if not is_courtesy(text[c.title.start : c.title.end]):
        return False
    return bool(_ARTICLE.search(text, max(0, c.title.start - 4), c.title.start))


_ARTICLE = re.compile(r"\b[Tt]he $")
_SHORTEST = 2
_SAINTS = frozenset({"st", "saint", "san", "santa", "sao", "sainte"})

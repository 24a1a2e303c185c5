"""The persons of one document told apart by name, and whether each is spoken of as "he" or as "she".

Who is who over the whole story is settled later; this is what a reader of the one document knows, as far as it takes
to follow a pronoun or "the mayor" back to a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from discrepancy.extract.described import Described, titles_of
from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon import table, words
from discrepancy.lexicon.roles import is_relation, is_role_noun
from discrepancy.model import Fact, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_WORD = re.compile(r"[^\W\d_][\w-]*")
_ADDRESSED = re.compile(r"([^\W\d_]+)\.?\s$")
_JUST_BEFORE = re.compile(r"([^\W\d_][\w-]*)(,?) $")
_JUST_AFTER = re.compile(r", (?:a|an|the|his|her|their|its) ((?:[\w'’-]+ ){0,3}?)([^\W\d_][\w-]*)\b(?!['’]s)")
_BARE_HUMANS = frozenset({"woman", "man", "girl", "boy"})
"""Nouns that as often begin a relative clause ("the woman Reed met") as they stand beside a name."""
_ADDRESS, _NOUN, _GIVEN, _PRONOUN = 12, 4, 3, 1
"""How much a form of address, a noun, a given name and a pronoun weigh as evidence of a gender."""
_LEAD = 2
"""How many times the evidence of one gender must outweigh that of the other."""


@cache
def genders() -> dict[str, dict[str, str]]:
    """For each kind of word (address, nouns, pronouns) the words with the gender that they tell."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for gender, kinds in table("genders").items():
        for kind, forms in kinds.items():
            found[kind].update(dict.fromkeys(forms, gender))
    return dict(found)


def is_human(word: str) -> bool:
    """Whether a noun in the singular stands for a person: a role, a relation or one that tells a gender."""
    return is_role_noun(word) or is_relation(word) or word.lower() in genders()["nouns"]


@dataclass(frozen=True)
class Cast:
    """The mentions of persons in one document, in order, with what tells them apart."""

    reading: Reading
    people: tuple[Fact, ...]
    keys: Mapping[str, str]
    """For each mention's id a key of the person: one person's mentions share it."""
    gender: Mapping[str, str]
    """For each key "female" or "male", where that is known."""

    @cached_property
    def named(self) -> Spots[Fact]:
        """The mentions by where they stand."""
        return _spots(self.people)

    @cached_property
    def titled(self) -> Spots[tuple[Fact, Span]]:
        """The mentions by where each of their titles stands."""
        titles = ((f, s) for f in self.people for s in (f.name.title_span, *f.name.further_titles) if s)
        return Spots((span.start, span.end, (fact, span)) for fact, span in titles)

    @cached_property
    def called(self) -> Spots[Fact]:
        """The mentions by where they stand with the title before the name."""
        return Spots((begin_with_title(fact), fact.mention.end, fact) for fact in self.people)

    @cached_property
    def own(self) -> Mapping[str, Spots[Fact]]:
        """For each key the mentions of that person by where they stand."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.people:
            found[self.key(fact)].append(fact)
        return {key: _spots(facts) for key, facts in found.items()}

    @cached_property
    def described(self) -> Described:
        """The mentions by what is said beside them."""
        return Described(self.reading, self.people, self.keys)

    def key(self, fact: Fact) -> str:
        """The key of the person that ``fact`` names."""
        return self.keys[fact.id]

    def at(self, span: Span | None) -> Fact | None:
        """The mention that shares a character with ``span``."""
        return next(iter(self.named.over(span.start, span.end)), None) if span is not None else None

    def fits(self, fact: Fact, pronoun: str) -> bool:
        """Whether "he" or "she" can stand for the person: nothing known says otherwise."""
        wanted = genders()["pronouns"].get(pronoun)
        return wanted is None or self.gender.get(self.key(fact), wanted) == wanted


def begin_with_title(fact: Fact) -> int:
    """Where a mention begins, with the title before the name."""
    title = fact.name.title_span
    return min(title.start, fact.mention.start) if title else fact.mention.start


def _spots(facts: Sequence[Fact]) -> Spots[Fact]:
    return Spots((fact.mention.start, fact.mention.end, fact) for fact in facts)


def read_cast(reading: Reading, people: Sequence[Fact]) -> Cast:
    """The cast of a document, from the mentions of persons found in it, in order.

    Which bearer of a surname a bare one means has been settled where the mentions were read: that is the key.
    """
    cast = Cast(reading, tuple(people), {fact.id: fact.subject.head for fact in people}, {})
    evidence: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in people:
        for gender, weight in _told_by_nouns(reading, fact):
            evidence[cast.key(fact)][gender] += weight
    for key, gender in _told_by_pronouns(reading, cast):
        evidence[key][gender] += _PRONOUN
    for key, gender in {(cast.key(fact), _told_by_given(fact)) for fact in people if fact.name.given}:
        if gender:
            evidence[key][gender] += _GIVEN
    known = {}
    for key, found in evidence.items():
        (first, most), *rest = found.most_common()
        if most > _LEAD * sum(weight for _, weight in rest):
            known[key] = first
    return replace(cast, gender=known)


def _addressed(title: str) -> str:
    """The gender that a form of address in ``title`` tells, if any."""
    known = genders()["address"]
    return next((known[word] for word in map(str.lower, _WORD.findall(title)) if word in known), "")


def _address_of(reading: Reading, fact: Fact) -> str:
    """The gender that the form of address before a name tells, if any: "Mr", "Lady"."""
    before = _ADDRESSED.search(reading.document.text, max(fact.mention.start - 40, 0), fact.mention.start)
    word = before.group(1).lower() if before else ""
    return _addressed(fact.name.title) or genders()["address"].get(word, "")


def _told_by_nouns(reading: Reading, fact: Fact) -> list[tuple[str, int]]:
    """What a mention's title and the nouns beside it say of a gender, with its weight."""
    text, at, nouns = reading.document.text, fact.mention, genders()["nouns"]
    found = [(_address_of(reading, fact), _ADDRESS)]
    found += [(nouns.get(word, ""), _NOUN) for word in map(str.lower, _WORD.findall(fact.name.title))]
    before = _JUST_BEFORE.search(text, max(at.start - 40, 0), at.start)
    if before and (before.group(2) or before.group(1).lower() not in _BARE_HUMANS):
        found.append((nouns.get(before.group(1).lower(), ""), _NOUN))
    after = _JUST_AFTER.match(text, at.end)
    if after:
        words = [*after.group(1).split(), after.group(2)]
        found += [(nouns.get(word.lower(), ""), _NOUN) for word in words]
    return [(gender, weight) for gender, weight in found if gender]


def _told_by_given(fact: Fact) -> str:
    """The gender that a given name tells which is all but always a man's or a woman's; empty for others."""
    first = fold(fact.name.given[0])
    if first in words("womens_names"):
        return "female"
    return "male" if first in words("mens_names") else ""


def _told_by_pronouns(reading: Reading, cast: Cast) -> Iterator[tuple[str, str]]:
    """Persons with the gender of the first pronoun behind them in a sentence that names nobody else before it.

    A sentence that names nobody speaks of the one person whom its paragraph has named so far.
    """
    pronouns = genders()["pronouns"]
    for block in reading.blocks:
        people = cast.named.begun(block.start, block.end)
        before = _Before(reading, cast, people)
        told: set[int] = set()
        for token in reading.along(block.start, block.end) if people else ():
            gender = pronouns.get(token.text.lower())
            if gender is None or token.sent in told or reading.quote_at(token.start) is not None:
                continue
            before.move_to(token.start)
            if _is_object(reading, token, before.ends):
                continue
            told.add(token.sent)
            sentence = reading.sentence(token)
            here = (f for f in cast.named.begun(sentence.start, token.start) if f.mention.end <= token.start)
            named = {cast.key(f) for f in here if f.mention.start >= block.start} or before.keys
            if len(named) == 1 and not _another_acts(reading, token, before):
                yield next(iter(named)), gender


class _Before:
    """Who is named in a paragraph before a pronoun, which moves on through it."""

    def __init__(self, reading: Reading, cast: Cast, people: Sequence[Fact]) -> None:
        self._reading, self._cast = reading, cast
        self._coming = sorted(people, key=lambda fact: fact.mention.end, reverse=True)
        self.keys: set[str] = set()
        self.starts: set[int] = set()
        self.ends: set[int] = set()
        self.titles: set[str] = set()

    def move_to(self, offset: int) -> None:
        """Take in those named up to ``offset``."""
        while self._coming and self._coming[-1].mention.end <= offset:
            fact = self._coming.pop()
            self.keys.add(self._cast.key(fact))
            self.starts.add(fact.mention.start)
            self.ends.add(fact.mention.end)
            self.titles.update(word for title in titles_of(self._reading, fact) for word in title.lower().split())


def _is_object(reading: Reading, pronoun: Token, ends: Container[int]) -> bool:
    """Whether a pronoun is an object of a verb with a person as its subject: "Lee pressed him" means another."""
    governor = reading.parsed.tokens[pronoun.head]
    if pronoun.dep == "pobj":
        governor = reading.parsed.tokens[governor.head]
    elif pronoun.dep not in {"dobj", "dative"}:
        return False
    return any(t.end in ends for t in reading.parsed.of(governor, "nsubj"))


def _another_acts(reading: Reading, pronoun: Token, named: _Before) -> bool:
    """Whether somebody without a name is a subject between those named in a paragraph and a pronoun ("his mother")."""
    block = reading.block_of(pronoun.start)
    for token in reading.along(block.start, pronoun.start):
        if token.dep != "nsubj" or token.tag != "NN" or not is_human(token.text) or token.text.lower() in named.titles:
            continue
        beside = [*reading.parsed.tokens[token.i : token.i + 2], *reading.parsed.of(token, "appos")]
        is_named = any(at in named.starts for t in beside for at in range(t.start, t.end))
        if reading.quote_at(token.start) is None and not is_named:
            return not any(t.pos == "PROPN" for t in beside)
    return False

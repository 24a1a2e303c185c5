"""Which of several people of one name a mention means, within one document.

In this order: whose whole surname it is, whether man or woman, the elder or the younger, the office, who was named
last in the paragraph, else in the text; and for one that stands before them all, who is named first. Where two are as
likely (somebody's sister was named last, and now it is the surname), nobody is: a wrong person is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from discrepancy.extract.companions import has_age, is_companion, is_presented, stands_ahead
from discrepancy.extract.name_evidence import speaks
from discrepancy.extract.name_parts import Known
from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import table, words
from discrepancy.lexicon.people import office_of
from discrepancy.model import Span
from discrepancy.text.characters import fold

_REACH = 30
"""Characters before a title or a name in which a word of kinship stands: "his wife, Lena Brandt"."""
_FADING = 0.7
"""What a mention counts for, for each paragraph between."""
_REMEMBERED = 1000
"""Mentions of one person back that count."""
_TWO = 2
_HERE = 1000.0
"""More than all mentions of other paragraphs can come to."""
_YEARS = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;)\s])")
_COMPLEMENT = re.compile(r" (?:of|for|at|in|on|to) ")
_ELDER = frozenset({"elder", "older"})
_YOUNGER = frozenset({"younger"})
_SUFFIXES: Final = {"elder": "sr", "younger": "jr"}

Option = tuple[Known, range]
"""A person that a mention may mean, with the part of the full name that it is."""


@dataclass(slots=True)
class Mentioned:
    """A mention with those it may mean (none: someone the text never names in full) and, once settled, who it is."""

    candidate: Candidate
    options: Sequence[Option]
    key: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it is the full name."""
        return any(len(part) == len(known.words) for known, part in self.options)


@dataclass(slots=True)
class Namesakes:
    """What a document tells of its people, gathered from the mentions that can mean one person only."""

    reading: Reading
    sexes: dict[str, str] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)
    kin: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    first: dict[str, int] = field(default_factory=dict)
    seen: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """For each person the mentions so far, by their number and their paragraph's."""
    familiar: set[str] = field(default_factory=set)
    """Those whom the text itself has called by the given name alone: their surname alone means another."""
    full: dict[str, int] = field(default_factory=dict)
    """Where each person is named in full for the first time."""
    companions: set[str] = field(default_factory=set)
    """Those who are brought in as a relative or helper of one of their surname."""
    presented: set[str] = field(default_factory=set)
    """Those whose full name stands with an office, an age or an apposition."""

    def settle(self, mentions: Sequence[Mentioned]) -> None:
        """Give each mention that has options its person's key, in the order of the text."""
        self._part_spouses(mentions)
        for mention in mentions:
            if len(mention.options) == 1:
                self._learn(mention, mention.options[0][0])
        starts = sorted(mention.candidate.span.start for mention in mentions)
        for mention in mentions:
            if len(mention.options) == 1:
                told = pronoun_sex(self.reading, mention.candidate, starts)
                if told:
                    self.sexes.setdefault(mention.options[0][0].key, told)
        self._introduce(mentions)
        seen = 0
        for mention in mentions:
            chosen = self._choose(mention) if mention.options else None
            if chosen is None:
                mention.options = ()
            else:
                mention.key = chosen.key
                if not self._in_passing(mention):
                    place = self.reading.place_of(mention.candidate.span.start)
                    self.seen[mention.key].append((seen, place))
                    seen += 1
                    if all(known.is_given(part) for known, part in mention.options):
                        self.familiar.add(mention.key)

    def _introduce(self, mentions: Sequence[Mentioned]) -> None:
        """How each person is brought in: by the first full name; and by any whether the text tells who that is."""
        words: set[str] = set()
        for mention in mentions:
            for known, part in mention.options:
                if len(part) < len(known.words):
                    continue
                if known.key not in self.full and is_companion(self.reading, mention.candidate, words):
                    self.companions.add(known.key)
                if is_presented(self.reading, mention.candidate):
                    self.presented.add(known.key)
                self.full.setdefault(known.key, mention.candidate.span.start)
                words |= set(known.words)

    def _is_ahead(self, mention: Mentioned, known: Known) -> bool:
        """Whether a bare surname stands before a full name of which nothing says that it is the same person's."""
        c = mention.candidate
        if mention.is_full or self.full.get(known.key, -1) <= c.span.start or stands_ahead(self.reading, c):
            return False
        return known.key in self.companions or not (c.title or known.key in self.presented)

    def _part_spouses(self, mentions: Sequence[Mentioned]) -> None:
        """Take the options from a surname whose form of address is none of its bearers': Sir Alan's Lady Carrick."""
        surely: dict[str, str] = {}
        for mention in mentions:
            if mention.is_full:
                for known, _ in mention.options:
                    told = _address_sex(self._title(mention.candidate)) or _given_sex(known.first_given)
                    surely.setdefault(known.key, told)
        for mention in mentions:
            told = "" if mention.is_full else _address_sex(self._title(mention.candidate))
            others = {surely.get(known.key, "") for known, part in mention.options if not known.is_given(part)}
            if told and others and not others & {told, ""}:
                mention.options = ()

    def _learn(self, mention: Mentioned, known: Known) -> None:
        c = mention.candidate
        before = _own([*self._before(c), *self._title(c)])
        self.first.setdefault(known.key, c.span.start)
        told = _address_sex(self._title(c)) or _noun_sex(before) or _given_sex(known.first_given)
        if told:
            self.sexes.setdefault(known.key, told)
        years = _YEARS.match(self.reading.document.text, c.span.end)
        if years:
            self.ages.setdefault(known.key, int(years.group(1)))
        for age in ("elder", "younger"):
            if not _kin(age).isdisjoint(before) or known.key.split()[-1] == _SUFFIXES[age]:
                self.kin[known.key].add(age)
        office = self._office(c)
        if office:
            self.offices[known.key].add(office)

    def _office(self, c: Candidate) -> str:
        """The office in a title, with or without what it is an office of."""
        title = " ".join(self._title(c))
        return office_of(_COMPLEMENT.split(title)[0]) or office_of(title)

    def _choose(self, mention: Mentioned) -> Known | None:
        """Whom a mention means; None where nobody is likelier than another."""
        left = [known for known, _ in mention.options]
        tests = (self._by_part, self._by_place, self._by_sex, self._by_age, self._by_office)
        for make in tests if len(left) > 1 else ():
            test = make(mention)
            left = [known for known in left if test(known)] or left
        left = [known for known in left if not self._is_ahead(mention, known)]
        if len(left) < _TWO:
            return left[0] if left else None
        at = mention.candidate.span.start
        left = [known for known in left if known.key not in self.familiar] or left
        scores = self._focus(at, {known.key for known in left})
        likeliest = min(left, key=lambda known: _rank_of(known, scores, self.first, at))
        mains = [known for known in left if known.key not in self.companions]
        if likeliest.key not in self.companions or not mains or mention.is_full:
            return likeliest
        if scores.get(likeliest.key, 0.0) >= _HERE and not has_age(self.reading, mention.candidate.span):
            return None
        if speaks(self.reading, mention.candidate.words[-1]):
            return None
        return min(mains, key=lambda known: _rank_of(known, scores, self.first, at))

    def _focus(self, at: int, keys: Iterable[str]) -> dict[str, float]:
        """How much each of some persons named before ``at`` is in focus there.

        In one paragraph the last one is; before it every mention counts, the less the more paragraphs lie between.
        """
        here = self.reading.place_of(at)
        scores: dict[str, float] = {}
        for key in keys:
            score = 0.0
            for n, place in self.seen.get(key, ())[-_REMEMBERED:]:
                gap = here - place
                score = max(score, _HERE + n) if gap == 0 else score + _FADING**gap
            scores[key] = score
        return scores

    def _by_part(self, mention: Mentioned) -> Callable[[Known], bool]:
        """The whole name before the whole surname before a part of a surname before a given name."""
        ranks = {known.key: _rank(known, part) for known, part in mention.options}
        best = min(ranks.values())
        return lambda known: ranks[known.key] == best

    def _by_place(self, mention: Mentioned) -> Callable[[Known], bool]:
        """Someone already named, or named last of all where nobody is."""
        at = mention.candidate.span.start
        return lambda known: self.first.get(known.key, at) < at

    def _by_sex(self, mention: Mentioned) -> Callable[[Known], bool]:
        told = _address_sex(self._title(mention.candidate)) or _noun_sex(self._title(mention.candidate))
        against = {"male": "female", "female": "male"}.get(told, "")
        sexes = {self.sexes.get(known.key, "") for known, _ in mention.options}
        wanted = told if told in sexes else ""
        return lambda known: (
            not told or self.sexes.get(known.key, "") == wanted or (not wanted and self.sexes.get(known.key) != against)
        )

    def _by_age(self, mention: Mentioned) -> Callable[[Known], bool]:
        before = self._before(mention.candidate)[-1:]
        if not before or before[0] not in _ELDER | _YOUNGER:
            return lambda _: True
        elder = {known.key for known, _ in mention.options if "elder" in self.kin[known.key]}
        younger = {known.key for known, _ in mention.options if "younger" in self.kin[known.key]}
        told = sorted((self.ages[known.key], known.key) for known, _ in mention.options if known.key in self.ages)
        if len(told) > 1:
            elder, younger = {told[-1][1]}, {told[0][1]}
        mine, other = (elder, younger) if before[0] in _ELDER else (younger, elder)
        return lambda known: known.key in mine if mine else known.key not in other

    def _by_office(self, mention: Mentioned) -> Callable[[Known], bool]:
        office = self._office(mention.candidate)
        return lambda known: not office or office == "courtesy" or office in self.offices[known.key]

    def _in_passing(self, mention: Mentioned) -> bool:
        """Whether a given name stands in someone's words: that does not bring its bearer into focus."""
        start = mention.candidate.span.start
        passing = all(known.is_given(part) for known, part in mention.options)
        return passing and self.reading.quote_at(start) is not None

    def _title(self, c: Candidate) -> list[str]:
        where = c.title or c.office
        return self._words(where) if where else []

    def _before(self, c: Candidate) -> list[str]:
        """The folded words before a mention and its title in its sentence, as far as kinship reaches."""
        start = min(c.span.start, c.title.start if c.title else c.span.start)
        token = (c.lead or c.words)[0].token
        sentence = self.reading.sentence(token).start if token else start
        return self._words(Span(max(sentence, start - _REACH), start))

    def _words(self, where: Span) -> list[str]:
        text = self.reading.document.text[where.start : where.end]
        return [word.strip(".,;:()\"“”'‘’").casefold() for word in text.split()]


def _own(before: Sequence[str]) -> Sequence[str]:
    """The words that are said of the person named after them: the daughter of Tom Lindqvist is not he."""
    return before[max((i + 1 for i, word in enumerate(before) if word == "of"), default=0) :]


def _rank_of(known: Known, scores: dict[str, float], first: dict[str, int], at: int) -> tuple[float, int, str]:
    """The place of a person in the order of those whom a mention at ``at`` may mean."""
    return -scores.get(known.key, 0.0), first.get(known.key, at), known.key


def _rank(known: Known, part: range) -> int:
    if len(part) == len(known.words):
        return 0
    if known.is_surname(part):
        return 1
    if not known.is_given(part):
        return 2
    return 3 if part.start == 0 or known.family_first else 4  # by the first given name before the second


def pronoun_sex(reading: Reading, c: Candidate, starts: Sequence[int]) -> str:
    """What the first pronoun after a mention tells, where it can stand for nobody else: no other is named up to it.

    Args:
        reading: the document.
        c: the mention.
        starts: where every mention of the document begins, in order.
    """
    token = c.words[-1].tail
    if token is None or reading.quote_at(c.span.start) is not None:
        return ""
    first, last = reading.parsed.sentences[token.sent]
    after = reading.parsed.tokens[token.i + 1 : last]
    following = reading.parsed.tokens[last : last + 1]
    if following and reading.place_of(following[0].start) == reading.place_of(c.span.start):
        after = (*after, *following)
    begins = reading.parsed.tokens[first].start
    pronouns = _sexes("pronouns")
    for pronoun in after:
        told = pronouns.get(pronoun.text.lower(), "")
        if told and reading.quote_at(pronoun.start) is None:
            named = bisect_left(starts, pronoun.start) - bisect_left(starts, begins)
            return told if named == 1 else ""
    return ""


@cache
def _kin(age: str) -> frozenset[str]:
    """The words of kinship that tell the elder or the younger."""
    return frozenset(table("kin")[age])


@cache
def _sexes(kind: str) -> dict[str, str]:
    return {word: sex for sex in ("female", "male") for word in table("genders")[sex][kind]}


def _address_sex(title: Sequence[str]) -> str:
    """Of whom a form of address at the end of a title is used."""
    return _sexes("address").get(title[-1], "") if title else ""


def _noun_sex(around: Sequence[str]) -> str:
    """Of whom the last noun that tells it is said."""
    return next((_sexes("nouns")[word] for word in reversed(around) if word in _sexes("nouns")), "")


def _given_sex(given: str) -> str:
    if fold(given) in words("womens_names"):
        return "female"
    return "male" if fold(given) in words("mens_names") else ""

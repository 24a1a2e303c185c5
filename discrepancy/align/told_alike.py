"""Dates of one event that two versions tell in words of their own: by the rare words that stand near both.

Full articles seldom dress one fact alike. What is left is that words which stand once or twice in each of the two
versions stand beside both dates, that neither date has a better partner in the other version, and that neither day is
told there of anything alike. What may be two occasions all the same (two phases, two days of publication, a night, the
words that tell one of several) is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from discrepancy.align.against import SURE, speaks_against
from discrepancy.align.date_slips import likely_slip, slip_of_days
from discrepancy.align.days import Day, can_meet
from discrepancy.align.tellings import Telling
from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.grammar.telling import STEM, Words, telling_stems
from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Date, Document

Pair = tuple[int, int]

_TOKEN = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
_CLAUSE_END = re.compile(r"[,;:–—]\s|\s(?:and|but|when|while|who|which|as|that|after|before)\s|[\"“”]")
_LEAST_OF_CLAUSE = 3
"""Words that a piece of a sentence has at least to be taken for the date's clause."""


def _near(around: str, *, last: bool) -> str:
    """The piece of a sentence's side that stands next to the date."""
    pieces = _CLAUSE_END.split(around)
    pieces = pieces[::-1] if last else pieces
    taken: list[str] = []
    for piece in pieces:
        taken.append(piece)
        if sum(len(p.split()) for p in taken) >= _LEAST_OF_CLAUSE:
            break
    return " ".join(taken)


@dataclass(frozen=True)
class Place:
    """Where a date stands: the words of its clause, and of its sentence."""

    telling: Telling

    @cached_property
    def near(self) -> frozenset[str]:
        """The words of the clause, with those who take part."""
        around, subject = self.telling.around, self.telling.fact.subject
        told = [_near(around.before, last=True), _near(around.after, last=False), subject.text, *subject.modifiers]
        verbs = {form for form in (subject.concept, verb_concept(subject.head), self.telling.occasion) if form}
        return telling_stems(" ".join(told)) | {verb[:STEM] for verb in verbs} - _LIGHT

    @cached_property
    def whole(self) -> frozenset[str]:
        """The words of the sentence."""
        return telling_stems(self.telling.around.whole) | self.near


_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "say", "tell", "go", "give", "come", "set"})


# Set on full articles of versions that agree: their dates of one value, and those of two, by these measures.
ALIKE = 1.25
"""What two dates' surroundings must share, in words that stand once in each version."""
ALIKE_BY_THREE = 0.85
"""What is enough where a third version dates the same alike, as one of the two does."""
ALIKE_OF_ALL = 0.7
"""What is enough where one version alone has the day, and lacks the one that two others have."""
_RIVAL = 0.5
"""A date of the other text that agrees and is this much as like explains the date."""
_A_YEAR = 400
"""Days between a day and a month that may be taken for each other."""
_DAYS = 7
"""Days that a slip of the weekday is off by at most."""


@dataclass(frozen=True)
class Scores:
    """How alike the surroundings of dates of different documents are."""

    places: Sequence[Place]
    words: Words

    @cached_property
    def _known(self) -> dict[Pair, float]:
        return {}

    @cached_property
    def _masses(self) -> dict[tuple[int, str], float]:
        return {}

    def between(self, i: int, j: int) -> float:
        """The score of one pair, in any order; none within one document."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._known:
            self._known[pair] = self._score(*pair)
        return self._known[pair]

    def _score(self, i: int, j: int) -> float:
        a, b = self.places[i], self.places[j]
        here, there = a.telling.document, b.telling.document
        if here == there or not self.words.are_enough(here, there):
            return 0.0
        if a.near.isdisjoint(b.whole) and b.near.isdisjoint(a.whole):
            return 0.0
        shared = a.near & b.near
        across = ((a.near & b.whole) | (b.near & a.whole)) - shared
        mass = self.words.mass(shared, here, there) + self.words.mass(across, here, there) / 2
        least = min(self._mass_near(i, there), self._mass_near(j, here))
        return mass * (0.4 + min(1.0, mass / least)) if least else 0.0

    def _mass_near(self, i: int, there: str) -> float:
        """What the words of a date's clause say beside another document."""
        if (i, there) not in self._masses:
            place = self.places[i]
            self._masses[i, there] = self.words.mass(place.near, place.telling.document, there)
        return self._masses[i, there]

    @cached_property
    def telling_day(self) -> Mapping[tuple[str, dt.date | None], AbstractSet[str]]:
        """The documents that tell a day, month or the like, by how exact it is and where it begins."""
        found: dict[tuple[str, dt.date | None], set[str]] = defaultdict(set)
        for place in self.places:
            day = place.telling.day
            found[day.scale, day.date.first].add(place.telling.document)
        return found


def told_alike(documents: Sequence[Document], tellings: Sequence[Telling]) -> dict[Pair, float]:
    """Pairs of places in ``tellings`` that date one event on two days, with their scores.

    Args:
        documents: of one story.
        tellings: of its dates.
    """
    by_id = {document.id: document for document in documents}
    scores = Scores([Place(telling) for telling in tellings], Words({d.id: d.text for d in documents}))
    found = {}
    for i, j in combinations(range(len(tellings)), 2):
        a, b = tellings[i], tellings[j]
        if not (_may_be_slipped(a, b) and _can_be_told(a.day, b.day)) or (score := scores.between(i, j)) < ALIKE_OF_ALL:
            continue
        if not (_is_slip(a, b, by_id) or _are_two_hours(a, b)):
            continue
        best = _is_only_hour if _are_two_hours(a, b) else _is_best
        if score < _asked(scores, tellings, i, j) or not best(scores, tellings, i, j):
            continue
        if not _figures_differ(scores, i, j) and not speaks_against(a, b, by_id[a.document], by_id[b.document], score):
            found[i, j] = score
    return found


def _may_be_slipped(a: Telling, b: Telling) -> bool:
    """Whether two dates are of two documents and can not be one: two days, or two times by the clock."""
    if a.document == b.document:
        return False
    return not can_meet(a.day, b.day) or bool(_CLOCK.search(a.day.date.value) and _CLOCK.search(b.day.date.value))


@lru_cache(maxsize=8192)
def _can_be_told(one: Day, other: Day) -> bool:
    """Whether two dates can be a slip by their days alone, or are two times by the clock."""
    if _CLOCK.search(one.date.value) and _CLOCK.search(other.date.value):
        return True
    if one.date.first is None or other.date.first is None or can_meet(one, other):
        return False
    slip = bool(slip_of_days(one, other, written=True))
    if one.scale == other.scale == "day":
        return slip or _apart(one.date, other.date) <= _DAYS
    if one.scale == other.scale == "year":
        return slip
    return one.scale == other.scale != "" or abs((one.date.first - other.date.first).days) <= _A_YEAR


def _asked(scores: Scores, tellings: Sequence[Telling], i: int, j: int) -> float:
    """How like two dates must be: less where other versions side with one of them."""
    if tellings[i].day.scale != tellings[j].day.scale:
        return ALIKE
    if _stands_alone(scores, tellings[i], tellings[j]) or _stands_alone(scores, tellings[j], tellings[i]):
        return ALIKE_OF_ALL
    return ALIKE_BY_THREE if _corroborated(scores, tellings, i, j) else ALIKE


def _stands_alone(scores: Scores, mine: Telling, yours: Telling) -> bool:
    """Whether no other version knows the day of the one, whose version lacks that of the other, which two have."""
    with_yours, with_mine = (_telling_of(scores, telling) for telling in (yours, mine))
    return mine.document not in with_yours and with_mine == {mine.document} and len(with_yours) >= _VERSIONS


_VERSIONS = 2


def _telling_of(scores: Scores, telling: Telling) -> AbstractSet[str]:
    """The documents that tell the very day, its own among them."""
    day = telling.day
    return scores.telling_day[day.scale, day.date.first] if day.scale else {telling.document}


def _figures_differ(scores: Scores, i: int, j: int) -> bool:
    """Whether the clauses give figures, and none is the same."""
    left, right = ({w for w in scores.places[k].near if w[0].isdigit()} for k in (i, j))
    return scores.between(i, j) < SURE and bool(left and right) and not left & right


def _is_slip(a: Telling, b: Telling, documents: Mapping[str, Document]) -> bool:
    """Whether the days can not be one, and are such as one is written for the other."""
    kinds = a.day.scale, b.day.scale
    one, other = a.fact.date.first, b.fact.date.first
    if one is None or other is None or can_meet(a.day, b.day) or _in_quotes(a) or _in_quotes(b):
        return False
    if _gives_both(a, b) or _gives_both(b, a):
        return False
    if kinds == ("day", "day"):
        here, there = documents[a.document].day, documents[b.document].day
        if here != there and one == here and other == there:
            return False  # what was new on the day of each
        return _apart(a.fact.date, b.fact.date) <= _DAYS or bool(likely_slip(a, b))
    if kinds == ("year", "year"):
        return bool(likely_slip(a, b))
    named = all(_NAMED.match(t.fact.date.value) and _names_month(t.fact.date) for t in (a, b))
    return kinds[0] == kinds[1] != "" or (named and abs((one - other).days) <= _A_YEAR)


def _apart(a: Date, b: Date) -> int:
    """Days between two dates; where a year was only guessed, in the nearest year."""
    if a.first is None or b.first is None:
        return _A_YEAR
    apart = abs((a.first - b.first).days)
    return min(apart, abs(apart - 365), abs(apart - 366)) if a.relative or b.relative else apart


_NAMED = re.compile(r"\d{4}-(?:\d\d|Q\d|S[PU]|FA|WI)(?:-\d\d)?(?:$|T)")
"""A day, a month, a quarter or a season: no year, no week, and no bare hour."""


def _names_month(date: Date) -> bool:
    """Whether it is told by a month, as "17 January" and "January" are; no hour, and not counted from now."""
    return any(word in MONTHS for word in _TOKEN.findall(date.text.lower()))


def _are_two_hours(a: Telling, b: Telling) -> bool:
    """Whether both give a time by the clock, and not the same, and may be of one day."""
    one, other = _CLOCK.search(a.fact.date.value), _CLOCK.search(b.fact.date.value)
    if one is None or other is None or one[0] == other[0] or _in_quotes(a) or _in_quotes(b):
        return False
    if one["zone"] != other["zone"] or (one["hour"] != other["hour"] and one["minute"] != other["minute"]):
        return False  # slips change the hour, or the minutes, not both
    days = a.day.scale and b.day.scale
    return not days or a.fact.date.first == b.fact.date.first


_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>.*)$")


def _is_only_hour(scores: Scores, tellings: Sequence[Telling], i: int, j: int) -> bool:
    """Whether no other time by the clock fits either better, nor the same time stands for what is nearly as like."""
    score = scores.between(i, j)
    for mine, yours in ((i, j), (j, i)):
        here = _CLOCK.search(tellings[mine].fact.date.value)
        for k, other in enumerate(tellings):
            there = _CLOCK.search(other.fact.date.value)
            if k == yours or other.document != tellings[yours].document or there is None or here is None:
                continue
            if scores.between(mine, k) >= score * (_RIVAL if there[0] == here[0] else 1):
                return False
    return True


def _gives_both(a: Telling, b: Telling) -> bool:
    """Whether the day of the one stands in the sentence of the other too."""
    named = {word for word in _TOKEN.findall(a.fact.mention.text.lower()) if word in WEEKDAYS or word in MONTHS}
    return bool(named) and all(re.search(rf"\b{word}\b", b.around.whole.lower()) for word in named)


def _in_quotes(telling: Telling) -> bool:
    """Whether somebody says the date in his own words: of which day he speaks is his."""
    return bool(telling.fact.attribution and telling.fact.attribution.quoted)


def _is_best(scores: Scores, tellings: Sequence[Telling], i: int, j: int) -> bool:
    """Whether neither date has a better partner in the other's document, nor its day one that is nearly as good."""
    score = scores.between(i, j)
    for mine, yours in ((i, j), (j, i)):
        for k, other in enumerate(tellings):
            if k == yours or other.document != tellings[yours].document:
                continue
            rival = scores.between(mine, k)
            agrees = can_meet(other.day, tellings[mine].day)
            if agrees and other.day.scale and rival >= _RIVAL * score:
                return False
            same = can_meet(other.day, tellings[yours].day)
            if rival > score and not same and other.day.scale == tellings[mine].day.scale:
                return False
    return True


def _corroborated(scores: Scores, tellings: Sequence[Telling], i: int, j: int) -> bool:
    """Whether a third version dates something alike with one of the two days, and not with the other."""
    homes = {tellings[i].document, tellings[j].document}
    for k, third in enumerate(tellings):
        if third.document in homes or third.day.scale != tellings[i].day.scale:
            continue
        for mine, yours in ((i, j), (j, i)):
            agrees = can_meet(third.day, tellings[mine].day)
            against = not can_meet(third.day, tellings[yours].day)
            if agrees and against and min(scores.between(k, i), scores.between(k, j)) >= _THIRD:
                return True
    return False


_THIRD = 0.5
"""How alike the third version's date must be to both."""

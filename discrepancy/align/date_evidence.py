"""Whether two tellings of different days are of one occasion: what must speak for it, and what speaks against it."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from discrepancy.align.date_slips import is_one_slipped, likely_slip, of_other_names
from discrepancy.align.days import can_meet
from discrepancy.align.tellings import Rarity, Telling, stems
from discrepancy.grammar.dates.comparing import is_counted_from_now
from discrepancy.lexicon import words
from discrepancy.lexicon.events import event_of, has_one_place
from discrepancy.lexicon.occasions import are_alike, is_told_once, occasion_of, tells_of_many
from discrepancy.model import BlockRole, Document, TimeFrame

# Set on tests/clusters' building half and on the silver pairs of the same texts: dates that two versions give alike.
LIKE = 0.3
"""Likeness of the sentences that a verb no list knows asks for, beside those who take part."""
LIKE_OF_ONE_VERB = 0.18
"""Likeness enough where the verb is the same and two of those who take part."""
STRONG = 0.25
"""Likeness that can stand for the verb, where figures agree too."""
SAME = 0.75
"""Likeness of sentences that are one, with or without a word."""
_SHARED = 6
"""Words and figures that must be shared then."""
_SIDES = 2
"""Nouns of those who take part, or where, that one appointment must share."""
_A_WEEK = 7
_FIGURES_FOR_OTHER_VERBS = 2
"""Figures that must agree where the verbs are two."""
RIVAL = 0.6
"""A date of the other text that agrees, and is this much as like as the one that does not, explains the date."""
_KIN = frozenset(
    "brother sister father mother son daughter uncle aunt cousin husband wife grandfather grandmother".split()
)
_NIGHT = (6, 18)
"""Hours of publication between which "today" is one day all over the writer's country."""
_JUDGES = frozenset({"judge", "justice", "magistrate", "court", "jury", "tribunal", "prosecutor"})
_SMALL_HOURS = re.compile(r"T(?:NI|EV|24:00|0\d|MO|2[0-3])")
_LATE = re.compile(r"T(?:NI|EV|24:00|0[0-5]|2[0-3])")
"""Times of day of which one, beside a morning, may be of the same night."""
_SLIP = 2
"""Days by which a slip may put what has happened after the day of the other version; what is later is news."""
_LIMIT = 4000
"""Dates of a story up to which all pairs are looked at: beyond it the texts are tables."""


@dataclass(frozen=True)
class Evidence:
    """Everything that pairs are judged by.

    Attributes:
        documents: by id.
        rarity: how much a shared word says.
        days: how many different days each document tells of each occasion.
        stems: the words of each document.
        given: the values of the dates of each document.
    """

    documents: Mapping[str, Document]
    rarity: Rarity
    days: Mapping[tuple[str, str], int]
    stems: Mapping[str, frozenset[str]]
    given: Mapping[str, frozenset[str]]

    def score(self, a: Telling, b: Telling) -> float:
        """How strongly two dates belong together, whatever days they are; 0..1."""
        likeness = self.rarity.likeness(a, b)
        same = 0.3 if a.occasion and a.occasion == b.occasion else 0.0
        parts = 0.2 if a.parts & b.parts else 0.0
        figures = 0.1 if a.figures & b.figures else 0.0
        return 0.4 * likeness + same + parts + figures

    def one_occasion(self, a: Telling, b: Telling) -> bool:
        """Whether two dates that differ are said of one occasion, by enough that no chance explains."""
        likeness = self.rarity.likeness(a, b)
        if not of_two(a, b) and is_one_slipped(a, b, likeness, self.documents, self.given):
            return True
        if not self._may_be(a, b) or self._of_two_years(a, b):
            return False
        same = a.occasion == b.occasion != "" and not tells_of_many(a.occasion)
        if same and self._same_occasion(a, b, likeness):
            return True
        alike = are_alike(a.occasion, b.occasion) or _happening(a) & _happening(b)
        if alike and self._same_act(a, b):
            return True
        if self._same_sentence(a, b, likeness) or self._same_words(a, b, likeness):
            return True
        return self._same_appointment(a, b, likeness)

    def _of_two_years(self, a: Telling, b: Telling) -> bool:
        """Whether it befell two that are named apart, in two years: two ferries, two firms."""
        one, other = a.fact.date.first, b.fact.date.first
        if one is None or other is None or one.year == other.year:
            return False
        return of_other_names(a, b, self.documents[a.document], self.documents[b.document])

    def _same_appointment(self, a: Telling, b: Telling, likeness: float) -> bool:
        """Whether both look ahead to what the same ones are to do at the same place: of that there is one a story.

        A story may tell of many meetings or matches. The next one of the same sides, of which each version gives one
        date, is one, where neither tells another purpose.
        """
        if a.fact.subject.head != b.fact.subject.head or not (a.appointed and b.appointed) or not (a.alone and b.alone):
            return False
        if self.days[a.document, a.occasion] > 1 or self.days[b.document, b.occasion] > 1 or a.further != b.further:
            return False
        left, right = a.parts, b.parts
        if not (a.figures <= b.figures or b.figures <= a.figures):
            return False
        if len(left & right) < _SIDES or not (left <= right or right <= left) or _strangers(a, b):
            return False
        if not _near_miss(a, b) or (a.where and b.where and not a.where & b.where):
            return False
        return likeness >= LIKE and not (a.purpose and b.purpose and not a.purpose & b.purpose)

    def _same_sentence(self, a: Telling, b: Telling, likeness: float) -> bool:
        """Whether one sentence stands in both, but for the date, and is no daily report with a date of its own."""
        if likeness < SAME or a.further != b.further or a.occasion != b.occasion or not (a.alone and b.alone):
            return False
        now, then = self.documents[a.document].day, self.documents[b.document].day
        one, other = a.fact.date.first, b.fact.date.first
        if now and then and one and other and now != then and now - then == one - other:
            return False
        planned = a.fact.time is b.fact.time is TimeFrame.PLANNED
        return planned or (a.figures == b.figures and len(a.stems & b.stems) >= _SHARED)

    def _may_be(self, a: Telling, b: Telling) -> bool:
        """Whether nothing speaks against it."""
        here, there = self.documents[a.document], self.documents[b.document]
        ahead = a.ahead(here), b.ahead(there)
        if None not in ahead and ahead[0] != ahead[1]:
            return False
        if a.bound != b.bound or a.moved or b.moved or is_said(a) or is_said(b):
            return False
        if of_other_ages(a, b):
            return False
        if TimeFrame.SUPPOSED in (a.fact.time, b.fact.time):
            return False
        if True not in ahead and _came_later(a, b, here, there, dt.timedelta(days=_SLIP)):
            return False
        return not _around_midnight(a, b, here, there)

    def _same_occasion(self, a: Telling, b: Telling, likeness: float) -> bool:
        if self.days[a.document, a.occasion] > 1 or self.days[b.document, b.occasion] > 1:
            return False
        if a.further != b.further or _strangers(a, b):
            return False
        left, right = _things(a), _things(b)
        if _of_other_things(a, b) or _for_others(a, b) or _of_other_kin(a, b):
            return False
        if not a.known:
            within = left <= right or right <= left
            close = (within or len(left & right) >= _SIDES) and a.fact.subject.verb == b.fact.subject.verb != ""
            return bool(left & right) and likeness >= (LIKE_OF_ONE_VERB if close else LIKE)
        if left & right or a.shares_a_person(b):
            return True
        if BlockRole.CAPTION in (a.fact.mention.block, b.fact.mention.block):
            return True
        if is_told_once(a.occasion) and self._is_told_of(left, a, b) and self._is_told_of(right, b, a):
            return True
        return not (left and right) and self._is_told_of(left, a, b) and self._is_told_of(right, b, a)

    def _same_act(self, a: Telling, b: Telling) -> bool:
        """Whether two words for one act are said of the same things or with the same figures."""
        if self.days[a.document, a.occasion] > 1 or self.days[b.document, b.occasion] > 1 or a.further != b.further:
            return False
        shared = bool(_things(a) & _things(b)) or bool(a.figures & b.figures)
        once = is_told_once(a.occasion) or is_told_once(b.occasion)
        return (shared or once) and not _strangers(a, b) and not _of_other_things(a, b)

    def _is_told_of(self, things: frozenset[str], mine: Telling, other: Telling) -> bool:
        """Whether the other version speaks of the things or the people of this date at all, where it has any."""
        named = things | {surname for surname, _ in mine.people}
        return not things or bool(stems(" ".join(named)) & self.stems[other.document])

    def _same_words(self, a: Telling, b: Telling, likeness: float) -> bool:
        """Whether the sentences say so much alike, figures too, that the verb need not be the same."""
        figures = a.figures & b.figures
        shared = len(a.stems & b.stems) + len(figures)
        if likeness < STRONG or not figures or shared < _SHARED or a.further != b.further:
            return False
        if a.occasion and b.occasion and a.occasion != b.occasion:
            here, there = self.documents[a.document], self.documents[b.document]
            followed = _came_later(a, b, here, there, dt.timedelta())
            lede = a.leads and b.leads and not (a.known and b.known) and not followed
            return (lede or len(figures) >= _FIGURES_FOR_OTHER_VERBS) and _one_in_sentence(a, b)
        return _one_in_sentence(a, b)


def _of_other_things(a: Telling, b: Telling) -> bool:
    """Whether the same verb has something in each that the other lacks: "approved the plan", "approved the budget"."""
    if not a.fact.subject.verb or a.fact.subject.verb != b.fact.subject.verb or a.figures & b.figures:
        return False
    left, right = ({part for part in _things(t) if _is_core(t, part)} for t in (a, b))
    return bool(left - right and right - left)


def _for_others(a: Telling, b: Telling) -> bool:
    """Whether it is told to be for some, and in the other version for others or for all: "closed to lorries"."""
    return a.open_to != b.open_to


def of_other_acts(a: Telling, b: Telling) -> bool:
    """Whether the verbs are known, as two that no list holds for one: somebody was arrested, and charged."""
    return a.known and b.known and a.occasion != b.occasion and not are_alike(a.occasion, b.occasion)


def of_two(a: Telling, b: Telling) -> bool:
    """Whether something tells two occasions apart: places, purposes, ages, persons, or a date that was moved."""
    if a.moved or b.moved or of_other_ages(a, b) or _of_other_kin(a, b) or _for_others(a, b) or _strangers(a, b):
        return True
    elsewhere = bool(a.where and b.where and not a.where & b.where)
    planned = TimeFrame.PLANNED in (a.fact.time, b.fact.time)
    return elsewhere or (planned and bool(a.purpose and b.purpose and not a.purpose & b.purpose))


def _of_other_kin(a: Telling, b: Telling) -> bool:
    """Whether it is told of two relatives of somebody: a brother, a sister."""
    left, right = a.parts & _KIN, b.parts & _KIN
    return bool(left and right) and not left & right


def _happening(telling: Telling) -> frozenset[str]:
    """What happened that is the subject itself, whatever it did: "the fire destroyed", "the fire broke out"."""
    told = telling.fact.time is TimeFrame.PAST and telling.figures
    nouns = [part for part in telling.parts if _is_core(telling, part)] if told else []
    return frozenset(event for part in nouns if (event := event_of(part)) and has_one_place(event))


def _is_core(telling: Telling, part: str) -> bool:
    """Whether a part is the verb's subject or object, and no name of a person."""
    core = stems(telling.fact.subject.text)
    return bool(stems(part) & core) and part not in {surname for surname, _ in telling.people}


def _things(telling: Telling) -> frozenset[str]:
    """What takes part, without what only names the occasion ("completion", "takes office") and those who preside."""
    subject = telling.fact.subject
    return frozenset(
        part
        for part in telling.parts - _JUDGES
        if telling.occasion != occasion_of((), (part,))[0]
        and (occasion_of((subject.head,), ())[0] == telling.occasion or not _names(telling, part))
    )


def _names(telling: Telling, part: str) -> bool:
    """Whether the verb is the occasion only with this part: "close" with "deal"."""
    return occasion_of((telling.fact.subject.head,), (part,))[0] == telling.occasion


def _one_in_sentence(a: Telling, b: Telling) -> bool:
    """Whether each date is the only one of its kind in its sentence: of two, the words do not tell which is which."""
    return bool(a.bound and b.bound) or (a.alone and b.alone)


def gather(documents: Sequence[Document], tellings: Sequence[Telling]) -> Evidence:
    """The evidence of a story."""
    days: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        known = days[telling.document, telling.occasion]
        if not any(can_meet(telling.day, other.day) for other in known):
            known.append(telling)
    given: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        given[telling.document].add(telling.fact.date.value)
    count = defaultdict(int, {key: len(found) for key, found in days.items()})
    return Evidence(
        {document.id: document for document in documents},
        Rarity(tellings),
        count,
        {document.id: stems(document.text) for document in documents},
        {document.id: frozenset(given[document.id]) for document in documents},
    )


def differing(evidence: Evidence, tellings: Sequence[Telling]) -> dict[tuple[int, int], float]:
    """Pairs of places in ``tellings`` that date one occasion on different days, with their scores.

    A pair stands only where each date is the other's best partner between its two documents, and where neither day
    stands in the other document for anything alike.
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings[:_LIMIT]):
        by_document[telling.document].append(i)
    found = {}
    names = sorted(by_document)
    for n, left in enumerate(names):
        for right in names[n + 1 :]:
            found.update(_between(evidence, tellings, by_document[left], by_document[right]))
    return found


def _between(
    evidence: Evidence, tellings: Sequence[Telling], left: Sequence[int], right: Sequence[int]
) -> dict[tuple[int, int], float]:
    @cache
    def score_of(i: int, j: int) -> float:
        return evidence.score(tellings[i], tellings[j])

    found = {}
    for i, j in product(left, right):
        a, b = tellings[i], tellings[j]
        if not disagree(a, b) or not evidence.one_occasion(a, b):
            continue
        score = score_of(i, j)
        row = [(score_of(i, k), tellings[k]) for k in right if k != j and _rivals(tellings[k], b)]
        column = [(score_of(k, j), tellings[k]) for k in left if k != i and _rivals(tellings[k], a)]
        if (
            _best(score, row, b)
            and _best(score, column, a)
            and _residual(score, row, a)
            and _residual(score, column, b)
        ):
            found[min(i, j), max(i, j)] = score
    return found


def disagree(a: Telling, b: Telling) -> bool:
    """Whether the days are told equally exactly, or counted in years, and can not be one."""
    here, there = a.day.scale, b.day.scale
    if here != there and likely_slip(a, b):
        return True
    return bool(here) and here == there and not can_meet(a.day, b.day)


def _rivals(telling: Telling, mine: Telling) -> bool:
    """Whether a date is told as exactly as ``mine``: a year is no better partner for a day."""
    return telling.day.scale == mine.day.scale


def _best(score: float, others: Sequence[tuple[float, Telling]], mine: Telling) -> bool:
    """Whether no other date of the document fits better, one that means the same day apart."""
    return all(other <= score or can_meet(telling.day, mine.day) for other, telling in others)


def _residual(score: float, others: Sequence[tuple[float, Telling]], mine: Telling) -> bool:
    """Whether the day of ``mine`` stands in the other document for nothing alike."""
    return not any(other >= RIVAL * score and can_meet(telling.day, mine.day) for other, telling in others)


def _near_miss(a: Telling, b: Telling) -> bool:
    """Whether two days are such as one is taken for the other: of one month, or of one number in two.

    What comes round every week or every few is two appointments.
    """
    one, other = a.fact.date.first, b.fact.date.first
    if one is None or other is None or (one - other).days % _A_WEEK == 0:
        return False
    return abs((one - other).days) < _A_WEEK or one.month == other.month or one.day == other.day


def _came_later(a: Telling, b: Telling, here: Document, there: Document, slip: dt.timedelta) -> bool:
    """Whether what one version tells came after the day of the other: something new that has happened since."""
    now, then = here.day, there.day
    one, other = a.fact.date.first, b.fact.date.first
    return bool((now and other and other > now + slip) or (then and one and one > then + slip))


def is_said(telling: Telling) -> bool:
    """Whether the date is the day on which something was said, which is no part of what happened."""
    return telling.fact.subject.head in words("verbs_of_saying") and not telling.known


def of_other_ages(a: Telling, b: Telling) -> bool:
    """Whether both tell ages of those who take part, and none is the same."""
    return bool(a.ages and b.ages) and not a.ages & b.ages


def _strangers(a: Telling, b: Telling) -> bool:
    """Whether it happened to people who are not the same."""
    if a.fact.subject.head != b.fact.subject.head and (a.parts | b.parts) & _JUDGES:
        return False
    return bool(a.people and b.people) and not a.shares_a_person(b)


def _around_midnight(a: Telling, b: Telling, here: Document, there: Document) -> bool:
    """Whether two days next to each other may be one night, or one moment in two zones."""
    one, other = a.fact.date, b.fact.date
    if one.first is None or other.first is None or abs(one.first - other.first) != dt.timedelta(days=1):
        return False
    late = bool(_LATE.search(one.value) or _LATE.search(other.value))
    if a.zoned or b.zoned or (late and _SMALL_HOURS.search(one.value) and _SMALL_HOURS.search(other.value)):
        return True
    if here.day is not None and here.day == there.day:
        return False
    return any(
        is_counted_from_now(telling.fact.date) and not _by_day(document)
        for telling, document in ((a, here), (b, there))
    )


def _by_day(document: Document) -> bool:
    """Whether the document says the hour at which it was published, and that is by day."""
    at = document.dated
    return isinstance(at, dt.datetime) and _NIGHT[0] <= at.hour < _NIGHT[1]

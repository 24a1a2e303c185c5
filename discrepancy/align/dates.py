"""Dates that are said of one event, by the event's words and by the sentences they stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from discrepancy.align.copies import set_apart
from discrepancy.align.date_evidence import differing, gather
from discrepancy.align.days import Day, can_meet, days_of
from discrepancy.align.grouping import Pair, agglomerate, mean_score
from discrepancy.align.surroundings import words_around
from discrepancy.align.tellings import Telling, tell
from discrepancy.align.told_alike import told_alike
from discrepancy.labels import IN_OTHER_WORDS
from discrepancy.model import Document, Fact, FactKind, Group, TimeFrame
from discrepancy.text.characters import fold
from discrepancy.text.likeness import Likeness

THRESHOLD = 0.62
_WINDOW = 90
_CLOCKED = re.compile(r"T\d")
_ENOUGH = 2
_MANY = 6
"""Versions that print one sentence from which on its dates are looked at once."""
_SURE = 0.8
"""The least score of a pair that was found to date one occasion on two days."""


def align(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Group]:
    """Groups of dates from different documents that date one event."""
    if len(documents) == 1:
        return []
    read = [f for f in facts if f.kind is FactKind.DATE and f.time is not TimeFrame.SUPPOSED]
    copies = set_apart(documents, read, across=True, least=_MANY)
    dates = copies.first
    scores = _like(documents, dates)
    tellings = tell(documents, dates, facts)
    alike = told_alike(documents, tellings)
    scores.update(_unlike(documents, tellings, scores, alike))
    groups = _one_each(dates, agglomerate(len(dates), scores, _AtHome(dates), THRESHOLD), alike)
    made = [_group([dates[i] for i in members], mean_score(members, scores), members, alike) for members in groups]
    for i, j in sorted(alike):
        if not any(i in members and j in members for members in groups):
            made.append(_group([dates[i], dates[j]], scores[i, j], (i, j), alike))
    return [copies.complete(group) for group in made]


class _AtHome:
    """The pairs of dates that one document gives and that are not the same: they are two."""

    def __init__(self, dates: Sequence[Fact]) -> None:
        self._dates = dates

    def __contains__(self, pair: Pair, /) -> bool:
        one, other = (self._dates[place] for place in pair)
        return one.mention.document == other.mention.document and one.date.value != other.date.value


def _one_each(
    dates: Sequence[Fact], groups: Sequence[Sequence[int]], alike: Mapping[Pair, float]
) -> list[tuple[int, ...]]:
    """The groups, those joined that would tell one slip again.

    A date that is held against one of a group belongs to it, with all that say the same, where the group has that very
    day from others already.
    """
    sets = [set(members) for members in groups]
    home = {i: members for members in sets for i in members}
    for one, other in sorted(pair for i, j in alike for pair in ((i, j), (j, i))):
        into, joining = home.setdefault(one, {one}), home.setdefault(other, {other})
        day = dates[other].date.value
        told = {dates[k].date.value for k in into}
        if into is not joining and day in told and {dates[k].date.value for k in joining} == {day}:
            into |= joining
            home.update(dict.fromkeys(joining, into))
    distinct = {id(members): members for members in home.values()}
    return sorted(tuple(sorted(members)) for members in distinct.values() if len(members) > 1)


def _unlike(
    documents: Sequence[Document],
    tellings: Sequence[Telling],
    scored: Mapping[Pair, float],
    alike: Mapping[Pair, float],
) -> dict[Pair, float]:
    """Pairs of dates that can not be one day and are said of one event: found so, or beside one that was found so."""
    told = dict(alike) | differing(gather(documents, tellings), tellings)
    found = {pair: max(_SURE, min(1.0, score)) for pair, score in told.items()}
    dates = [telling.fact for telling in tellings]
    partners: dict[int, list[int]] = defaultdict(list)
    for (i, j), score in scored.items():
        if score >= THRESHOLD:
            partners[i].append(j)
            partners[j].append(i)
    beside = {
        (min(k, other), max(k, other)): _SURE
        for i, j in found
        for here, other in ((i, j), (j, i))
        for k in partners[here]
        if dates[k].mention.document != dates[other].mention.document
    }
    return beside | found


def _like(documents: Sequence[Document], dates: Sequence[Fact]) -> dict[Pair, float]:
    """Pairs of dates that can be one day and stand in like sentences, with their scores."""
    texts = {document.id: document.text for document in documents}
    read = [_read(fact, day) for fact, day in zip(dates, days_of(dates), strict=True)]
    pairs = [
        (i, j) for i, j in combinations(range(len(read)), 2)
        if read[i].document != read[j].document and _one_event(read[i], read[j]) and _can_meet(read[i], read[j])
    ]  # fmt: skip
    if not pairs:
        return {}
    windows = Likeness([words_around(texts[f.mention.document], f, _WINDOW) for f in dates])
    alike = windows.of_pairs([i for i, _ in pairs], [j for _, j in pairs])
    return {
        pair: likeness * 0.7 + _shared(read[pair[0]], read[pair[1]])
        for pair, likeness in zip(pairs, alike, strict=True)
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A date with what comparing it to many others asks of it: its day, the event's verb, and its participants."""

    document: str
    day: Day
    hour: bool
    concept: str
    parts: AbstractSet[str]


def _read(fact: Fact, day: Day) -> _Read:
    hour = _CLOCKED.search(day.date.value) is not None and not day.scale
    return _Read(fact.mention.document, day, hour, fact.subject.concept, frozenset(fact.subject.modifiers))


def _can_meet(a: _Read, b: _Read) -> bool:
    """Whether two dates can be one day; an hour without a day is of any."""
    return a.hour or b.hour or can_meet(a.day, b.day)


def _one_event(a: _Read, b: _Read) -> bool:
    """Whether two dates may be of one event: the same verb and no strangers, or another verb and all the same parts."""
    left, right = a.parts, b.parts
    if a.concept and a.concept == b.concept:
        return not (left and right) or not left.isdisjoint(right)
    return min(len(left), len(right)) >= _ENOUGH and (left <= right or right <= left)


def _shared(a: _Read, b: _Read) -> float:
    """How far the events' verbs and participants are the same, 0..0.5."""
    same = 0.2 if a.concept and a.concept == b.concept else 0.0
    left, right = a.parts, b.parts
    return same + (0.3 * len(left & right) / min(len(left), len(right)) if left and right else 0.0)


def _group(facts: Sequence[Fact], score: float, members: Sequence[int], alike: Mapping[Pair, float]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    in_other_words = any(pair in alike for pair in combinations(sorted(members), 2))
    return Group(
        id=f"date:{facts[0].id}",
        kind=FactKind.DATE,
        subject=fold(named.subject.text) and named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason=IN_OTHER_WORDS if in_other_words else "the same event in like sentences",
        confidence=round(min(1.0, score), 3),
    )

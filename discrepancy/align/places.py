"""Places that are told of one event, by the event's words and by the sentences they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.align.copies import set_apart
from discrepancy.align.grouping import Pair, agglomerate, mean_score
from discrepancy.align.surroundings import words_around
from discrepancy.lexicon import words
from discrepancy.lexicon.events import has_one_place, is_event, is_wide
from discrepancy.lexicon.places import opposite, place_key
from discrepancy.model import Document, Fact, FactKind, Group, QuantityKind, TimeFrame
from discrepancy.text.likeness import Likeness

THRESHOLD = 0.62
_WINDOW = 110
_SHARED_DETAIL = 0.12
"""What a day or a figure that both sentences give adds to their score."""
_ANCHORED = 0.3
"""What it adds that both name the place that two sides are told of, or the other end of a way."""
_ONLY_ONE = 0.25
_DETAILS = 2
"""How many of those count."""

Details = Mapping[str, frozenset[str]]


def align(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Group]:
    """Groups of places from different documents that place one event."""
    if len(documents) == 1:
        return []
    told = [f for f in facts if f.kind is FactKind.PLACE and _is_compared(f)]
    copies = set_apart(documents, told)
    texts = {document.id: document.text for document in documents}
    places, own = copies.first, _details(facts)
    details = _with_lead_up(texts, places, own, facts)
    pairs = [
        (i, j) for i, j in combinations(range(len(places)), 2)
        if places[i].mention.document != places[j].mention.document
        and _one_relation(places[i], places[j])
        and _one_event(places[i], places[j], _in_common(places[i], places[j], details))
        and _counts_agree(places[i], places[j], own)
    ]  # fmt: skip
    if not pairs:
        return []
    told_of = {(_sentence(f), event) for f in places for event in {f.subject.concept, *_events(f)}}
    counts = Counter((sentence.rpartition(":")[0], event) for sentence, event in told_of)
    windows = Likeness([words_around(texts[f.mention.document], f, _WINDOW) for f in places])
    alike = windows.of_pairs([i for i, _ in pairs], [j for _, j in pairs])
    scores: dict[Pair, float] = {
        (i, j): likeness * 0.7
        + _shared(places[i], places[j], _in_common(places[i], places[j], details))
        + _alone(places[i], places[j], _in_common(places[i], places[j], details), counts)
        for (i, j), likeness in zip(pairs, alike, strict=True)
    }
    groups = agglomerate(len(places), scores, frozenset(), THRESHOLD)
    return [copies.complete(_group([places[i] for i in members], mean_score(members, scores))) for members in groups]


def _is_compared(fact: Fact) -> bool:
    """Whether a place is that of an event which is stated, and stands to it in a way that can be wrong."""
    if not fact.subject.concept or fact.place.relation in {"court", "near"}:
        return False
    return fact.time is not TimeFrame.SUPPOSED and not (fact.attribution and fact.attribution.quoted)


def _details(facts: Sequence[Fact]) -> Details:
    """The days, figures and destinations that each sentence gives, by document and sentence."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.kind is FactKind.QUANTITY and fact.quantity.kind is not QuantityKind.AGE:
            found[_sentence(fact)].add(f"# {fact.quantity.unit} {fact.quantity.low.normalize()}")
        elif fact.kind is FactKind.DATE and fact.date.first and fact.date.first == fact.date.last:
            found[_sentence(fact)].add(str(fact.date.first))
        elif fact.kind is FactKind.PLACE:
            found[_sentence(fact)].add(f"{fact.place.relation} {place_key(fact.place.name)}")
    return {sentence: frozenset(given) for sentence, given in found.items()}


def _with_lead_up(texts: Mapping[str, str], places: Sequence[Fact], details: Details, facts: Sequence[Fact]) -> Details:
    """``details`` with those of the sentence before where a place's own takes up what that one told ("The crash")."""
    ends = {(f.mention.document, f.sentence.end): f for f in facts if f.sentence.end}
    found = dict(details)
    for place in places:
        text, start = texts[place.mention.document], place.sentence.start
        before = ends.get((place.mention.document, len(text[:start].rstrip())))
        if before is not None and _TAKES_UP.match(text, start):
            found[_sentence(place)] = details.get(_sentence(place), frozenset()) | details.get(
                _sentence(before), frozenset()
            )
    return found


_TAKES_UP = re.compile(r"(?:The|This|That|It|He|She|They|Both|His|Her|Their|Its)\b")


def _sentence(fact: Fact) -> str:
    return f"{fact.mention.document}:{fact.sentence.start}"


def _counts_agree(a: Fact, b: Fact, details: Details) -> bool:
    """Whether the sentences share a figure where both give some: three arrests here and two there are two events."""
    left, right = ({d for d in details.get(_sentence(f), ()) if d[0] == "#"} for f in (a, b))
    return bool(left & right) or not (left and right)


def _in_common(a: Fact, b: Fact, details: Details) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    return details.get(_sentence(a), none) & details.get(_sentence(b), none)


def _one_event(a: Fact, b: Fact, common: frozenset[str]) -> bool:
    """Whether two places of one relation may be of one event: at one time, the same happening or its details."""
    if _other_time(a, b):
        return False
    if _tells_one_figure(common) and a.place.relation in _THERE and not _is_many(a, b):
        return True
    same = bool(_events(a) & _events(b)) or (a.subject.concept == b.subject.concept and _is_placed(a, b, common))
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    if a.place.relation in {"from", "to"}:
        movers = left & right
        return bool(movers) and (same or (_route(a, common) and (bool(common - _ways(common)) or _is_event(movers))))
    if _other_side(a, b) and len(common) >= _DETAILS:
        return True
    parts_agree = bool(left & right or _told(common)) or not (left and right)
    return same and not any(map(is_wide, left | right)) and parts_agree


def _events(fact: Fact) -> set[str]:
    """The events of one place each that a place is told of: what happened, and what did it ("the blast killed")."""
    return {event for event in (fact.subject.concept, *fact.subject.modifiers) if has_one_place(event)}


def _is_placed(a: Fact, b: Fact, common: frozenset[str]) -> bool:
    """Whether one act that is told of two places is done in one: they share a day or a figure, or who is in it."""
    if _told(common):
        return True
    shared = set(a.subject.modifiers) & set(b.subject.modifiers)
    if not {a.subject.concept, a.subject.head, b.subject.head} & words("placed_acts"):
        return False
    return bool(shared) or not (a.subject.modifiers and b.subject.modifiers)


def _one_relation(a: Fact, b: Fact) -> bool:
    """Whether two places stand to their events alike: "in" a town is "at" it."""
    one, other = a.place.relation, b.place.relation
    return one == other or {one, other} == _THERE


_THERE = frozenset({"in", "at"})


def _told(common: frozenset[str]) -> frozenset[str]:
    """The days and figures among details, places aside."""
    return frozenset(detail for detail in common if detail.startswith("#") or detail[:1].isdigit())


def _tells_one_figure(common: frozenset[str]) -> bool:
    """Whether two sentences share a figure that few things have: one with a unit, or with three digits or more."""
    return any(
        detail.startswith("# ") and (len(detail.split()) > _BARE or len(detail.split()[-1].strip("0")) >= _TELLING)
        for detail in common
    )


_BARE, _TELLING = 2, 3


def _is_many(a: Fact, b: Fact) -> bool:
    return any(map(is_wide, (*a.subject.modifiers, *b.subject.modifiers, a.subject.concept, b.subject.concept)))


def _ways(common: frozenset[str]) -> frozenset[str]:
    return frozenset(detail for detail in common if detail.startswith(("to ", "from ")))


def _is_event(movers: set[str]) -> bool:
    """Whether those who go are one by what they do (a march), and not any people on the same road."""
    return any(is_event(mover) for mover in movers)


def _other_time(a: Fact, b: Fact) -> bool:
    if TimeFrame.PLANNED in {a.time, b.time} and a.time is not b.time:
        return True
    one, other = a.when, b.when
    if not (one and other and one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _shared(a: Fact, b: Fact, common: frozenset[str]) -> float:
    """How far the events, those who take part and the details are the same."""
    same = 0.2 if _events(a) & _events(b) or (a.subject.concept and a.subject.concept == b.subject.concept) else 0.0
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    parts = 0.3 * len(left & right) / min(len(left), len(right)) if left and right else 0.0
    one_figure = _tells_one_figure(common) and a.place.relation in _THERE
    anchored = _ANCHORED if one_figure or _other_side(a, b) or _route(a, common) else 0.0
    return same + parts + anchored + _SHARED_DETAIL * min(len(common), _DETAILS)


def _alone(a: Fact, b: Fact, common: frozenset[str], counts: Mapping[tuple[str, str], int]) -> float:
    """What it adds that neither document puts such a thing in another place too, where more than the word is shared."""
    events = (_events(a) & _events(b)) or ({a.subject.concept} & {b.subject.concept})
    parts = set(a.subject.modifiers) & set(b.subject.modifiers)
    placed = {a.subject.concept, a.subject.head, b.subject.head} & words("placed_acts")
    if not (events and (parts or placed or _told(common))):
        return 0.0
    once = all(counts[f.mention.document, event] == 1 for f in (a, b) for event in events)
    return _ONLY_ONE if once else 0.0


def _other_side(a: Fact, b: Fact) -> bool:
    """Whether the two are opposite sides or parts of one place."""
    one, other = a.place, b.place
    return bool(one.direction) and opposite(one.direction) == other.direction and _key(a) == _key(b)


def _route(fact: Fact, common: frozenset[str]) -> bool:
    """Whether ``fact`` is one end of a way whose other end both sentences name."""
    back = {"from": "to ", "to": "from "}.get(fact.place.relation)
    return back is not None and any(detail.startswith(back) for detail in common)


def _key(fact: Fact) -> str:
    return place_key(fact.place.name)


def _group(facts: Sequence[Fact], score: float) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id=f"place:{facts[0].id}",
        kind=FactKind.PLACE,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same event in like sentences",
        confidence=round(min(1.0, score), 3),
    )

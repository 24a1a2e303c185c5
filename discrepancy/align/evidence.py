"""What speaks for and against two quantities measuring one thing. Never how close their figures are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.align.weights import WEIGHTS
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import happens_to_people, is_closing, is_people, is_state, verb_concept
from discrepancy.model import Fact, FactRole, QuantityKind, TimeFrame

_MOVES = frozenset({"rise", "raise", "fall", "cut", "reach", "total", "bring", "expand", "take"})
"""Concepts of verbs that lead to a level: "is 350,000" and "brings it to 350,000" say one kind of thing."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The likenesses of a pair, 0..1: of the sentences and of the few words right around the figures."""

    sentence: float
    window: float


def dimension(fact: Fact) -> str:
    """What may be held against what: counts, money, shares with points, and measures in any unit, durations."""
    q = fact.quantity
    if q.kind in {QuantityKind.SHARE, QuantityKind.POINTS}:
        return "share"
    return q.kind.value


def vetoed(a: Fact, b: Fact) -> bool:
    """Whether two quantities can not measure one thing, whatever else speaks for it."""
    if dimension(a) != dimension(b) or TimeFrame.SUPPOSED in {a.time, b.time}:
        return True
    if a.role is not b.role and {a.role, b.role} & {FactRole.CHANGE, FactRole.BASE}:
        return True
    if a.quantity.increment != b.quantity.increment:
        return True
    if _strangers(a, b) or _elsewhere(a, b) or _of_others(a, b):
        return True
    if a.mention.document == b.mention.document:
        return _apart_at_home(a, b)
    return False


def _strangers(a: Fact, b: Fact) -> bool:
    """Whether both name an owner, and neither name holds the other ("Acme", "Acme Logistics")."""
    left, right = set(a.subject.owner.split()), set(b.subject.owner.split())
    return bool(left and right) and not (left <= right or right <= left)


def _elsewhere(a: Fact, b: Fact) -> bool:
    """Whether both name places, none of them in common, and neither is of the other's place."""
    left, right = set(a.subject.places) - _COMMON, set(b.subject.places) - _COMMON
    return bool(left and right) and not (left & right or left & _home(b) or right & _home(a))


def _of_others(a: Fact, b: Fact) -> bool:
    """Whether the two plainly count different things: other people, another dimension, another fate or span of time."""
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    for names in (words("some_people"), words("measuring_adjectives")):
        if left & names != right & names:
            return True
    if _another_share(a, b) or {m for m in left if m.startswith("and ")} != {m for m in right if m.startswith("and ")}:
        return True
    if is_closing(a.subject.verb) != is_closing(b.subject.verb) and a.subject.concept == "share":
        return True
    doing = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)}
    people = is_people(a.subject.head) and is_people(b.subject.head)
    if people and len(doing) == 2 and not _told_alike(a.subject.verb, b.subject.verb):
        return True
    fates = {happens_to_people(a.subject.verb), happens_to_people(b.subject.verb)} - {""}
    spans = {f.when.value for f in (a, b) if f.when is not None and _SPAN.match(f.when.value)}
    return len(fates) == 2 or len(spans) == 2 or _of_longer_time(a, b)


def _of_longer_time(a: Fact, b: Fact) -> bool:
    """Whether one is of a far longer time than the other: the year's revenue and the quarter's."""
    lengths = [(f.when.last - f.when.first).days + 1 for f in (a, b) if f.when and f.when.first and f.when.last]
    return len(lengths) == 2 and max(lengths) >= _MONTHS and max(lengths) > 2 * min(lengths)


_MONTHS = 60
"""Days from which on a span is one that figures are summed over."""


def _another_share(a: Fact, b: Fact) -> bool:
    """Whether one counts a whole and the other a part of it, or the two count parts by what they do."""
    left, right = ({"part", "whole"} & set(f.subject.modifiers) for f in (a, b))
    if "whole" in left | right:
        other = b if "whole" in left else a
        return left != right and ("part" in left | right or not is_state(other.subject.verb))
    return bool(left | right) and verb_concept(a.subject.verb) != verb_concept(b.subject.verb)


_SPAN = re.compile(r"P[0-9X]")
"""TimeML values of a length of time ("P3Y"), not of a reference (PAST_REF)."""
_COMMON = frozenset({"border", "capital", "coast"})
"""Places that are not names, and may be part of any place named."""


def _apart_at_home(a: Fact, b: Fact) -> bool:
    """Within one document two figures are two measures, unless they count one kind of thing of one owner."""
    if a.mention.block is not b.mention.block and a.subject.concept == b.subject.concept:
        return False
    if a.sentence == b.sentence or not a.subject.concept or a.subject.concept != b.subject.concept:
        return True
    if a.attribution and b.attribution and a.attribution.speaker != b.attribution.speaker:
        return a.role is not b.role
    if a.role is not FactRole.LEVEL or a.subject.modifiers != b.subject.modifiers:
        return True
    return not (_home(a) & _home(b))


def weigh(a: Fact, b: Fact, alike: Alike, *, lonely: bool) -> list[tuple[str, float]]:
    """The evidence found on a pair that is not vetoed, each with its weight.

    Args:
        a: one quantity.
        b: the other.
        alike: how alike their surroundings are.
        lonely: whether each is the only figure of its concept and dimension in its document.
    """
    found = [(name, WEIGHTS[name]) for name in _named(a, b)]
    found.append(("sentence", WEIGHTS["sentence"] * alike.sentence))
    found.append(("window", WEIGHTS["window"] * alike.window))
    if lonely and a.subject.concept and a.subject.concept == b.subject.concept:
        found.append(("only one in both", WEIGHTS["only one in both"]))
    return found


def _named(a: Fact, b: Fact) -> Iterator[str]:
    yield from _of_heads(a, b)
    yield from _of_modifiers(a, b)
    if (a.subject.owner or b.subject.owner) and _home(a) & _home(b):
        yield "same owner"
    verbs = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)} - {""}
    if len(verbs) == 1 and a.subject.verb and b.subject.verb:
        yield "same verb"
    elif len(verbs) == 2 and not _told_alike(a.subject.verb, b.subject.verb):
        yield "other verb"
    yield from _of_places(a, b)
    yield from _of_times(a, b)
    rates = {a.quantity.per, b.quantity.per}
    if rates != {""}:
        yield "same rate" if len(rates) == 1 else "other rate" if "" not in rates else "same rate"
    if a.attribution and b.attribution and a.attribution.speaker == b.attribution.speaker:
        yield "same speaker"


def _told_alike(one: str, other: str) -> bool:
    """Whether two verbs only say how large a thing is, or lead to that: "has", "number", "rose to"."""
    return all(is_state(verb) or verb_concept(verb) in _MOVES for verb in (one, other))


def _home(fact: Fact) -> set[str]:
    """Whose it is, or where: a people "in Ukraine" is held to be Ukraine's."""
    return {fact.subject.owner} if fact.subject.owner else set(fact.subject.places[:1])


def _of_heads(a: Fact, b: Fact) -> Iterator[str]:
    if a.subject.head and a.subject.head == b.subject.head:
        yield "same head"
    elif a.subject.concept and a.subject.concept == b.subject.concept:
        yield "same concept"
    elif a.subject.concept and b.subject.concept:
        yield "other concept"


def _of_modifiers(a: Fact, b: Fact) -> Iterator[str]:
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    if left and left == right:
        yield "same modifiers"
    elif left & right:
        yield "some modifiers"
    elif left and right:
        yield "other modifiers"


def _of_places(a: Fact, b: Fact) -> Iterator[str]:
    left, right = set(a.subject.places), set(b.subject.places)
    if left & right:
        yield "same place"
    elif left and right and not (left & _home(b) or right & _home(a)):
        yield "other place"


def _of_times(a: Fact, b: Fact) -> Iterator[str]:
    known = {a.time, b.time} - {TimeFrame.UNKNOWN}
    if len(known) == 2 and TimeFrame.PLANNED in known:
        yield "other time frame"
    if a.when and b.when and a.when.first and b.when.first and a.when.last and b.when.last:
        apart = a.when.last < b.when.first or b.when.last < a.when.first
        yield "other date" if apart else "same event date"

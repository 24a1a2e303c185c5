"""What speaks for and against two quantities measuring one thing. Never how close their figures are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final

from discrepancy.align.surroundings import Around
from discrepancy.align.weights import BASES, WEIGHTS
from discrepancy.lexicon import words
from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.measures import (
    happens_to_people,
    is_closing,
    is_fate,
    is_people,
    is_some_people,
    is_state,
    toll_direction,
    verb_concept,
)
from discrepancy.model import Fact, FactRole, QuantityKind, TimeFrame
from discrepancy.units import dimension_of
from discrepancy.units.slips import TELLING_DIGITS, digits_of, of_same_digits, one_digit_off

Evidence = list[tuple[str, float]]
"""Names of what was found on a pair, each with what it weighs there."""

_MOVES: Final = frozenset({"rise", "raise", "fall", "cut", "reach", "total", "bring", "expand", "take"})
"""Concepts of verbs that lead to a level: "is 350,000" and "brings it to 350,000" say one kind of thing."""


def dimension(fact: Fact) -> str:
    """What may be held against what: counts, money, shares with points, measures of one dimension, durations."""
    q = fact.quantity
    if q.kind in {QuantityKind.SHARE, QuantityKind.POINTS}:
        return "share"
    return f"measure of {dimension_of(q.unit)}" if q.kind is QuantityKind.MEASURE else q.kind.value


def base(fact: Fact) -> float:
    """The score of a pair of the kind of ``fact`` on which nothing is found."""
    return BASES[fact.quantity.kind.value]


def vetoed(a: Fact, b: Fact) -> bool:
    """Whether two quantities can not measure one thing, whatever else speaks for it."""
    if any(parts(a, b) for parts in _PARTS):
        return True
    return a.mention.document == b.mention.document and _apart_at_home(a, b)


def _apart_at_home(a: Fact, b: Fact) -> bool:
    """Within one document two figures are two measures, unless they count one kind of thing of one owner."""
    if _people_do_otherwise(a, b):
        return True
    if a.mention.block is not b.mention.block and a.subject.concept == b.subject.concept:
        return False
    if a.sentence == b.sentence or not a.subject.concept or a.subject.concept != b.subject.concept:
        return True
    if a.attribution and b.attribution and a.attribution.speaker != b.attribution.speaker:
        return a.role is not b.role
    if a.role is not FactRole.LEVEL or a.subject.modifiers != b.subject.modifiers:
        return True
    return not (_home(a) & _home(b))


def weigh(a: Fact, b: Fact, around: Around, alone: Sequence[str]) -> Evidence:
    """The evidence found on a pair of one dimension, each with its weight.

    Args:
        a: one quantity.
        b: the other.
        around: what stands around them.
        alone: names of what holds of both as to how alone they stand in their documents.
    """
    found = [(name, WEIGHTS[name]) for name in (*_of_subjects(a, b), *_of_times(a, b))]
    alike = bool(a.subject.concept) and a.subject.concept == b.subject.concept
    found += [(name, WEIGHTS[name]) for name in _of_surroundings(around, alike=alike)]
    shares = zip(
        ("sentence", "window", "words", "far in the text"),
        (around.sentence, around.window, around.words, around.far),
        strict=True,
    )
    found += [(name, WEIGHTS[name] * share) for name, share in shares]
    thing = alike and not is_people(a.subject.head)
    found += [(name, WEIGHTS[name]) for name in alone if thing or name != "only one in both"]
    if alike and a.mention.document == b.mention.document:
        found.append(("twice in one text", WEIGHTS["twice in one text"]))
    if a.quantity.figure == b.quantity.figure:
        found.append(("same figure", WEIGHTS["same figure"]))
    elif _same_digits(a, b):
        found.append(("same digits", WEIGHTS["same digits"]))
    elif off := one_digit_off(a.quantity, b.quantity):
        name = "one digit off" if off >= _MANY else "one of two digits off"
        found += [(name, WEIGHTS[name])] if off > 1 else []
    return found


def two_accounts(a: Fact, b: Fact) -> bool:
    """Whether two speakers each have a figure of a like thing: of one noun or concept, or both of people."""
    if not (a.attribution and b.attribution) or a.attribution.speaker == b.attribution.speaker:
        return False
    one, other = a.subject, b.subject
    like = bool(one.concept) and (one.head == other.head or one.concept == other.concept)
    return like or any(_only_people(x.head) and is_people(y.head) for x, y in ((one, other), (other, one)))


def _same_digits(a: Fact, b: Fact) -> bool:
    """Whether two figures are made of the same digits: another scale or unit, or two digits that changed places.

    What is plainly two things has two digits in common by chance, and no slip makes "a dozen" of 120,000.
    """
    one, other = digits_of(a.quantity), digits_of(b.quantity)
    named = a.subject.concept and b.subject.concept and a.quantity.kind is QuantityKind.COUNT
    if named and a.subject.concept != b.subject.concept and len(one) < _MANY:
        return False
    if not (_in_digits(a) or _in_digits(b)):
        return False
    if one == other:
        return len(one) >= TELLING_DIGITS and _in_digits(a) and _in_digits(b)
    return len(one) > TELLING_DIGITS and sorted(one) == sorted(other)


def _in_digits(fact: Fact) -> bool:
    return any(each.isdigit() for each in fact.mention.text)


_MANY: Final = 3


# --- What is measured ---


def _of_subjects(a: Fact, b: Fact) -> Iterator[str]:
    one, other = a.subject, b.subject
    if _only_people(one.head) and _only_people(other.head):
        yield "both only people"
    elif one.head and one.head == other.head:
        yield "same head"
    elif _named_by_verb(a, b) or _named_by_verb(b, a):
        yield "same concept"
    elif not (one.concept and other.concept):
        yield "nothing named"
    else:
        yield "same concept" if one.concept == other.concept else "other concept"
    verbs = {verb_concept(one.verb), verb_concept(other.verb)} - {""}
    if len(verbs) == 1 and one.verb and other.verb:
        yield "same verb"
    elif len(verbs) == 2 and not _told_alike(one.verb, other.verb):
        yield "other verb"
    yield from _of_places(a, b)
    if bool(one.modifiers) != bool(other.modifiers):
        yield "one narrows it"
    if any(_is_small(f) for f in (a, b)):
        yield "small figure"
    if a.quantity.unit == b.quantity.unit and a.quantity.kind is not QuantityKind.COUNT:
        yield "same unit"


def _of_places(a: Fact, b: Fact) -> Iterator[str]:
    if bool(a.subject.places) != bool(b.subject.places):
        yield "one names a place"
    elif all(_other_places(a, b)):
        yield "other places"
    if _of_one_place(a, b):
        yield "one of a place alone"


def _named_by_verb(a: Fact, b: Fact) -> bool:
    """Whether the verb of the one names what the noun of the other does: "fined 4.8 million", "a fine of 8.4"."""
    named = happens_to_people(_MISREAD.get(a.subject.verb, a.subject.verb))
    return a.quantity.kind is not QuantityKind.COUNT and not a.subject.head and named == b.subject.concept != ""


_MISREAD: Final = {"fin": "fine"}
"""Lemmas that the engine makes of a participle, and the verb that it is of."""


def _only_people(head: str) -> bool:
    """Whether a noun says no more than that people are counted, not even which: "people", not "women"."""
    return is_people(head) and not is_some_people(head)


def _is_small(fact: Fact) -> bool:
    """Whether a figure is a small whole number: a text has many of them, of parts of this and that."""
    return fact.quantity.low == int(fact.quantity.low) and abs(fact.quantity.low) < _SMALL


_SMALL: Final = 13


def _told_alike(one: str, other: str) -> bool:
    """Whether two verbs only say how large a thing is, or lead to that: "has", "number", "rose to"."""
    return all(is_state(verb) or verb_concept(verb) in _MOVES for verb in (one, other))


def _home(fact: Fact) -> set[str]:
    """Whose it is, or where: a people "in Ukraine" is held to be Ukraine's."""
    return {fact.subject.owner} if fact.subject.owner else set(fact.subject.places[:1])


# --- What parts two measures ---


def _change_against_level(a: Fact, b: Fact) -> bool:
    return a.role is not b.role and bool({a.role, b.role} & {FactRole.CHANGE, FactRole.BASE})


def _other_way(a: Fact, b: Fact) -> bool:
    """Whether one tells of a rise and the other of a fall, by figures that no slip makes of one another."""
    if a.role is not b.role or a.role is not FactRole.CHANGE or of_same_digits(a.quantity, b.quantity):
        return False
    return {_way(a), _way(b)} == {"up", "down"} and a.quantity.figure != b.quantity.figure


def _way(fact: Fact) -> str:
    if fact.quantity.change in {"up", "down"}:
        return fact.quantity.change
    concept = verb_concept(fact.subject.verb)
    return "up" if concept in {"rise", "raise"} else "down" if concept in {"fall", "cut"} else ""


def _one_more(a: Fact, b: Fact) -> bool:
    return a.quantity.increment != b.quantity.increment


def _other_person(a: Fact, b: Fact) -> bool:
    """Whether two ages are not plainly one person's."""
    return a.quantity.kind is QuantityKind.AGE and not (a.subject.head and a.subject.head == b.subject.head)


def _other_fate(a: Fact, b: Fact) -> bool:
    """Whether people are counted by two things that happened to them; money that is spent and that costs is one."""
    return a.quantity.kind is QuantityKind.COUNT and len({_fate(a), _fate(b)} - {""}) == 2


def _closing_against_trading(a: Fact, b: Fact) -> bool:
    return is_closing(a.subject.verb) != is_closing(b.subject.verb) and a.subject.concept == "share"


def _other_rate(a: Fact, b: Fact) -> bool:
    return len({a.quantity.per, b.quantity.per} - {""}) == 2


def _spans(a: Fact, b: Fact) -> list[str]:
    return [f.when.value for f in (a, b) if f.when is not None and _SPAN.match(f.when.value)]


def _two_spans(a: Fact, b: Fact) -> bool:
    """Whether each is of its own span of time: of three years and of five, of nine months and of the quarter."""
    spans = _spans(a, b)
    planned = TimeFrame.PLANNED in {a.time, b.time}
    return len(set(spans)) == 2 or (len(spans) == 1 and not planned and bool(a.when and b.when))


def _fate(fact: Fact) -> str:
    """What happened to the people that are counted; empty where nothing did."""
    concept = fact.subject.concept
    return happens_to_people(fact.subject.verb) or (concept if is_fate(concept) else "")


def _strangers(a: Fact, b: Fact) -> bool:
    """Whether both name an owner, and neither name holds the other ("Acme", "Acme Logistics")."""
    left, right = set(a.subject.owner.split()), set(b.subject.owner.split())
    return bool(left and right) and not (left <= right or right <= left)


def _elsewhere(a: Fact, b: Fact) -> bool:
    """Whether both name places, and each of the one's is another place than each of the other's."""
    left, right = _other_places(a, b)
    if _COMPASS & left and _COMPASS & right:
        return True
    return bool(left and right) and all(apart(x, "", y, "") is not Apart.NO for x, y in product(left, right))


def _of_one_place(a: Fact, b: Fact) -> bool:
    """Whether just one is told of a place right beside its noun, "sales in China", and the other names none.

    Of the dead and the hurt the place is where it happened, and narrows nothing.
    """
    if toll_direction(a.subject.concept) or toll_direction(b.subject.concept):
        return False
    narrowed = ["in one place" in f.subject.modifiers for f in (a, b)]
    return narrowed[0] != narrowed[1] and not (b if narrowed[0] else a).subject.places


def _other_places(a: Fact, b: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """The places of the two where none is in common and neither is of the other's place; else none of either."""
    left, right = (frozenset(f.subject.places) - _COMMON for f in (a, b))
    return (frozenset(), frozenset()) if left & right or left & _home(b) or right & _home(a) else (left, right)


_COMPASS: Final = frozenset({"north", "south", "east", "west"})


_COMMON: Final = frozenset({"border", "capital", "coast"})
"""Places that are not names, and may be part of any place named."""


def _other_people(a: Fact, b: Fact) -> bool:
    """Whether one counts women and the other men, or one is high and the other wide, or one counts dead and hurt."""
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    counted = a.quantity.kind is QuantityKind.COUNT
    if counted and {m for m in left if m.startswith("and ")} != {m for m in right if m.startswith("and ")}:
        return True
    if left & words("some_people") != right & words("some_people"):
        return True
    along = [told & words("measuring_adjectives") for told in (left, right)]
    return all(along) and along[0] != along[1]


def _other_spell(a: Fact, b: Fact) -> bool:
    """Whether both count seasons or nights, of two doings: a trial ran over two winters, a jab lasts for one."""
    counted = a.quantity.kind is QuantityKind.COUNT
    if not counted or not {a.subject.head, b.subject.head} & words("time_nouns"):
        return False
    return verb_concept(a.subject.verb) != verb_concept(b.subject.verb)


def _one_of_others(a: Fact, b: Fact) -> bool:
    """Whether just one counts those besides some that were named: "Britain and seven other countries"."""
    return bool(_BESIDES & set(a.subject.modifiers)) != bool(_BESIDES & set(b.subject.modifiers))


_BESIDES: Final = frozenset({"other", "further", "additional", "remaining"})


def _worldwide_against_here(a: Fact, b: Fact) -> bool:
    """Whether one is told to be of all places, and the other is of one."""
    return any("worldwide" in x.subject.modifiers and y.subject.places for x, y in ((a, b), (b, a)))


def _one_votes(a: Fact, b: Fact) -> bool:
    """Whether just one counts those who voted: of the members of a union some did."""
    told = [verb_concept(fact.subject.verb) in _VOTING for fact in (a, b)]
    return a.quantity.kind is QuantityKind.COUNT and told[0] != told[1] and a.subject.concept not in _CAST


_CAST: Final = frozenset({"vote"})


def _people_do_otherwise(a: Fact, b: Fact) -> bool:
    """Whether people of one figure do one thing, and those of the other another."""
    if not (is_people(a.subject.head) and is_people(b.subject.head)):
        return False
    doing = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)}
    return len(doing) == 2 and not _told_alike(a.subject.verb, b.subject.verb)


def _another_share(a: Fact, b: Fact) -> bool:
    """Whether one counts a whole and the other a part of it, or the two count parts by what they do."""
    left, right = ({"part", "whole"} & set(f.subject.modifiers) for f in (a, b))
    if "whole" in left | right:
        if left != right and is_fate(a.subject.concept):
            return True
        other = b if "whole" in left else a
        return left != right and ("part" in left | right or not is_state(other.subject.verb))
    told = {verb_concept(a.subject.verb), verb_concept(b.subject.verb)}
    if told <= _VOTING and a.quantity.kind is QuantityKind.SHARE:
        return False
    return bool(left | right) and len(told) == 2 and not (left == right and told <= _HOLDING)


_HOLDING: Final = frozenset({"have", "take", "win", "get", "receive", "poll", "hold", "secure", "gain"})
"""Concepts of verbs that say of a part who has it: "had 52% of the vote", "took 51% of it"."""


_VOTING: Final = frozenset({"vote", "back", "approve"})
"""Concepts of verbs that say of a share of those asked that it was for a thing."""


_SPAN: Final = re.compile(r"P[0-9X]")
"""TimeML values of a length of time ("P3Y"), not of a reference (PAST_REF)."""


def _of_longer_time(a: Fact, b: Fact) -> bool:
    """Whether one is of a far longer time than the other: the year's revenue and the quarter's."""
    lengths = [(f.when.last - f.when.first).days + 1 for f in (a, b) if f.when and f.when.first and f.when.last]
    return len(lengths) == 2 and max(lengths) >= _MONTHS and max(lengths) > 2 * min(lengths)


_MONTHS: Final = 60
"""Days from which on a span is one that figures are summed over."""


_PARTS: Final[Sequence[Callable[[Fact, Fact], bool]]] = (
    _change_against_level,
    _other_way,
    _one_more,
    _strangers,
    _elsewhere,
    _other_person,
    _other_people,
    _other_spell,
    _one_votes,
    _one_of_others,
    _worldwide_against_here,
    _another_share,
    _other_fate,
    _closing_against_trading,
    _other_rate,
    _two_spans,
    _of_longer_time,
)
"""What parts two measures."""


# --- When ---


def _of_times(a: Fact, b: Fact) -> Iterator[str]:
    if len(_spans(a, b)) == 1 and (a.time is TimeFrame.PLANNED) == (b.time is TimeFrame.PLANNED):
        yield "one of a span"
    if _meet(a, b):
        yield "same event date"


def _meet(a: Fact, b: Fact) -> bool:
    """Whether both are dated, and the dates meet."""
    if not (a.when and b.when and a.when.first and b.when.first and a.when.last and b.when.last):
        return False
    return a.when.first <= b.when.last and b.when.first <= a.when.last


def of_other_times(a: Fact, b: Fact, published: tuple[dt.date | None, dt.date | None]) -> bool:
    """Whether one figure is dated long before the other, which is of the days around its publication if undated."""
    one, other = _span(a, published[0]), _span(b, published[1])
    if one is None or other is None or not (a.when or b.when):
        return False
    return one[1] < other[0] - _LONG or other[1] < one[0] - _LONG


def _span(fact: Fact, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    if fact.when is not None:
        return (fact.when.first, fact.when.last) if fact.when.first and fact.when.last else None
    if published is None or fact.time is TimeFrame.PLANNED:
        return None
    return published, published


_LONG: Final = dt.timedelta(days=60)
"""How far apart two times must be for figures of them to be two measures."""


# --- Where in the texts ---


def _of_surroundings(around: Around, *, alike: bool) -> Iterator[str]:
    if around.person:
        yield "same person in the sentence"
    if around.figure:
        yield "same figure in the sentence"
    if around.since:
        yield "one since then"
    if around.opening and alike:
        yield "both in the opening"

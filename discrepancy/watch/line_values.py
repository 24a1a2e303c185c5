"""When two versions give one and the same value of a thing, whatever words they give it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date as day
from decimal import Decimal
from itertools import combinations

from discrepancy.grammar.quoted_words import quoted_words
from discrepancy.lexicon.offices import contradict, read_office
from discrepancy.lexicon.people import is_courtesy
from discrepancy.model import (
    BlockRole,
    Date,
    Fact,
    FactKind,
    FactRole,
    Hedge,
    Name,
    Place,
    Quantity,
    Quotation,
    Verdict,
)
from discrepancy.names.compare import compare_names
from discrepancy.rules.intervals import rounds_to
from discrepancy.text.characters import fold, squeeze
from discrepancy.tracking.keys import fact_key
from discrepancy.units import convert

__all__ = ["bounds_in", "label_of", "same_value", "titles_differ", "told_in"]

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HALF = re.compile(r"\b[ap]\.?m\b|\d[ap]m|[:.]\d\d", re.IGNORECASE)
"""What says which half of the day an hour is of: "5 p.m.", "17:00", and not "five o'clock"."""
_HOURS = 12
_ABOVE = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_BELOW = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY})


def same_value(one: Fact, other: Fact) -> bool:
    """Whether two facts of one kind and one thing give the same value.

    A value in other words, in another unit, rounded, or told more or less exactly is the same one; "more than 40" and
    "fewer than 40" are two.
    """
    alike = _ALIKE.get(one.kind)
    return one.kind is other.kind and (alike is None or alike(one, other))


def told_in(facts: Sequence[Fact]) -> Fact | None:
    """The fact that tells what a version gives: of several values the one that it gives most often, else first.

    What a correction quotes as wrong, and the level that a change started from, are values of an earlier time. Of a
    person the fullest name counts: it stands once, and a surname alone after it.
    """
    now = [f for f in facts if f.mention.block is not BlockRole.CORRECTION and f.role is not FactRole.BASE]
    now = now or list(facts)
    if not now:
        return None
    if now[0].kind is FactKind.PERSON:
        return max(now, key=lambda f: (bool(f.name.given), bool(f.name.title), -now.index(f)))
    best = max(now, key=lambda f: sum(same_value(f, other) for other in now))
    in_text = (f for f in now if f.mention.block is not BlockRole.HEADLINE and same_value(f, best))
    return next(in_text, best)


def label_of(fact: Fact, *, titled: bool = False) -> str:
    """The value in the article's words; of a person with the title, where that is what ``titled`` says differs."""
    value = fact.value
    if isinstance(value, Quantity):
        return squeeze(f"{value.hedge_text} {value.text}")
    if isinstance(value, Name):
        return squeeze(f"{value.full}, {value.title}" if titled and _office(value) else value.full)
    if isinstance(value, Quotation):
        return squeeze(value.words).rstrip(",")  # the comma before "he said" is no word of the speaker's
    return squeeze(fact.mention.text)


def titles_differ(facts: Sequence[Fact]) -> bool:
    """Whether titles of one person are told that can not be held together."""
    titles = sorted({fact.name.title for fact in facts if isinstance(fact.value, Name) and _office(fact.value)})
    return any(_contradict(one, other) for one, other in combinations(titles, 2))


def bounds_in(unit: str, fact: Fact) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of a figure in ``unit``; None where it can not be told in that, or the fact is no figure."""
    if not isinstance(fact.value, Quantity):
        return None, None
    low, high = (convert(end, fact.value.unit, unit) for end in (fact.value.low, fact.value.high))
    return low, high


def _same_quantity(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    if {a.hedge in _ABOVE, b.hedge in _ABOVE} == {a.hedge in _BELOW, b.hedge in _BELOW} == {True, False}:
        return False
    low, high = bounds_in(a.unit, other)
    return (low, high) == (a.low, a.high) or (a.unit == b.unit and (rounds_to(a, b) or rounds_to(b, a)))


def _same_date(one: Fact, other: Fact) -> bool:
    a, b = one.date, other.date
    if fact_key(a) == fact_key(b) or fold(one.mention.text) == fold(other.mention.text):
        return True  # the hour of a day that was moved is still the hour
    if (x := _CLOCK.search(a.value)) and (y := _CLOCK.search(b.value)):
        halves = all(_HALF.search(fact.mention.text) for fact in (one, other))
        return a.value == b.value or (not halves and _on_a_dial(x) == _on_a_dial(y))
    spans = _days(a), _days(b)
    return any(_covers(x, y) for x, y in (spans, spans[::-1]))


def _on_a_dial(clock: re.Match[str]) -> tuple[str, int, int]:
    """The day, and where the hands of a clock stand."""
    return clock.string[: clock.start()], int(clock[1]) % _HOURS, int(clock[2])


def _days(date: Date) -> tuple[day, day] | None:
    return (date.first, date.last) if date.first and date.last else None


def _covers(wide: tuple[day, day] | None, narrow: tuple[day, day] | None) -> bool:
    """Whether one date is the other told less exactly: "in June", "on June 10"."""
    return wide is not None and narrow is not None and wide[0] <= narrow[0] and narrow[1] <= wide[1]


def _same_person(one: Fact, other: Fact) -> bool:
    a, b = one.name, other.name
    if _office(a) and _office(b) and _contradict(a.title, b.title):
        return False
    if fold(a.full) == fold(b.full) or not (a.given and b.given):
        return True
    match = compare_names(a.full, b.full)
    return match.verdict is not Verdict.DIFFERENT and not match.spelling_differs


def _contradict(one: str, other: str) -> bool:
    return contradict(read_office(one), read_office(other))


def _office(name: Name) -> bool:
    return bool(name.title) and not is_courtesy(name.title)


def _same_quotation(one: Fact, other: Fact) -> bool:
    """Whether one holds all words of the other, in order: to quote less of what was said changes no word of it."""
    a, b = sorted((quoted_words(one.mention.text), quoted_words(other.mention.text)), key=len)
    rest = iter(b)
    return all(word in rest for word in a)


def _same_place(one: Fact, other: Fact) -> bool:
    a, b = (_place(fact.place) for fact in (one, other))
    return a[1:] == b[1:] and (set(a[0]) <= set(b[0]) or set(b[0]) <= set(a[0]))


def _place(place: Place) -> tuple[Sequence[str], str]:
    """The words of its name, and what tells a spot beside it from one in it."""
    name = fold(place.name).split()
    return name, fact_key(Place(name="", relation=place.relation, direction=place.direction))


_ALIKE: dict[FactKind, Callable[[Fact, Fact], bool]] = {
    FactKind.QUANTITY: _same_quantity,
    FactKind.DATE: _same_date,
    FactKind.PERSON: _same_person,
    FactKind.QUOTATION: _same_quotation,
    FactKind.PLACE: _same_place,
}
"""A kind that is not here has one value for each thing: an organisation under its name or its abbreviation."""

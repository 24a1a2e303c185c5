"""Whether two facts give one and the same value: in other words, other units, rounded, hedged, or as an extract.

An edit of style changes how a value is written, and none of that is a change of the fact. What a hedge leaves room for
("about 40", "43") is none either, unless both carry the same hedge and another figure.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from rapidfuzz.distance import OSA

from discrepancy.grammar.quoted_words import is_extract_of
from discrepancy.lexicon.places import country_of, place_key
from discrepancy.model import Date, Fact, FactKind, Hedge, Quantity, Story, Verdict
from discrepancy.names import compare_names
from discrepancy.rules.intervals import overlap, rounds_to
from discrepancy.rules.reconcilers.later_update import toll_of
from discrepancy.rules.same_wording import names_of
from discrepancy.text.characters import fold
from discrepancy.units.convert import convert

__all__ = ["same_value"]

_ABOVE: Final = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_BELOW: Final = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})
_PRECISE: Final = Decimal("0.005")
"""Share of a value by which it may differ from the same one in another unit: both are rounded as people do."""
_FITS: Final = Decimal("0.1")
"""Share of a value by which one with a bound ("more than 80") and one without ("87") differ at most, to be one."""
_COUNTED: Final = 50
"""Below this each one of a count that goes on is counted."""
_CLOCK: Final = re.compile(r"T(\d\d):(\d\d)$")
_HALF_A_DAY: Final = 12 * 60
"""Minutes: "three o'clock" is 3 a.m. or 3 p.m."""
_ROUNDED: Final = 10
"""Minutes by which hours differ at the least, to be two."""
_HOURS_AND: Final = re.compile(r"\bhours?,?(?: and)? $", re.IGNORECASE)
_NEAR: Final = 20
_INITIALS: Final = 2
_ARTICLE: Final = re.compile(r"^(?:the|a|an) ")


def same_value(before: Fact, after: Fact, story: Story) -> bool:
    """Whether two facts of one kind give the same value, as far as a reader is concerned."""
    if fold(before.mention.text) == fold(after.mention.text) and before.kind is not FactKind.QUANTITY:
        return True
    if before.kind is FactKind.QUANTITY:
        if any(_is_rest_of_hours(fact, story) for fact in (before, after)):
            return True
        goes_on = bool(toll_of(before, story) and toll_of(after, story))
        return _same_quantity(before.quantity, after.quantity, goes_on=goes_on)
    if before.kind is FactKind.DATE:
        return _same_date(before.date, after.date)
    if before.kind is FactKind.PERSON:
        return _same_person(before, after)
    if before.kind is FactKind.QUOTATION:
        one, other = names_of(story).agreed(before.quotation.words, after.quotation.words)
        return is_extract_of(one, other) or is_extract_of(other, one)
    return _same_name(_name(before), _name(after))


def _is_rest_of_hours(fact: Fact, story: Story) -> bool:
    """Whether a figure is the minutes of a length in hours and minutes, which is not read as a whole."""
    text = story.document[fact.mention.document].text
    return _HOURS_AND.search(text, max(0, fact.mention.start - _NEAR), fact.mention.start) is not None


def _same_quantity(one: Quantity, other: Quantity, *, goes_on: bool) -> bool:
    turned = (one.hedge in _ABOVE and other.hedge in _BELOW) or (one.hedge in _BELOW and other.hedge in _ABOVE)
    if (one.low, one.high) == (other.low, other.high):
        return not turned
    if one.unit != other.unit:
        return _same_in_other_unit(one, other)
    if rounds_to(one, other) or rounds_to(other, one):
        return True
    if (one.hedge is other.hedge) or turned:
        return False
    if {one.hedge, other.hedge} & (_ABOVE | _BELOW):
        most = max(abs(one.low), abs(other.low))
        if (goes_on and most < _COUNTED) or abs(one.low - other.low) > most * _FITS:
            return False  # a toll of "at least 14" that is 15 now has grown
    return overlap(one, other)


def _same_in_other_unit(one: Quantity, other: Quantity) -> bool:
    low, high = (convert(value, one.unit, other.unit) for value in (one.low, one.high))
    if low is None or high is None:
        return False
    return all(abs(a - b) <= abs(b) * _PRECISE for a, b in ((low, other.low), (high, other.high)))


def _same_date(one: Date, other: Date) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one.value == other.value or not (one.value and other.value)
    clocks = _CLOCK.search(one.value), _CLOCK.search(other.value)
    if clocks[0] and clocks[1]:
        apart = abs(_minutes(clocks[0]) - _minutes(clocks[1])) % _HALF_A_DAY
        if min(apart, _HALF_A_DAY - apart) >= _ROUNDED:
            return False
    return one.first <= other.last and other.first <= one.last


def _minutes(clock: re.Match[str]) -> int:
    return int(clock[1]) * 60 + int(clock[2])


def _same_person(before: Fact, after: Fact) -> bool:
    if before.subject.head != after.subject.head:
        return False
    given = [name.given[0].rstrip(".") for name in (before.name, after.name) if name.given]
    if len(given) == 2 and _is_one_letter_off(*map(fold, given)):
        return False  # "Ted" and "Ned" may be short for one name, and one is a slip of the other
    match = compare_names(before.name.full, after.name.full)
    return match.verdict is not Verdict.DIFFERENT and not match.spelling_differs


def _is_one_letter_off(one: str, other: str) -> bool:
    return one != other and min(len(one), len(other)) > _INITIALS and OSA.distance(one, other) == 1


def _name(fact: Fact) -> str:
    return fact.place.name if fact.kind is FactKind.PLACE else fact.organisation.name


def _same_name(one: str, other: str) -> bool:
    """Whether two names of places or bodies may be one's: a part of the other, its letters, or one country's."""
    a, b = (_ARTICLE.sub("", fold(name)) for name in (one, other))
    if a == b or place_key(one) == place_key(other) or set(a.split()) & set(b.split()):
        return True
    if country_of(one) and country_of(one) == country_of(other):
        return True
    return any("".join(word[0] for word in long.split()) == short.replace(" ", "") for long, short in ((a, b), (b, a)))

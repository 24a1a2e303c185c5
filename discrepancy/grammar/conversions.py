"""Quantities that lean on a neighbour: conversions in brackets, cents of a named currency, a unit said once."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from discrepancy.grammar.drafts import ONE, Draft
from discrepancy.grammar.nouns import read_rate
from discrepancy.model import Hedge, QuantityKind

__all__ = ["tie"]

_OPENING = re.compile(
    r"(?:[- ](?:wide|long|high|deep|tall|heavy|a \w+|per \w+))? ?[(\[]"
    r"(?:or |about |some |roughly |around |approximately |nearly |£|\$|~)? ?"
)
_NEXT_IN_BRACKET = re.compile(r" ?(?:[/;,]|or) ?")
_HUNDRED = Decimal(100)
_MILLION = 1_000_000
_SUSPENDED = frozenset({"-, ", "- and ", "- or ", "- to ", "-, and ", "-and "})
_OF = re.compile(r" of (?:the|its|their|a total)(?: [a-z]+)? $| of $")
_COMPARED = re.compile(r",? (?:(?:up|down) )?(?:from|against|versus|compared with|compared to|and|or|rather than) ")
_AGAINST = re.compile(r",? (?:(?:up|down) )?(?:from|against|compared with|compared to) ")
_TO = re.compile(r"(?: [a-z]+){0,2} to ")


def tie(text: str, drafts: list[Draft]) -> None:
    """Tie conversions to what they convert, read cents by the sentence's currency, and share units said once."""
    # From the right, so that a row of them all take the last one's word.
    for second, first in pairwise(reversed(drafts)):
        if second.start - first.end <= 9 and text[first.end : second.start] in _SUSPENDED:
            _suspend(first, second)
    for first, second in pairwise(drafts):
        gap = second.start - first.end
        if gap > 40:
            continue
        between = text[first.end : second.start]
        _settle_degrees(first, second, between)
        if _converts(first, second, between):
            second.converts = first.start if first.converts < 0 else first.converts
            _inherit(text, first, second)
        elif not first.noun and not second.noun:
            _share_unit(text, first, second, between)
    _cents(text, drafts)


def _settle_degrees(first: Draft, second: Draft, between: str) -> None:
    """ "124 degrees (51 Celsius)" has degrees of the other scale before the bracket."""
    if first.unit == "degree" and second.unit in _OTHER_SCALE and _OPENING.fullmatch(between):
        first.unit, first.dimension = _OTHER_SCALE[second.unit], second.dimension


_OTHER_SCALE = {"celsius": "fahrenheit", "fahrenheit": "celsius"}


def _inherit(text: str, first: Draft, second: Draft) -> None:
    """What is said of a quantity holds of its conversion: hedge, change, and the rate told after the bracket."""
    if second.hedge is Hedge.NONE:
        second.hedge, second.hedge_text = first.hedge, first.hedge_text
    second.change = second.change or first.change
    if not first.per and text[second.end : second.end + 1] == ")":
        read_rate(text, first, second.end + 1)
        second.per = second.per or first.per


def _suspend(first: Draft, second: Draft) -> None:
    """ "four-, five- and six-cylinder engines": the counted word or the unit comes once, at the end."""
    if not first.unit and not first.noun:
        first.noun = second.noun
        if second.unit:
            _take(first, second)


def _converts(first: Draft, second: Draft, between: str) -> bool:
    if second.kind not in (QuantityKind.MEASURE, QuantityKind.MONEY):
        return False
    if _OPENING.fullmatch(between):
        if second.kind is QuantityKind.MONEY:
            return (first.kind is QuantityKind.MONEY and first.unit != second.unit) or not (first.unit or first.noun)
        return first.kind is QuantityKind.MEASURE and first.dimension == second.dimension and first.unit != second.unit
    return (
        first.converts >= 0
        and first.kind is second.kind
        and first.dimension == second.dimension
        and first.unit != second.unit
        and _NEXT_IN_BRACKET.fullmatch(between) is not None
    )


def _share_unit(text: str, first: Draft, second: Draft, between: str) -> None:
    """ "280 million of the 1.5 billion shekels", "from 21 mpg combined to 23", "from 24.2 to 33-35 billion"."""
    if not first.unit and second.unit and (_OF.fullmatch(between) or between in (" or even ", " or ")):
        _take(first, second)
    elif first.unit and not second.unit and _goes_on(first, second, between):
        _take(second, first)
    elif _TO.fullmatch(between) and "from" in text[max(0, first.start - 24) : first.start].lower().split()[-2:]:
        if second.scale > ONE and first.scale == ONE and first.low < second.low / second.scale:
            first.low, first.high = first.low * second.scale, first.high * second.scale
            first.step *= second.scale
        if second.unit and not first.unit:
            _take(first, second)
        elif first.unit and not second.unit:
            _take(second, first)


def _goes_on(first: Draft, second: Draft, between: str) -> bool:
    """ "2.41 billion euros from 2.23 billion", "increased by 2 per cent, the other by 1"."""
    if first.kind is QuantityKind.MONEY:
        if first.step < ONE and second.step < ONE and second.scale == ONE:
            return _AGAINST.fullmatch(between) is not None  # "to 1.14 dollars from 1.13"
        return second.scale >= _MILLION and _COMPARED.fullmatch(between) is not None
    return first.kind is QuantityKind.SHARE and bool(second.change and first.change)


def _take(taker: Draft, giver: Draft) -> None:
    taker.unit, taker.kind, taker.dimension = giver.unit, giver.kind, giver.dimension


def _cents(text: str, drafts: list[Draft]) -> None:
    """Give bare cents the one currency that their sentence names, in its whole unit."""
    for place, draft in enumerate(drafts):
        if draft.unit != "cent":
            continue
        near = {
            other.unit
            for other in drafts[max(0, place - 4) : place + 5]
            if other.kind is QuantityKind.MONEY and other.unit != "cent" and _same_sentence(text, draft, other)
        }
        if len(near) == 1 and (unit := near.pop()) not in ("GBP", "JPY"):
            draft.unit = unit
            draft.low, draft.high, draft.step = draft.low / _HUNDRED, draft.high / _HUNDRED, draft.step / _HUNDRED


def _same_sentence(text: str, one: Draft, other: Draft) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    if second.start - first.end > 200:
        return False
    between = text[first.end : second.start]
    return "\n" not in between and ". " not in between

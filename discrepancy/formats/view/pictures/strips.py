"""A strip: the values of a finding on one scale, each with the interval and the room that its words leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from babel.dates import format_skeleton

from discrepancy.formats.view.figures import figure_words, unit_words
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.pictures.drawn import Lane, Strip, Tick
from discrepancy.formats.view.pictures.measured import Measured
from discrepancy.formats.view.pictures.scales import Scale, day_scale, has_zero, scale_of
from discrepancy.formats.words import Words
from discrepancy.messages import locale_of
from discrepancy.model import Date, Finding, Hedge, QuantityKind, ValueGroup

__all__ = ["day_strip", "figure_strip"]

_ABOVE = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
_BELOW = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})
_EXCLUDED = frozenset({Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.NEARLY})
_PAIR = 2


def figure_strip(values: Sequence[Measured], words: Words) -> Strip | None:
    """The strip of figures of one unit; None where it would show one spot, or no more than the figures do."""
    numbers = [end for each in values for end in _extent(each)]
    if len(values) < _PAIR or len({_extent(each) for each in values}) < _PAIR or not _tells(values, numbers):
        return None
    scale = scale_of(numbers)
    lanes = tuple(_lane(each, scale, words) for each in values)
    first = values[0]
    unit = unit_words(first.quantity.kind, first.unit, words)
    ticks = tuple(Tick(scale.place(number), figure_words(number, words, first.quantity.kind)) for number in scale.ticks)
    factor = words.number(scale.factor) if scale.factor else ""
    told = _told(lanes, ticks[0].label, f"{ticks[-1].label} {unit}".rstrip(), words)
    return Strip(lanes=lanes, ticks=ticks, unit=unit, factor=factor, told=told)


def _tells(values: Sequence[Measured], numbers: Sequence[Decimal]) -> bool:
    """Whether there is more to see than two bare figures of one unit side by side, or one figure and its room.

    Two ages are told by themselves.
    """
    hedged = sum(each.least != each.most or each.low != each.high for each in values)
    if len({(each.low, each.high) for each in values}) < _PAIR:
        return hedged >= _PAIR
    one_unit = len({each.quantity.unit for each in values}) == 1
    apart = has_zero(numbers) and values[0].quantity.kind is not QuantityKind.AGE
    return bool(hedged) or not one_unit or len(values) > _PAIR or apart


def _extent(value: Measured) -> tuple[Decimal, Decimal]:
    """From where to where a value is drawn; what is open goes to the end of the scale, wherever that is."""
    if value.quantity.hedge in _ABOVE | _BELOW:
        return value.low, value.high
    return value.least, value.most


def _lane(value: Measured, scale: Scale, words: Words) -> Lane:
    hedge = value.quantity.hedge
    least, most = _extent(value)
    return Lane(
        letter=value.letter,
        label=words.label(value.value),
        low=scale.place(value.low),
        high=scale.place(value.high),
        least=scale.place(least),
        most=scale.place(most),
        opens_below=hedge in _BELOW,
        opens_above=hedge in _ABOVE,
        excluded=hedge in _EXCLUDED,
    )


def day_strip(index: Index, finding: Finding, given: Mapping[str, str], words: Words) -> Strip | None:
    """The strip of days and spans of days; None where a value is none, or where all are one."""
    spans = [_days(index, value) for value in finding.values]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans) or not _days_tell(known):
        return None
    days = [day for span in known for day in (span.first, span.last) if day]
    scale = day_scale(days)
    lanes = tuple(
        _day_lane(given[value.label], words.label(value), span, scale)
        for value, span in zip(finding.values, known, strict=True)
    )
    ends = min(days), max(days)
    ticks = tuple(
        Tick(scale.place(Decimal(day.toordinal())), _short(day, words, one_year=ends[0].year == ends[1].year))
        for day in ends
    )
    low, high = (words.date(day) for day in ends)
    return Strip(lanes=lanes, ticks=ticks, unit="", factor="", told=_told(lanes, low, high, words))


def _days_tell(spans: Sequence[Date]) -> bool:
    """Whether there is more to see than that two days are two: three of them, or a span beside a day within it."""
    placed = sorted({(span.first, span.last) for span in spans if span.first and span.last})
    overlap = any(later[0] <= earlier[1] for earlier, later in pairwise(placed))
    return len(placed) > _PAIR or (len(placed) == _PAIR and overlap)


def _short(day: dt.date, words: Words, *, one_year: bool) -> str:
    """A day of a year that all share, else its month and year: what two of stand side by side on a narrow screen."""
    skeleton = "MMMd" if one_year else "yMMM"
    return str(format_skeleton(skeleton, day, locale=locale_of(words.language)))


def _days(index: Index, value: ValueGroup) -> Date | None:
    """The day or span of days that all mentions of a value mean."""
    dates = [
        fact.value for mention in value.mentions for fact in index.facts_at(mention) if isinstance(fact.value, Date)
    ]
    placed = {(date.first, date.last) for date in dates}
    first = dates[0] if dates else None
    return first if first and first.first and first.last and len(placed) == 1 else None


def _day_lane(letter: str, label: str, span: Date, scale: Scale) -> Lane:
    low, high = (scale.place(Decimal(day.toordinal())) for day in (span.first, span.last) if day)
    return Lane(letter=letter, label=label, low=low, high=high, least=low, most=high)


def _told(lanes: Sequence[Lane], low: str, high: str, words: Words) -> str:
    values = "; ".join(words("strip.value", letter=lane.letter, value=lane.label) for lane in lanes)
    return words("strip.told", values=values, low=low, high=high)

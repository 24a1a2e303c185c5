"""What parts two measures by when and over how long they are taken."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from discrepancy.model import Fact, TimeFrame


def spans_of(a: Fact, b: Fact) -> list[str]:
    """The lengths of time that the figures are of, where they are of one."""
    return [f.when.value for f in (a, b) if f.when is not None and _SPAN.match(f.when.value)]


def two_spans(a: Fact, b: Fact) -> bool:
    """Whether each is of its own span of time: of three years and of five, of nine months and of the quarter."""
    spans = spans_of(a, b)
    planned = TimeFrame.PLANNED in {a.time, b.time}
    return len(set(spans)) == 2 or (len(spans) == 1 and not planned and bool(a.when and b.when))


_SPAN: Final = re.compile(r"P[0-9X]")
"""TimeML values of a length of time ("P3Y"), not of a reference (PAST_REF)."""


def of_longer_time(a: Fact, b: Fact) -> bool:
    """Whether one is of a far longer time than the other: the year's revenue and the quarter's."""
    lengths = [(f.when.last - f.when.first).days + 1 for f in (a, b) if f.when and f.when.first and f.when.last]
    return len(lengths) == 2 and max(lengths) >= _MONTHS and max(lengths) > 2 * min(lengths)


_MONTHS: Final = 60
"""Days from which on a span is one that figures are summed over."""


def of_other_times(a: Fact, b: Fact, published: tuple[dt.date | None, dt.date | None]) -> bool:
    """Whether one figure is dated long before the other, which is of the days around its publication if undated."""
    one, other = _span(a, published[0]), _span(b, published[1])
    if one is None or other is None or not (a.when or b.when):
        return False
    return other[0] - one[1] > _LONG or one[0] - other[1] > _LONG  # a day before the first there is none


def _span(fact: Fact, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    if fact.when is not None:
        return (fact.when.first, fact.when.last) if fact.when.first and fact.when.last else None
    if published is None or fact.time is TimeFrame.PLANNED:
        return None
    return published, published


_LONG: Final = dt.timedelta(days=60)
"""How far apart two times must be for figures of them to be two measures."""

"""Finds dates and times in running text and reads them as TimeML values: no language engine, one pass, linear time.

The text is cut into tokens with a one-letter code each (:mod:`.tokens`); the rules are regular expressions over those
codes with a function that reads what they match (:mod:`.absolute`, :mod:`.weekdays`, :mod:`.years`, :mod:`.relative`,
:mod:`.spans`, :mod:`.clock`). What a rule may look at beside its match is in :mod:`.context`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from discrepancy.grammar.dates import absolute, clock, relative, spans, weekdays, years
from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.rules import Rule
from discrepancy.grammar.dates.tokens import Tokens, tokenise
from discrepancy.model import Date

__all__ = ["find_dates"]

_RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *absolute.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *spans.RULES,
    *years.RULES,
)
_BY_START: Final[dict[str, tuple[Rule, ...]]] = {
    code: tuple(rule for rule in _RULES if code in rule.starts)
    for code in sorted({c for r in _RULES for c in r.starts})
}
_INTERESTING: Final = re.compile(
    # "the" and "a" begin a date only before words of dates: most of them are passed over without trying a rule.
    "[" + re.escape("".join(code for code in _BY_START if code not in "TA")) + r"]|[TA](?=[^x.,()|;$'fi&])"
)


def find_dates(
    text: str, *, published: dt.date | dt.datetime | None = None, day_first: bool | None = None
) -> list[Date]:
    """Find every date, time, duration and recurring time in ``text``.

    Args:
        text: any string.
        published: when it was published; what "Tuesday" or "last week" is told against. Without it such expressions
            have an open value ("XXXX-WXX-2") or an empty one, and no days.
        day_first: whether 03/04/2022 is the third of April; None: told by the text's own dates where one can be
            read in only one way (25/12/2021), else left open, with days that span both readings.

    Returns:
        Dates in order, not overlapping; ``text[d.start:d.end] == d.text`` for each.

    Source:
        TimeML annotation guidelines 1.2.1 and the TIDES 2005 standard; docs/dates.md lists every form.
    """
    tokens = tokenise(text)
    day = published.date() if isinstance(published, dt.datetime) else published
    context = Context(tokens, day, _order_in(tokens) if day_first is None else day_first)
    _read(context)
    return [_as_date(tokens, found) for found in clock.join(tokens, context.found)]


def _read(context: Context) -> None:
    codes, position = context.tokens.codes, 0
    while (start := _INTERESTING.search(codes, position)) is not None:
        position = start.start()
        found = _first_that_reads(context, position)
        if found is None:
            position += 1
        else:
            context.found.append(found)
            position = max(found.end, position + 1)


def _first_that_reads(context: Context, position: int) -> Found | None:
    codes = context.tokens.codes
    for rule in _BY_START[codes[position]]:
        match = rule.pattern.match(codes, position)
        if match is not None and (found := rule.read(context, match)) is not None:
            return found
    return None


def _order_in(tokens: Tokens) -> bool | None:
    """The order that the text's own unambiguous dates show; None where they show none, or both."""
    orders = set()
    for index, code in enumerate(tokens.codes):
        if code == "/" and "/" in tokens.word(index):
            one, two = (int(part) for part in tokens.word(index).split("/")[:2])
            if (one > 12) != (two > 12):
                orders.add(one > 12)
    return orders.pop() if len(orders) == 1 else None


def _as_date(tokens: Tokens, found: Found) -> Date:
    start, end, value = tokens.starts[found.start], tokens.ends[found.end - 1], found.value
    return Date(
        start=start,
        end=end,
        text=tokens.text[start:end],
        value=value.value,
        first=value.first,
        last=value.last,
        relative=value.relative,
        type=value.type,
    )

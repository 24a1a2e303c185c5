"""Finds dates and times in running text and reads them as TimeML values: no language engine, one pass, linear time.

The text is cut into tokens with a one-letter code each (:mod:`.tokens`); the rules are regular expressions over those
codes with a function that reads what they match (:mod:`.absolute`, :mod:`.weekdays`, :mod:`.weeks`, :mod:`.years`,
:mod:`.relative`, :mod:`.spans`, :mod:`.clock`). What a rule may look at beside its match is in :mod:`.context`.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, NamedTuple

from discrepancy.documents import day_of
from discrepancy.grammar.dates import absolute, anchored, clock, relative, spans, weekdays, weeks, years
from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.rules import Rule
from discrepancy.grammar.dates.tokens import Tokens, tokenise
from discrepancy.grammar.dates.widening import widen
from discrepancy.model import Date

__all__ = ["find_dates"]

_RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *absolute.RULES,
    *weeks.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *spans.RULES,
    *years.RULES,
)

# A date takes several times what a word that is none does. News has one in 300 characters, and no story has
# thousands: where a text has more, and denser ones, it is a table, and what goes beyond is left alone in stretches.
_ANY_TEXT: Final = 3000
"""So many dates are read in a text of any kind."""
_SPARSE: Final = 50
"""Beyond those, one for so many characters of the text up to there."""
_AT_ONCE: Final = 50
"""As many dates' room is left before the reading goes on, so that neighbours are read together."""

_GROUP_NAME: Final = re.compile(r"\(\?P<\w+>")


class _OfCode(NamedTuple):
    """The rules that start with one code, and a pattern that matches where any of them does.

    That is asked once, before the rules in turn: most of the words that could begin a date begin none.
    """

    rules: tuple[Rule, ...]
    any_of: re.Pattern[str]


@dataclass(frozen=True)
class _Table:
    """Rules by the code that they start with, and where one may start."""

    by_start: dict[str, tuple[Rule, ...]]
    interesting: re.Pattern[str]
    _seen: dict[str, _OfCode] = field(default_factory=dict)

    def of(self, code: str) -> _OfCode:
        """The rules that start with ``code``: made when a text first has it, since most texts have few of them."""
        if code not in self._seen:
            rules = self.by_start[code]
            self._seen[code] = _OfCode(rules, re.compile("|".join(map(_unnamed, rules))))
        return self._seen[code]


@cache
def _table(*, timeml: bool) -> _Table:
    """The table of the rules of facts, or of all that TimeML marks."""
    rules = (*anchored.RULES, *_RULES) if timeml else _RULES
    unread = "|" if timeml else "x.,()|;$2#"  # a figure before one of these codes is passed over
    codes = sorted({code for rule in rules for code in rule.starts})
    return _Table(
        {code: tuple(rule for rule in rules if code in rule.starts) for code in codes},
        # "the", "a" and figures begin a date only before words of dates: most are passed over without trying a rule.
        re.compile(
            "[" + re.escape("".join(c for c in codes if c not in "TA2#")) + "]"
            rf"|[TA](?=[^x.,()|;$'fi&])|[2#](?!$|[{unread}])"
        ),
    )


def _unnamed(rule: Rule) -> str:
    """The rule's pattern with its groups' names, which may stand only once in a pattern, taken out."""
    return f"(?:{_GROUP_NAME.sub('(?:', rule.source)})"


def find_dates(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    day_first: bool | None = None,
    timeml: bool = False,
) -> list[Date]:
    """Find every date, time, duration and recurring time in ``text``.

    Args:
        text: any string.
        published: when it was published; what "Tuesday" or "last week" is told against. Without it such expressions
            have an open value ("XXXX-WXX-2") or an empty one, and no days.
        day_first: whether 03/04/2022 is the third of April; None: told by the text's own dates where one can be
            read in only one way (25/12/2021), else left open, with days that span both readings.
        timeml: whether to mark as TimeML does what is no date of a fact: ages as durations, and times told from
            another time of the text ("two days later"), guessed where the text leaves that open.

    Returns:
        Dates in order, not overlapping; ``text[d.start:d.end] == d.text`` for each.

    Source:
        TimeML annotation guidelines 1.2.1 and the TIDES 2005 standard; docs/dates.md lists every form.
    """
    tokens = tokenise(text)
    context = Context(tokens, day_of(published), _order_in(tokens) if day_first is None else day_first, timeml)
    _read(context)
    return [_as_date(tokens, found, timeml=timeml) for found in widen(tokens, clock.join(tokens, context.found))]


def _read(context: Context) -> None:
    codes, starts, position = context.tokens.codes, context.tokens.starts, 0
    table = _table(timeml=context.timeml)
    while (start := table.interesting.search(codes, position)) is not None:
        position = start.start()
        if len(context.found) > _ANY_TEXT + starts[position] // _SPARSE:
            far = bisect_left(starts, (len(context.found) - _ANY_TEXT + _AT_ONCE) * _SPARSE)
            position = context.next_sentence(far)  # never from the middle of a date
            continue
        rules, any_of = table.of(codes[position])
        if any_of.match(codes, position) is None:
            position += 1
            continue
        found = _first_that_reads(context, rules, position)
        if found is None:
            position += 1
        else:
            if context.found and found.start < context.found[-1].end:
                # It looked back at a word that is another's.
                found = replace(found, start=position)
            context.found.append(found)
            position = max(found.end, position + 1)


def _first_that_reads(context: Context, rules: Sequence[Rule], position: int) -> Found | None:
    codes = context.tokens.codes
    for rule in rules:
        match = rule.pattern.match(codes, position)
        if match is not None and (found := rule.read(context, match)) is not None:
            return found
    return None


def _order_in(tokens: Tokens) -> bool | None:
    """The order that the text's own unambiguous dates show; None where they show none, or both."""
    orders = set()
    for index, code in enumerate(tokens.codes) if "/" in tokens.codes else ():
        if code == "/" and "/" in tokens.word(index):
            one, two = (int(part) for part in tokens.word(index).split("/")[:2])
            if (one > 12) != (two > 12):
                orders.add(one > 12)
    return orders.pop() if len(orders) == 1 else None


_FIRST, _LAST = 1, 9998
"""Years at the ends of the calendar: no day before and none after them can be counted."""


def _as_date(tokens: Tokens, found: Found, *, timeml: bool) -> Date:
    start, end, value = tokens.starts[found.start], tokens.ends[found.end - 1], found.value
    if timeml:
        value = anchored.as_timeml(value, tokens.text[start:end])
    known = value.first is not None and value.last is not None and value.first.year > _FIRST and value.last.year < _LAST
    return Date(
        start=start,
        end=end,
        text=tokens.text[start:end],
        value=value.value,
        first=value.first if known else None,
        last=value.last if known else None,
        relative=value.relative,
        type=value.type,
    )

"""Days told by another: "on Sunday, a day before the last bridge was blown up" dates the blowing up, too."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.grammar.dates.words import NUMBERS
from discrepancy.model import Date
from discrepancy.text.engine import Parsed, Token

_FORM = re.compile(
    r",?\s+(?P<said>(?P<count>a|one|the|\w+)\s+(?P<unit>days?|weeks?)\s+(?P<way>before|after))\s+(?=\w)", re.IGNORECASE
)
_ONE = frozenset({"a", "one", "the"})
_WEEK = 7
_MOST = 60
"""More days than that, or weeks' worth of them, are seldom meant to the day."""
_HEADS = frozenset({"VERB", "AUX", "NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A date that is told from another one, and the verb or noun of what happened then."""

    date: Date
    head: Token


def counted_days(parsed: Parsed, text: str, dates: Sequence[Date]) -> Iterator[Counted]:
    """The days that are told by one of ``dates``, right behind it; ``text`` is the document's."""
    for base in dates:
        found = _FORM.match(text, base.end)
        if found is None or base.first is None or base.first != base.last:
            continue
        count = _count(found["count"].lower(), found["unit"].lower())
        head = _head(parsed, found.end("way"))
        if count is None or head is None:
            continue
        # Sunday is the day before what is asked for: that comes after Sunday.
        days = dt.timedelta(days=count if found["way"].lower() == "before" else -count)
        try:
            day = base.first + days
        except OverflowError:  # the calendar has a first and a last day
            continue
        start, end = found.span("said")
        yield Counted(
            Date(start=start, end=end, text=text[start:end], value=day.isoformat(), first=day, last=day), head
        )


def _count(word: str, unit: str) -> int | None:
    number = 1 if word in _ONE else NUMBERS.get(word, int(word) if word.isdecimal() else None)
    days = None if number is None else number * (_WEEK if unit.startswith("week") else 1)
    return days if days is not None and 0 < days <= _MOST and not (word == "the" and unit.startswith("week")) else None


def _head(parsed: Parsed, offset: int) -> Token | None:
    """The verb of the clause behind "before" or "after", or the noun of its phrase."""
    marker = parsed.at(offset - 1)
    if marker is None:
        return None
    if marker.dep == "mark":
        verb = parsed.tokens[marker.head]
        return verb if verb.pos in {"VERB", "AUX"} and verb.i > marker.i else None
    nouns = parsed.of(marker, "pobj", "pcomp")
    return nouns[0] if nouns and nouns[0].pos in _HEADS else None

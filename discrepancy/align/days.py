"""The days that dates tell, each looked at once however many versions give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy.grammar.dates.comparing import can_both_hold, scale
from discrepancy.model import Date, Fact

__all__ = ["Day", "can_meet", "days_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """A date wherever it stands: facts that give the same in the same words share one.

    Attributes:
        date: the date; its offsets are those of no text.
        scale: how exact it is (see :func:`discrepancy.grammar.dates.comparing.scale`).
    """

    date: Date
    scale: str


def days_of(dates: Sequence[Fact]) -> list[Day]:
    """The day of each date."""
    known: dict[Date, Day] = {}
    found = []
    for fact in dates:
        date = replace(fact.date, start=0, end=0)
        if date not in known:
            known[date] = Day(date, scale(date))
        found.append(known[date])
    return found


@lru_cache(maxsize=8192)
def can_meet(one: Day, other: Day) -> bool:
    """Whether one event can have both days."""
    return can_both_hold(one.date, other.date)

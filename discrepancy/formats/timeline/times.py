"""The time axis that all pictures of a page share, and how its times are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.followed import Timeline
from discrepancy.formats.timeline.parts import Tick
from discrepancy.formats.words import Words

__all__ = ["Axis", "axis_of"]

_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAYS = (1, 2, 3, 7, 14, 28, 56, 112)
_STEPS = (*(dt.timedelta(minutes=n) for n in _MINUTES), *(dt.timedelta(days=n) for n in _DAYS))
_MOST = 6
"""Ticks that a narrow screen has room for."""
_LEAST = dt.timedelta(minutes=10)
_ROOM = Decimal("0.06")
"""Of the span, left free behind the last version: what stands goes on."""
_WHOLE = Decimal(100)
_PLACES = Decimal("0.01")
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``start`` to ``end``; ``days`` is whether more than one day is told of."""

    start: dt.datetime
    end: dt.datetime
    days: bool
    words: Words

    def place(self, when: dt.datetime) -> Decimal:
        """Where a time stands, in per cent; what lies outside stands at the end."""
        at = _seconds(when - self.start) / _seconds(self.end - self.start)
        return (min(max(at, Decimal(0)), Decimal(1)) * _WHOLE).quantize(_PLACES)

    def told(self, when: dt.datetime) -> str:
        """A time in the reader's way, with its day where there is more than one."""
        return f"{self._day(when)}, {self._clock(when)}" if self.days else self._clock(when)

    def dated(self, when: dt.datetime) -> str:
        """A time in the reader's way, with its whole date."""
        return f"{self.words.date(when.date())}, {self._clock(when)}"

    def ticks(self) -> tuple[Tick, ...]:
        """Round times, the day above the first of each."""
        return tuple(self._ticks())

    def _ticks(self) -> Iterator[Tick]:
        step = next((step for step in _STEPS if (self.end - self.start) / step <= _MOST), _STEPS[-1])
        midnight = self.start.replace(hour=0, minute=0, second=0, microsecond=0)
        when = midnight + -(-(self.start - midnight) // step) * step
        shown = None
        while when <= self.end:
            day = self._day(when)
            label = self._clock(when) if step < _DAY else day
            yield Tick(self.place(when), label, day if step < _DAY and day != shown else "")
            shown = day
            when += step

    def _day(self, when: dt.datetime) -> str:
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMd", when, locale=self.words.locale))

    def _clock(self, when: dt.datetime) -> str:
        return f"{when:%H:%M}"


def axis_of(timeline: Timeline, words: Words) -> Axis:
    """From the first version to a little behind the last one, or behind the last correction that is still not heard."""
    seen = [text.version.seen for text in timeline.texts] or [timeline.now]
    start, last = min(seen), max(seen)
    span = max(last - start, _LEAST)
    end = max(last + span * float(_ROOM), start + span)
    return Axis(start, end, start.date() != last.date(), words)


def _seconds(span: dt.timedelta) -> Decimal:
    return Decimal(span // dt.timedelta(seconds=1))

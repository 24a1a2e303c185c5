"""Scales for pictures: from a round number to a round number, two to four ticks, each number a place in per cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

__all__ = ["Scale", "day_scale", "has_zero", "scale_of"]

FAR = 50
"""Beyond this factor between the least and the greatest, an even scale would leave the small ones in one spot."""
_FROM_ZERO = Decimal("0.8")
"""Above this part of the greatest, the least lies so near that a scale from 0 would hardly part the two."""
_MARGIN = Decimal("0.08")
"""Of the span, left free beside the outer numbers."""
_MOST_STEPS = 3
_NICE = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10", "20", "100"))
_PLACES = Decimal("0.01")
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with its ticks; ``factor`` lies between two ticks of a logarithmic one, 0 on an even one."""

    start: Decimal
    end: Decimal
    ticks: tuple[Decimal, ...]
    factor: int = 0

    def place(self, number: Decimal) -> Decimal:
        """Where a number stands, in per cent of the scale; what lies outside stands at its end."""
        if self.factor:
            start, end = self.start.log10(), self.end.log10()
            at = (number.log10() - start) / (end - start) if number > 0 else Decimal(0)
        else:
            at = (number - self.start) / (self.end - self.start)
        return (min(max(at, Decimal(0)), Decimal(1)) * _WHOLE).quantize(_PLACES, ROUND_HALF_EVEN)


def scale_of(numbers: Sequence[Decimal]) -> Scale:
    """The scale for numbers that are not all equal, with some room beside the outer ones, where a mark may go on."""
    least, most = min(numbers), max(numbers)
    if least > 0 and most / least > FAR:
        return _logarithmic(least, most)
    from_zero = has_zero(numbers)
    start = Decimal(0) if from_zero else least
    margin = (most - start) * _MARGIN
    if not from_zero:
        start = max(start - margin, Decimal(0)) if least >= 0 else start - margin
    whole = all(number == number.to_integral_value() for number in numbers)
    return _even(start, most + margin, whole=whole)


def has_zero(numbers: Sequence[Decimal]) -> bool:
    """Whether an even scale for these numbers begins at 0: where they are parted well enough on it."""
    return 0 <= min(numbers) <= max(numbers) * _FROM_ZERO


def _even(start: Decimal, end: Decimal, *, whole: bool) -> Scale:
    magnitude = Decimal(10) ** ((end - start) / _MOST_STEPS).adjusted()
    steps = (nice * magnitude for nice in _NICE if not whole or nice * magnitude == int(nice * magnitude))
    step = next(step for step in steps if _span(start, end, step) <= _MOST_STEPS)
    first, last = _whole(start / step, ROUND_FLOOR), _whole(end / step, ROUND_CEILING)
    return Scale(first * step, last * step, tuple(step * n for n in range(first, last + 1)))


def _span(start: Decimal, end: Decimal, step: Decimal) -> int:
    return _whole(end / step, ROUND_CEILING) - _whole(start / step, ROUND_FLOOR)


def _logarithmic(least: Decimal, most: Decimal) -> Scale:
    first, last = _whole(least.log10(), ROUND_FLOOR), _whole(most.log10(), ROUND_CEILING)
    stride = -(-(last - first) // _MOST_STEPS)
    ticks = tuple(Decimal(10) ** power for power in range(first, last + stride, stride))
    return Scale(ticks[0], ticks[-1], ticks, 10**stride)


def _whole(number: Decimal, rounding: str) -> int:
    return int(number.to_integral_value(rounding=rounding))


def day_scale(days: Sequence[dt.date]) -> Scale:
    """The scale for days that are not all one, as their ordinals, each end a day that is told."""
    ordinals = sorted({Decimal(day.toordinal()) for day in days})
    return Scale(ordinals[0], ordinals[-1], (ordinals[0], ordinals[-1]))

"""What a figure leaves room for: its interval by hedge and by the precision it is written with."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from discrepancy.model import Quantity, QuantityKind
from discrepancy.units.leeway import bounds

__all__ = ["overlap", "rounds_to"]

_TENTH = Decimal("0.1")
_THIRTIETH = Decimal("0.033")
_ENDS_IN_ZERO = re.compile(r"\d0(?![\d.,]*\d)")
"""A figure in digits whose last one before any decimals is a zero, which may stand for rounding or for itself."""


def overlap(a: Quantity, b: Quantity) -> bool:
    """Whether some value fits both hedged figures."""
    (a_low, a_high), (b_low, b_high) = bounds(a), bounds(b)
    return a_low <= b_high and b_low <= a_high


def rounds_to(fine: Quantity, coarse: Quantity) -> bool:
    """Whether ``fine`` rounded at the precision that ``coarse`` is written with gives ``coarse``.

    Whole numbers whose trailing zeros may or may not be exact round by little: 1,987 makes 2,000, and neither 250,000
    makes 200,000 nor 33 makes 30. An age is exact.
    """
    if fine.step >= coarse.step or fine.low != fine.high or coarse.low != coarse.high or coarse.step == 0:
        return False
    if fine.kind is QuantityKind.AGE:
        return False
    if coarse.low % coarse.step:  # a fraction in words stands between the steps: "a third" is 33.3 per cent
        return abs(fine.low - coarse.low) <= min(coarse.step / 2, abs(coarse.low) * _TENTH)
    rounded = (fine.low / coarse.step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * coarse.step
    most = _THIRTIETH if _ENDS_IN_ZERO.search(coarse.text) else _TENTH
    return rounded == coarse.low and abs(fine.low - coarse.low) <= abs(coarse.low) * most

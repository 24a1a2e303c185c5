"""Slips of the pen: two figures whose digits are so alike that one may be the other, miswritten.

Not how close they are: 27,418 and 24,718 are far apart, and a million is far from a billion. Two figures that have
nothing to do with each other are seldom so alike.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from discrepancy.model import Quantity

TELLING_DIGITS: Final = 2
"""Digits from which on two figures hardly share them by chance."""
_SCALES: Final = frozenset(Decimal(10) ** n for n in (1, 2, 3, 6))


def digits_of(quantity: Quantity) -> str:
    """The digits of a figure (the lower one of a range) in order, without the zeros before and after them."""
    return _written(quantity).strip("0")


def _written(quantity: Quantity) -> str:
    return f"{quantity.low.normalize():f}".strip("-").replace(".", "")


def of_same_digits(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same digits, two or more, in whatever order and at whatever scale."""
    left, right = digits_of(one), digits_of(other)
    return len(left) >= TELLING_DIGITS and sorted(left) == sorted(right)


def of_other_scale(one: Quantity, other: Quantity) -> bool:
    """Whether two exact figures have the same telling digits in order, and differ by a power of ten."""
    low, high = sorted((abs(one.low), abs(other.low)))
    exact = one.low == one.high and other.low == other.high
    return exact and bool(low) and high / low in _SCALES and len(digits_of(one)) >= TELLING_DIGITS


def one_digit_off(one: Quantity, other: Quantity) -> int:
    """How many digits two exact figures of as many digits have, where all but one are the same; else 0."""
    left, right = (f"{q.low.normalize():f}".strip("-") for q in (one, other))
    exact = one.low == one.high and other.low == other.high
    if not exact or len(left) != len(right) or left.find(".") != right.find("."):
        return 0
    return len(_written(one)) if sum(a != b for a, b in zip(left, right, strict=True)) == 1 else 0

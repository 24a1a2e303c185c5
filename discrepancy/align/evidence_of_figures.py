"""Whether two figures look like a slip of one another: the same digits, another order or scale."""

from __future__ import annotations

from typing import Final

from discrepancy.model import Fact, QuantityKind
from discrepancy.units.slips import TELLING_DIGITS, digits_of


def same_digits(a: Fact, b: Fact) -> bool:
    """Whether two figures are made of the same digits: another scale or unit, or two digits that changed places.

    What is plainly two things has two digits in common by chance, and no slip makes "a dozen" of 120,000.
    """
    one, other = digits_of(a.quantity), digits_of(b.quantity)
    named = a.subject.concept and b.subject.concept and a.quantity.kind is QuantityKind.COUNT
    if named and a.subject.concept != b.subject.concept and len(one) < MANY_DIGITS:
        return False
    if not (_in_digits(a) or _in_digits(b)):
        return False
    if one == other:
        return len(one) >= TELLING_DIGITS and _in_digits(a) and _in_digits(b)
    return len(one) > TELLING_DIGITS and sorted(one) == sorted(other)


def _in_digits(fact: Fact) -> bool:
    return any(each.isdigit() for each in fact.mention.text)


MANY_DIGITS: Final = 3

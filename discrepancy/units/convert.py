"""Converting between units, by what Pint says that each is in the first of its dimension."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from discrepancy.lexicon import table
from discrepancy.units.names import UNITS

__all__ = ["convert", "dimension_of"]

_DIGITS: Final = Context(prec=28)


def dimension_of(unit: str) -> str:
    """What a unit measures ("length" for ``metre``); empty where the name is no unit of measure."""
    known = UNITS.get(unit)
    return known.dimension if known else ""


@lru_cache(maxsize=4096)
def convert(value: Decimal, unit: str, into: str) -> Decimal | None:
    """``value`` of ``unit`` in ``into``, to 28 digits; None where the two do not measure the same thing.

    Args:
        value: how many of ``unit``.
        unit: a canonical name, as :attr:`Quantity.unit` gives it.
        into: likewise.
    """
    if unit == into:
        return value
    ours, theirs = _scales().get(unit), _scales().get(into)
    if ours is None or theirs is None or dimension_of(unit) != dimension_of(into):
        return None
    (scale, nought), (their_scale, their_nought) = ours, theirs
    made = (Fraction(value) * scale + nought - their_nought) / their_scale
    return _DIGITS.divide(Decimal(made.numerator), Decimal(made.denominator))


@cache
def _scales() -> dict[str, tuple[Fraction, Fraction]]:
    """Of each unit what one is in the first of its dimension, and where its nought lies."""
    told = {name: row for units in table("unit_scales").values() for name, row in units.items()}
    return {
        name: (Fraction(row), Fraction(0)) if isinstance(row, str) else (Fraction(row[0]), Fraction(row[1]))
        for name, row in told.items()
    }

"""Which two units are told one for the other: yards and metres, megawatts and gigawatts, two currencies."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from discrepancy.model import Fact, QuantityKind
from discrepancy.units import convert, dimension_of
from discrepancy.units.currencies import surely_two

Side = list[Fact]

_METRIC: Final = frozenset(
    {
        "millimetre", "centimetre", "metre", "kilometre", "gram", "kilogram", "litre", "hectare", "celsius",
        "square metre", "square kilometre", "cubic metre", "kilometre per hour",
    }
)  # fmt: skip
_OF_STUFF: Final = frozenset(
    {"tonne", "ton", "long ton", "kilogram", "gram", "pound", "barrel", "litre", "gallon", "cubic metre", "cubic foot"}
)
"""Units of what is shipped, spilled or harvested, by weight or by volume."""
_FACTOR: Final = Decimal(5)
"""Two units that are told one for the other are of like size: no writer has miles for metres."""
NEAR: Final = Decimal("0.05")


def sort_of_unit(fact: Fact) -> str:
    """What can be told in the units of a figure: sums at one rate, lengths, or stuff by weight or volume."""
    q = fact.quantity
    if q.kind is QuantityKind.MONEY:
        return "sum"
    return f"{'stuff' if q.unit in _OF_STUFF else dimension_of(q.unit)} {q.per}"


def two_units(left: Side, right: Side) -> bool:
    """Whether the units are surely two, and such as are told one for the other."""
    one, other = left[0].quantity.unit, right[0].quantity.unit
    if left[0].quantity.kind is QuantityKind.MONEY:
        return _two_currencies(left, right)
    if dimension_of(one) != dimension_of(other):
        return True
    return of_like_size(one, other) or _of_one_root(one, other)


def _two_currencies(left: Side, right: Side) -> bool:
    """Whether two sides are surely in two currencies: no bare "$", which may be of either."""
    units = [side[0].quantity.unit for side in (left, right)]
    bare = any(fact.mention.text.startswith("$") for fact in (*left, *right))
    return surely_two(*units) and not (bare and all(unit.endswith("D") for unit in units))


def _of_one_root(one: str, other: str) -> bool:
    """Whether the units are one with two prefixes: megawatts, gigawatts."""
    roots = [_PREFIX.sub("", unit) for unit in (one, other)]
    return roots[0] == roots[1] and one != other


_PREFIX: Final = re.compile(r"^(?:kilo|mega|giga|tera|milli|micro|centi)")


def of_like_size(one: str, other: str) -> bool:
    """Whether one unit is metric and the other is not, and the two measure alike."""
    if (one in _METRIC) == (other in _METRIC):
        return False
    if dimension_of(one) == "temperature":
        return True  # "40 degrees Fahrenheit" of a heatwave
    factor = convert(Decimal(1), one, other)
    return factor is not None and 1 / _FACTOR < factor < _FACTOR and abs(factor - 1) > NEAR

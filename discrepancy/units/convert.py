"""Converting between units, by Pint, which is loaded the first time it is needed."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from discrepancy.units.names import UNITS

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["convert", "dimension_of"]


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
    ours, theirs = UNITS.get(unit), UNITS.get(into)
    if ours is None or theirs is None or ours.dimension != theirs.dimension:
        return None
    import pint

    registry = _registry()
    try:
        converted = registry.Quantity(value, ours.pint).to(theirs.pint)
    except (pint.DimensionalityError, pint.UndefinedUnitError, pint.OffsetUnitCalculusError):
        return None
    return Decimal(str(converted.magnitude))


@cache
def _registry() -> UnitRegistry[Any]:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal)

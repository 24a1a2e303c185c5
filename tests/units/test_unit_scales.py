"""The table of conversions says what Pint says."""

from decimal import Decimal
from itertools import permutations

import pint
import pytest

from discrepancy.lexicon import table
from discrepancy.units import convert

DIMENSIONS = table("units")


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry(non_int_type=Decimal)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_pair_of_units_is_converted_as_pint_does(registry, dimension):
    units = {name: row.get("pint", name) for name, row in DIMENSIONS[dimension].items()}
    for one, other in permutations(units, 2):
        found = convert(Decimal("7.25"), one, other)
        try:
            expected = registry.Quantity(Decimal("7.25"), units[one]).to(units[other]).magnitude
        except pint.PintError:
            assert found is None, (one, other)
        else:
            assert found is not None, (one, other)
            assert abs(found - expected) <= abs(expected) * Decimal("1e-24"), (one, other)


def test_a_huge_figure_is_converted():
    assert convert(Decimal("1e400"), "mile", "metre") == Decimal("1.609344e403")

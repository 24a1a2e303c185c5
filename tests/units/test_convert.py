"""Units by name and converting between them."""

from decimal import Decimal

import pytest

from discrepancy.units import convert, currency_after, currency_before, dimension_of, unit_after
from discrepancy.units.names import UNITS


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        ("1", "kilometre", "metre", "1000"),
        ("1", "foot", "metre", "0.3048"),
        ("1", "tonne", "kilogram", "1000"),
        ("1", "ton", "pound", "2000"),
        ("20", "celsius", "fahrenheit", "68"),
        ("1", "barrel", "gallon", "42"),
        ("5", "metre", "metre", "5"),
    ],
)
def test_converts(value, unit, into, expected):
    found = convert(Decimal(value), unit, into)
    assert found is not None
    assert abs(found - Decimal(expected)) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("unit", "into"), [("metre", "kilogram"), ("metre", "planeload"), ("USD", "EUR"), ("mile per gallon", "metre")]
)
def test_what_does_not_measure_the_same_is_not_converted(unit, into):
    assert convert(Decimal(1), unit, into) is None


@pytest.mark.parametrize(
    "unit", [u for u in UNITS.values() if u.dimension not in ("points", "multiple", "percent")], ids=lambda u: u.name
)
def test_every_unit_converts_into_its_dimensions_first(unit):
    first = next(u for u in UNITS.values() if u.dimension == unit.dimension)
    assert convert(Decimal(1), unit.name, first.name) is not None


def test_dimensions():
    assert dimension_of("metre") == "length"
    assert dimension_of("planeload") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [("km", "kilometre"), (" sq ft", "square foot"), ("-metre", "metre"), (" per cent", "%"), (" A", ""), (" xyz", "")],
)
def test_units_as_written(text, name):
    found = unit_after("5" + text, 1)
    assert (found[0].name if found else "") == name


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("US$5", "USD", 0),
        ("(US $5", "USD", 1),
        ("EUR 5", "EUR", 0),
        ("A$5", "AUD", 0),
        ("TOP 5", "", -1),
        ("Rs. 5", "INR", 0),
    ],
)
def test_currency_before(text, code, start):
    assert (currency_before(text, text.index("5")) or ("", -1)) == (code, start)


def test_currency_after():
    assert currency_after("5 Danish crowns", 1) == ("DKK", 15)
    assert currency_after("5 apples", 1) is None

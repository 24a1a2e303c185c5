"""Quantities in sentences: what is read together, what is tied, what is left alone."""

from decimal import Decimal

import pytest

from discrepancy.grammar.quantities import find_quantities
from discrepancy.model import Hedge, QuantityKind


def short(text):
    """Each quantity's low, high and unit (or counted words)."""
    return [(float(q.low), float(q.high), q.unit or q.noun) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six officers and nine protesters", [(6, 6, "officers"), (9, 9, "protesters")]),
        ("Seventeen people died.", [(17, 17, "people")]),
        ("another 35,000 to 50,000 are stationed there", [(35000, 50000, "")]),
        ("€60 million and 2,000 pounds ($2,500)", [(6e7, 6e7, "EUR"), (2000, 2000, "GBP"), (2500, 2500, "USD")]),
        ("between 10 and 20 billion euros", [(1e10, 2e10, "EUR")]),
        (
            "rose to 2.41 billion euros from 2.23 billion a year earlier",
            [(2.41e9, 2.41e9, "EUR"), (2.23e9, 2.23e9, "EUR")],
        ),
        ("a 300 million euro share buyback", [(3e8, 3e8, "EUR")]),
        ("dropped from 208 pounds to 193", [(208, 208, "pound"), (193, 193, "pound")]),
        ("rose 8.15% to 3.65", [(8.15, 8.15, "%"), (3.65, 3.65, "")]),
        ("280 million of the 1.5 billion shekels", [(2.8e8, 2.8e8, "ILS"), (1.5e9, 1.5e9, "ILS")]),
        ("aged 24 and 31", [(24, 24, "year"), (31, 31, "year")]),
        ("18- to 24-year-olds", [(18, 24, "year")]),
        ("those 65 and older", [(65, 65, "year")]),
        ("Two died and one was injured", [(2, 2, ""), (1, 1, "")]),
        ("Ukraine Kills 30 Soldiers in Raid", [(30, 30, "Soldiers")]),
        ("a million dollar house", [(1e6, 1e6, "USD")]),
        ("51.2% to 48.8%", [(51.2, 51.2, "%"), (48.8, 48.8, "%")]),
        ("2000 people in 2000", [(2000, 2000, "people")]),
        ("nineteen eighty-four", []),
        ("twenty five", [(25, 25, "")]),
        ("two three four", [(2, 2, ""), (3, 3, ""), (4, 4, "")]),
        ("a quarter of a million people", [(250000, 250000, "people")]),
        ("1.23 per cent, 3,45", [(1.23, 1.23, "%")]),
    ],
)
def test_reads(text, expected):
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cut to $-50.8bn", [(-50800000000, -50800000000, "USD")]),
        ("a loss of -$5m", [(-5000000, -5000000, "USD")]),
        ("1/16 of a US pint", [(0.0625, 0.0625, "pint")]),
        ("2 1/2 miles", [(2.5, 2.5, "mile")]),
        ("3½ million people", [(3500000, 3500000, "people")]),
        ("three quarters of an hour", [(0.75, 0.75, "hour")]),
        ("by a quarter, they said", [(25, 25, "%")]),
        ("half-hour talks", [(0.5, 0.5, "hour")]),
        ("cut in half", []),
        ("three and a half million people", [(3500000, 3500000, "people")]),
        ("two hundred and fifty", [(250, 250, "")]),
        ("five million two hundred thousand", [(5200000, 5200000, "")]),
        ("one million million", [(1000000000000, 1000000000000, "")]),
        ("nineteen fifty", []),
        ("hundred people", []),
        ("scores died", []),
        ("scores of men died", [(20, 200, "men")]),
        ("a couple of thousand men", [(2000, 2000, "men")]),
        ("a couple arrived", []),
        ("10 000 men", [(10000, 10000, "men")]),
        ("in 2014 350 men", [(350, 350, "men")]),
        ("1.2.3 men", []),
        ("123456789012345678901,234 men", []),
        ("20 in 100 people", [(20, 20, "%")]),
        ("a 2-for-1 deal", []),
        ("won 1-2 at home", [(1, 2, "")]),
        ("5-10 men", [(5, 10, "men")]),
        ("1-2 in all", [(1, 2, "")]),
        ("from 5 to 3", [(5, 5, ""), (3, 3, "")]),
        ("5 to 3", [(5, 3, "")]),
        ("$5 to €6", [(5, 5, "USD"), (6, 6, "EUR")]),
        ("5 or 100 men", [(5, 5, ""), (100, 100, "men")]),
        ("around 20 or even 30 ships", [(20, 30, "ships")]),
        ("from 24.2 to 33-35 billion euros", [(24200000000, 24200000000, "EUR"), (33000000000, 35000000000, "EUR")]),
        ("32 cents and €5", [(0.32, 0.32, "EUR"), (5, 5, "EUR")]),
        ("5 dollars, 3 euros, and then 10 cents", [(5, 5, "USD"), (3, 3, "EUR"), (10, 10, "cent")]),
        ("He will be 35 by then", [(35, 35, "year")]),
        ("3 days and 4 hours", [(76, 76, "hour")]),
        ("2 years and 3 days", [(2, 2, "year"), (3, 3, "day")]),
        ("5 hours, 30 minutes and 10 seconds", [(19810, 19810, "second")]),
        ("the 90210 ZIP code", []),
        ("12 Abbey Road", []),
        ("May 5 and 6, 2020", []),
        ("Rs. 5 lakh", [(500000, 500000, "INR")]),
        ("TRY 5", []),
        ("$20 US officials", [(20, 20, "USD")]),
        ("$20 US a barrel", [(20, 20, "USD")]),
        ("50,000 pounds of beef", [(50000, 50000, "pound")]),
        ("2 million pounds", [(2000000, 2000000, "GBP")]),
        ("50 pounds (23 kg)", [(50, 50, "pound"), (23, 23, "kilogram")]),
        ("11 stone", [(11, 11, "stone")]),
        ("12 kg (26 lb / 1.9 stone)", [(12, 12, "kilogram"), (26, 26, "pound"), (1.9, 1.9, "stone")]),
        ("5 more minutes", [(5, 5, "minute")]),
        ("around the 37 ships", [(37, 37, "ships")]),
        ("the Big Three", []),
        ("Group of Seven", []),
        ("the first half", []),
        ("a third party", []),
        ("a 40-something", []),
        ("the H.R. 1234 bill", []),
        ("beat Leeds 2-1", [(2, 1, "")]),
        ("$5bn-6bn", [(5000000000, 6000000000, "USD")]),
        ("1,500-strong crowd", [(1500, 1500, "")]),
        ("4.3M digital and physical sales", [(4300000, 4300000, "digital and physical sales")]),
        ("in 1812, he", []),
        ("iPhone 12 Mini", []),
        ("the 787 Dreamliner", []),
    ],
)
def test_reads_forms(text, expected):
    assert short(text) == expected


def test_a_change_and_the_level_after_it_are_two():
    change, level = find_quantities("deaths climbed by 6 to 45")
    assert (int(change.low), change.change) == (6, "up")
    assert (int(level.low), level.change) == (45, "")


def test_a_verb_of_change_before_its_object_reaches_the_figure():
    (quantity,) = find_quantities("expanding the country's army by 100,000 troops")
    assert quantity.change == "up"


def test_dropping_bombs_is_no_decrease():
    (quantity,) = find_quantities("it dropped 20 bombs")
    assert quantity.change == ""


def test_a_conversion_inherits_hedge_and_rate():
    crowns, dollars = find_quantities("more than 9 billion shekels ($2.4 billion) a year")
    assert dollars.converts == crowns.start
    assert (dollars.hedge, crowns.per, dollars.per) == (Hedge.MORE_THAN, "year", "year")


def test_a_bracket_of_another_dimension_is_no_conversion():
    assert [q.converts for q in find_quantities("60 metres (20 tonnes)")] == [-1, -1]


def test_hedge_text_is_the_sources_own():
    (quantity,) = find_quantities("It lost Slightly  more than 10 ships")
    assert quantity.hedge_text == "Slightly  more than"


def test_numbers_inside_quotations_are_read():
    (quantity,) = find_quantities("“We have 84 tons of it,” he said.")
    assert (int(quantity.low), quantity.unit) == (84, "ton")


def test_values_are_exact():
    (quantity,) = find_quantities("$0.1 billion")
    assert quantity.low == Decimal(100_000_000)
    assert str(quantity.low) == "100000000"


def test_a_table_is_left_alone():
    assert find_quantities("1 2.5 3 41 " * 20) == []


def test_a_score_keeps_its_sides():
    (quantity,) = find_quantities("They lost 1-3 at home")
    assert quantity.kind is QuantityKind.SCORE
    assert [int(quantity.low), int(quantity.high)] == [1, 3]

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

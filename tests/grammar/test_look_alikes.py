"""What looks like a form of the grammar and is none, or is another."""

import datetime as dt

import pytest

from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.quantities import find_quantities
from discrepancy.model import QuantityKind


def read(text):
    return [(q.text, float(q.low), q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half the rate of inflation", [("half", 50, "%")]),
        ("fell by a quarter to nine million", [("a quarter", 25, "%"), ("nine million", 9_000_000, "")]),
        ("won by half a point", [("half a point", 0.5, "")]),
        ("cut rates by half a point", [("half a point", 0.5, "pp")]),
        ("a three-quarter-point cut", [("three-quarter-point", 0.75, "pp")]),
        ("a wall 6 foot 2 metres away", [("6 foot", 6, "foot"), ("2 metres", 2, "metre")]),
        ("fell 5 feet 10 times", [("5 feet", 5, "foot"), ("10 times", 10, "")]),
        ("between 5 dollars and 50 dollars", [("5 dollars and 50 dollars", 5, "USD")]),
        ("5 dollars, 50 cents and a ring", [("5 dollars", 5, "USD"), ("50 cents", 0.5, "USD")]),
        ("a $7.5 B&B", [("$7.5", 7.5, "USD")]),
        ("fell to 720p in London", [("720p", 7.2, "GBP")]),
        ("A group of 20 people met", [("20", 20, "")]),
        ("two men, 20 per cent of them", [("two", 2, ""), ("20 per cent", 20, "%")]),
        ("a hundred and a half", [("a hundred and a half", 100.5, "")]),
    ],
)
def test_quantities(text, expected):
    assert read(text) == expected


def test_ages_of_two_people_are_both_ages():
    assert [q.kind for q in find_quantities("Two men, 20 and 21, were held.")][1:] == [QuantityKind.AGE] * 2


def test_a_hedge_before_the_next_figure_is_no_hedge_behind():
    first = find_quantities("It hit 5,000 people at least three times")[0]
    assert not first.hedge_text


def test_the_round_number_of_a_rate_is_no_count():
    (rate,) = find_quantities("a rate of 3 per 100,000 people")
    assert (int(rate.low), rate.per) == (3, "100,000 people")


@pytest.mark.parametrize(
    ("text", "low", "per"),
    [
        ("2.4 cases of C diff for every 10,000 bed days", "2.4", "10,000"),
        ("24 per 100,000 bed days last year", "24", "100,000"),
        ("12 deaths in every 1,000 births", "12", "1,000 births"),
        ("five doctors for each 10,000 residents", "5", "10,000 residents"),
    ],
)
def test_a_rate_is_one_figure_however_it_is_written(text, low, per):
    (rate,) = find_quantities(text)
    assert (str(rate.low), rate.per) == (low, per)


@pytest.mark.parametrize("text", ["The 24 per cent of 100,000 people", "He gave 20 for every 100 dollars"])
def test_a_share_or_a_price_is_no_rate(text):
    assert [quantity.per for quantity in find_quantities(text)] == ["", ""]


def test_degrees_before_a_bracket_are_of_the_other_scale():
    minimum, converted = find_quantities("the minimum is 124 degrees (51 Celsius)")
    assert (minimum.unit, converted.unit, converted.converts) == ("fahrenheit", "celsius", minimum.start)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("an increase of a quarter.", ["a quarter"]),
        ("a fall of a third in May", ["a third"]),
        ("the end of a quarter.", []),
    ],
)
def test_a_part_after_a_noun_of_change(text, figures):
    assert [quantity.text for quantity in find_quantities(text)] == figures


def dates(text):
    return [(d.text, d.value) for d in find_dates(text, published=dt.date(2024, 5, 14))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the 14th floor he fell.", []),
        ("In spring water prices rose.", []),
        ("He spent a week on Friday's paper.", [("a week", "P1W"), ("Friday", "2024-05-10")]),
        ("He worked 1800 hours.", [("1800 hours", "PT1800H")]),
        ("about ten to twelve people", []),
        ("From June 3 to July 4, 2000 people came.", [("June 3", "2023-06-03"), ("July 4", "2023-07-04")]),
        ("On June 3 and on July 4, 2023 it fell.", [("June 3", "2023-06-03"), ("July 4, 2023", "2023-07-04")]),
        ("In February 30 people died.", [("February", "2024-02")]),
        ("a Friday week-long walk", [("Friday", "2024-05-10"), ("week-long", "P1W")]),
        ("In the summer of 2010-11 it rained.", [("2010-11", "")]),
        ("at 25 past 13 people", []),
    ],
)
def test_dates(text, expected):
    assert dates(text) == expected

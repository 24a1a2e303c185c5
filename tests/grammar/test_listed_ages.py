"""Ages in lists and ranges, and pounds that are money."""

import pytest

from discrepancy.grammar.quantities import find_quantities
from discrepancy.model import QuantityKind


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The victims ranged in age from 71 to 88.", ["71 to 88"]),
        ("passengers ranging in age between 5 and 80 were", ["5 and 80"]),
        ("others aged 33, 38 and 47. Police", ["33", "38", "47"]),
        ("boys aged 14, 15 and 12 adults", ["14", "15"]),
        ("prices ranged from 71 to 88.", []),
    ],
)
def test_ages(text: str, ages: list[str]) -> None:
    assert [q.text for q in find_quantities(text) if q.kind is QuantityKind.AGE] == ages


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("4.8 million pounds of bad loans", "GBP"),
        ("4.8 million pounds worth of damage", "GBP"),
        ("1.2 million pounds in unpaid tax", "GBP"),
        ("4.8 million pounds of minced beef", "pound"),
        ("2,000 pounds of explosives", "pound"),
        ("40 pounds of cocaine", "pound"),
    ],
)
def test_what_pounds_are_of_tells_money_from_weight(text: str, unit: str) -> None:
    assert [q.unit for q in find_quantities(text)] == [unit]

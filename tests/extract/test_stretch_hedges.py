"""Words that leave open what is told beside them."""

import pytest

from discrepancy.extract.stretch_hedges import hedge_of


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("the evidence points to a fault in the brakes", "points to"),
        ("the bank cut its rate by 50 basis points to 3.25 per cent", ""),
        ("support fell two percentage points to 40 per cent", ""),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert hedge_of(text.split(), planned=False) == hedge

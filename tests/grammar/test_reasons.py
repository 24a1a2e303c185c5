"""The "over" that gives a reason, and the one that says "more than"."""

import pytest

from discrepancy import quantities
from discrepancy.model import Hedge


@pytest.mark.parametrize(
    "text",
    [
        "Harlow Bank chief quits over $4.2 million loan",
        "Mayor resigned over the 300 job losses",
        "Officer steps down over 200 missing guns",
        "A row over a $4 million loan",
        "Bank sued over $2 million loan",
        "Clashes over 40 acres of land went on.",
    ],
)
def test_over_gives_a_reason(text: str) -> None:
    (figure,) = quantities(text)
    assert (figure.hedge, figure.hedge_text) == (Hedge.NONE, "")


@pytest.mark.parametrize(
    "text",
    [
        "The firm raised over $4.2 million",
        "The bank was fined over $2 million in court",
        "They fired over 300 rockets",
        "He resigned over two years ago.",
        "Protesters clashed, over 300 were hurt",
        "Over 300 workers quit",
        "A row over more than 300 jobs",
    ],
)
def test_over_says_more_than(text: str) -> None:
    (figure,) = quantities(text)
    assert figure.hedge is Hedge.MORE_THAN

"""A speaker as the article writes them."""

import pytest

from discrepancy.formats.view.as_written import as_written
from discrepancy.model import Span


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("The Belgian airline Meridair said so.", "belgian airline meridair", "the Belgian airline Meridair"),
        ("It lost money, the company said.", "company", "the company"),
        ("Police\nchief Ann-Marie Roe said so.", "police chief ann marie roe", "Police chief Ann-Marie Roe"),
        ("It accompanies them, they said.", "company", "company"),
        ("Nobody is named.", "officials", "officials"),
        ("Nobody is named.", "!", "!"),
    ],
)
def test_as_written(text: str, name: str, shown: str) -> None:
    assert as_written(text, Span(0, len(text)), name) == shown


def test_only_the_sentence_is_looked_at() -> None:
    text = "The Mint said so. Another said no."
    assert as_written(text, Span(18, len(text)), "mint") == "mint"

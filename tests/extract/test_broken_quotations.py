"""Quotations that an attribution breaks in the middle."""

import pytest

from discrepancy.model import Fact
from tests.builders import doc, quotations


def words(text: str) -> list[str]:
    found: list[Fact] = quotations(doc(text))
    return [fact.quotation.words for fact in found]


@pytest.mark.parametrize(
    "text",
    [
        "“We will not,” said Lena Brandt, “close the bridge.”",
        '"We will not," Lena Brandt said, "close the bridge."',
        "‘We will not’, said Lena Brandt, ‘close the bridge.’",
    ],
)
def test_each_part_has_the_words_of_the_whole_sentence(text: str) -> None:
    first, second = words(text)
    assert first == second
    assert first.replace(",", "") == "We will not close the bridge."


@pytest.mark.parametrize(
    "text",
    [
        "“We will not,” said Lena Brandt. “Close the bridge.”",
        "“We will not,” said Lena Brandt, “Close the bridge.”",
        "Lena Brandt called it “a shame,” and said it was “a disaster”.",
        "“We will not,” said Lena Brandt, and Peter Lindqvist answered, “close the bridge.”",
    ],
)
def test_two_sentences_or_two_speakers_are_two_quotations(text: str) -> None:
    first, second = words(text)
    assert first != second
